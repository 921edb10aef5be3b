/** The endpoints. */
@NullMarked
package org.zhiyang.oversight.rating.web;

import org.jspecify.annotations.NullMarked;
