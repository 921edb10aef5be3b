package org.zhiyang.oversight.outcome;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.policy.Parameter;

/** The figures of questionnaires, checked when the platform starts. */
@Configuration(proxyBeanMethods = false)
class OutcomeParameters {
  /** Days to answer, the day of opening not counted. */
  static final Parameter<Integer> ANSWER_DAYS = Parameter.of("outcome-answer-days", Integer.class, "days");

  @Bean
  Parameter<Integer> outcomeAnswerDays() {
    return ANSWER_DAYS;
  }

  @Bean
  Parameter<Integer> outcomePassing() {
    return OutcomePolicy.PASSING;
  }
}
