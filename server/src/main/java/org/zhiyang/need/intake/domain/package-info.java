/** The rules of needs and cases: plain Java. */
@NullMarked
package org.zhiyang.need.intake.domain;

import org.jspecify.annotations.NullMarked;
