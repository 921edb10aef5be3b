package org.zhiyang.funding.settlement.usecase;

import java.math.BigDecimal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.policy.Parameter;

/** The figures settlement uses, checked when the platform starts. */
@Configuration(proxyBeanMethods = false)
class SettlementParameters {
  /** Share 0..1 of the public money that a failed score withholds. */
  static final Parameter<BigDecimal> PERFORMANCE_SHARE = Parameter.of("provider-score-performance-share", BigDecimal.class, "share");

  /** Minutes of business time in which an approval may be withdrawn; the payment file exists only afterwards. */
  static final Parameter<Integer> WITHDRAWAL_MINUTES = Parameter.of("bank-withdrawal-minutes", Integer.class, "minutes");

  /** Days a payment list is public before it may be approved, the day of preparing being the first; 0 asks for none. */
  static final Parameter<Integer> PUBLICITY_DAYS = Parameter.of("publicity-days-payment-list", Integer.class, "days");

  @Bean
  Parameter<BigDecimal> settlementPerformanceShare() {
    return PERFORMANCE_SHARE;
  }

  @Bean
  Parameter<Integer> settlementWithdrawalMinutes() {
    return WITHDRAWAL_MINUTES;
  }

  @Bean
  Parameter<Integer> settlementPublicityDays() {
    return PUBLICITY_DAYS;
  }
}
