/** Care plans over HTTP. */
@NullMarked
package org.zhiyang.need.careplan.web;

import org.jspecify.annotations.NullMarked;
