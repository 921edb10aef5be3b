package org.zhiyang.need.intake.usecase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.need.intake.domain.StepLimits;
import org.zhiyang.platform.policy.Parameter;

/** The figures of intake, checked when the platform starts. */
@Configuration(proxyBeanMethods = false)
public class IntakeParameters {
  /** Calendar days a case may wait for each step. */
  public static final Parameter<StepLimits> STEP_LIMITS = Parameter.of("case-step-time-limit", StepLimits.class, "days");

  /** Days within which the same services asked for again are a likely duplicate. */
  static final Parameter<Integer> DUPLICATE_WINDOW = Parameter.of("need-duplicate-window-days", Integer.class, "days");

  @Bean
  Parameter<StepLimits> caseStepTimeLimit() {
    return STEP_LIMITS;
  }

  @Bean
  Parameter<Integer> needDuplicateWindow() {
    return DUPLICATE_WINDOW;
  }
}
