package org.zhiyang.need.eligibility.usecase;

import java.math.BigDecimal;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.need.eligibility.domain.AgeReached;
import org.zhiyang.need.eligibility.domain.GroupHours;
import org.zhiyang.need.eligibility.domain.HoursTable;
import org.zhiyang.need.eligibility.domain.PayerOrder;
import org.zhiyang.need.eligibility.rules.RuleBook;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.policy.Parameter;

/** The rules and figures of eligibility, read and checked when the platform starts. */
@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {
  static final Parameter<HoursTable> HOURS = Parameter.of("home-care-entitlement", HoursTable.class, "hours_per_month");
  static final Parameter<GroupHours> GROUP_HOURS = Parameter.of("home-care-entitlement-other-groups", GroupHours.class, "hours_per_month");
  static final Parameter<Integer> VOUCHER_MINIMUM_AGE = Parameter.of("care-voucher-minimum-age", Integer.class, "years");
  static final Parameter<AbilityLevel> VOUCHER_MINIMUM_LEVEL = Parameter.of("care-voucher-minimum-level", AbilityLevel.class, "ability_level");
  static final Parameter<Long> VOUCHER_CAP = Parameter.of("care-voucher-monthly-cap", Long.class, "fen_per_month");
  static final Parameter<BigDecimal> VOUCHER_RATE = Parameter.of("care-voucher-rate-home", BigDecimal.class, "share");
  static final Parameter<PayerOrder> PAYER_ORDER = Parameter.of("payer-order", PayerOrder.class, "ordered_list");
  static final Parameter<AgeReached> AGE_REACHED = Parameter.of("age-reached-rule", AgeReached.class, "choice");
  static final Parameter<Integer> LONGEST_VISIT = Parameter.of("longest-visit-minutes", Integer.class, "minutes");

  @Bean
  RuleBook eligibilityRules(ProfileFiles files) {
    return RuleBook.reading(files.all("eligibility", ".yaml").stream().map(file -> new RuleBook.File(file.path(), file.content())).toList());
  }

  /** A fault in a rule stops the start, before the server says it is ready and before anything is loaded. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ApplicationRunner eligibilityRulesChecked(RuleBook rules) {
    return arguments -> rules.rules();
  }

  @Bean
  Parameter<HoursTable> homeCareHours() {
    return HOURS;
  }

  @Bean
  Parameter<GroupHours> homeCareGroupHours() {
    return GROUP_HOURS;
  }

  @Bean
  Parameter<Integer> careVoucherMinimumAge() {
    return VOUCHER_MINIMUM_AGE;
  }

  @Bean
  Parameter<AbilityLevel> careVoucherMinimumLevel() {
    return VOUCHER_MINIMUM_LEVEL;
  }

  @Bean
  Parameter<Long> careVoucherCap() {
    return VOUCHER_CAP;
  }

  @Bean
  Parameter<BigDecimal> careVoucherRate() {
    return VOUCHER_RATE;
  }

  @Bean
  Parameter<PayerOrder> payerOrder() {
    return PAYER_ORDER;
  }

  @Bean
  Parameter<AgeReached> ageReached() {
    return AGE_REACHED;
  }

  @Bean
  Parameter<Integer> longestVisit() {
    return LONGEST_VISIT;
  }
}
