/** The assessment and its rules in plain Java: instrument, answer sheet, grading, life of an assessment. */
@NullMarked
package org.zhiyang.need.assessment.domain;

import org.jspecify.annotations.NullMarked;
