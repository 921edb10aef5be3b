/** What people and the clock do with assessments. */
@NullMarked
package org.zhiyang.need.assessment.usecase;

import org.jspecify.annotations.NullMarked;
