/** The endpoints. */
@NullMarked
package org.zhiyang.oversight.complaint.web;

import org.jspecify.annotations.NullMarked;
