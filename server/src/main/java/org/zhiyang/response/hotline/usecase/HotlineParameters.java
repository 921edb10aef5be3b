package org.zhiyang.response.hotline.usecase;

import java.math.BigDecimal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.response.hotline.domain.Script;
import org.zhiyang.response.hotline.domain.ScriptReader;

/** The figures of the call-back desk, checked when the platform starts, and the operator's script. */
@Configuration(proxyBeanMethods = false)
class HotlineParameters {
  /** Days a call-back may take, the day of opening not counted. */
  static final Parameter<Integer> DAYS = Parameter.of("call-back-days", Integer.class, "days");

  /** Share of abnormal visits that are called back, 0..1; the others go to the county officer at once. */
  static final Parameter<BigDecimal> ABNORMAL_SHARE = Parameter.of("call-back-abnormal-share", BigDecimal.class, "share");

  /** Calls without an answer after which somebody counts as not to be reached. */
  static final Parameter<Integer> ATTEMPTS = Parameter.of("call-back-attempts", Integer.class, "calls");

  @Bean
  Script callBackScript(ProfileFiles files) {
    return ScriptReader.read(files);
  }

  @Bean
  Parameter<Integer> callBackDays() {
    return DAYS;
  }

  @Bean
  Parameter<BigDecimal> callBackAbnormalShare() {
    return ABNORMAL_SHARE;
  }

  @Bean
  Parameter<Integer> callBackAttempts() {
    return ATTEMPTS;
  }
}
