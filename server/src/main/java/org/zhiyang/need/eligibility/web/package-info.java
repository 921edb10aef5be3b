/** Eligibility over HTTP. */
@NullMarked
package org.zhiyang.need.eligibility.web;

import org.jspecify.annotations.NullMarked;
