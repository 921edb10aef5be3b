package org.zhiyang.need.assessment.usecase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.need.assessment.domain.AbilityGradingPolicy;
import org.zhiyang.need.assessment.domain.Instrument;
import org.zhiyang.need.assessment.domain.InstrumentLoader;
import org.zhiyang.need.assessment.domain.Stacking;
import org.zhiyang.platform.policy.Parameter;

/** The figures an assessment uses, checked when the platform starts, and its instrument. */
@Configuration(proxyBeanMethods = false)
class AssessmentParameters {

  /** Days the result is public before it takes effect, the day of grading being the first; 0 takes effect the same night. */
  static final Parameter<Integer> PUBLICITY_DAYS = Parameter.of("publicity-days-assessment-result", Integer.class, "days");

  /** Months a level holds. */
  static final Parameter<Integer> VALIDITY_MONTHS = Parameter.of("assessment-validity-months", Integer.class, "months");

  /** Days before the last day at which a reassessment is asked for. */
  static final Parameter<Integer> DUE_NOTICE_DAYS = Parameter.of("assessment-due-notice-days", Integer.class, "days");

  /** What asks for an immediate assessment (FALL_WITH_INJURY, HOSPITAL_DISCHARGE, FAMILY_REQUEST). */
  static final Parameter<String[]> IMMEDIATE_ON = Parameter.of("assessment-immediate-on", String[].class, "list");

  @Bean
  Instrument gbt42195() {
    return InstrumentLoader.bundled();
  }

  @Bean
  Parameter<Integer> assessmentPublicityDays() {
    return PUBLICITY_DAYS;
  }

  @Bean
  Parameter<Integer> assessmentValidityMonths() {
    return VALIDITY_MONTHS;
  }

  @Bean
  Parameter<Integer> assessmentDueNoticeDays() {
    return DUE_NOTICE_DAYS;
  }

  @Bean
  Parameter<String[]> assessmentImmediateOn() {
    return IMMEDIATE_ON;
  }

  @Bean
  Parameter<Stacking> assessmentLevelChangeStacking() {
    return AbilityGradingPolicy.STACKING;
  }
}
