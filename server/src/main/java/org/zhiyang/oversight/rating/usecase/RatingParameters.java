package org.zhiyang.oversight.rating.usecase;

import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.oversight.rating.domain.MonthScorePolicy;
import org.zhiyang.oversight.rating.domain.QuarterRule;
import org.zhiyang.oversight.rating.domain.Weights;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.policy.Parameters;

/** The figures of scores and improvement tasks, checked when the platform starts. */
@Configuration(proxyBeanMethods = false)
class RatingParameters {
  /** Days a provider may object, the day of publication being the first of which nothing is counted: published on the 3rd with 5 days, until the 8th (included). */
  static final Parameter<Integer> OBJECTION_DAYS = Parameter.of("provider-score-objection-days", Integer.class, "days");

  /** Days a score is public before it becomes final, counted alike. */
  static final Parameter<Integer> PUBLICITY_DAYS = Parameter.of("publicity-days-provider-score", Integer.class, "days");

  /** Days for an improvement, the day of opening not counted. */
  static final Parameter<Integer> IMPROVEMENT_DAYS = Parameter.of("improvement-task-days", Integer.class, "days");

  /** The figures of a service month as they were known on a day. */
  static MonthScorePolicy.Figures figures(Parameters parameters, String region, LocalDate serviceDay, LocalDate knownOn) {
    return new MonthScorePolicy.Figures(parameters.get(Weights.PARAMETER, region, serviceDay, knownOn), parameters.get(MonthScorePolicy.PASSING, region, serviceDay, knownOn),
        parameters.get(MonthScorePolicy.COMPLAINT_VISITS, region, serviceDay, knownOn));
  }

  @Bean
  Parameter<Integer> providerScoreObjectionDays() {
    return OBJECTION_DAYS;
  }

  @Bean
  Parameter<Integer> providerScorePublicityDays() {
    return PUBLICITY_DAYS;
  }

  @Bean
  Parameter<Integer> improvementTaskDays() {
    return IMPROVEMENT_DAYS;
  }

  @Bean
  Parameter<QuarterRule> providerQuarterScoreRule() {
    return QuarterRule.PARAMETER;
  }

  @Bean
  Parameter<Weights> providerScoreWeights() {
    return Weights.PARAMETER;
  }

  @Bean
  Parameter<Integer> providerScorePassing() {
    return MonthScorePolicy.PASSING;
  }

  @Bean
  Parameter<Integer> providerScoreComplaintVisits() {
    return MonthScorePolicy.COMPLAINT_VISITS;
  }
}
