/** What eligibility decides, in plain Java. */
@NullMarked
package org.zhiyang.need.eligibility.domain;

import org.jspecify.annotations.NullMarked;
