/** Needs and cases over HTTP. */
@NullMarked
package org.zhiyang.need.intake.web;

import org.jspecify.annotations.NullMarked;
