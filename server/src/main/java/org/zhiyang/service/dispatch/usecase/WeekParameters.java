package org.zhiyang.service.dispatch.usecase;

import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.policy.Parameter;

/** The figures of the weekly plan, of repairs and of what-ifs, checked when the platform starts. */
@Configuration(proxyBeanMethods = false)
class WeekParameters {
  /** Seconds of search: one day, a county's week, one side of a what-if. */
  record Search(int day, int week, int whatIf) {}

  static final Parameter<Search> SEARCH = Parameter.of("dispatch-search-seconds", Search.class, "seconds");
  static final Parameter<Integer> AHEAD = Parameter.of("dispatch-plan-ahead-days", Integer.class, "days");
  static final Parameter<Integer> PUBLISH = Parameter.of("dispatch-publish-days", Integer.class, "days");
  static final Parameter<LocalTime> FREEZE = Parameter.of("dispatch-freeze-hour", LocalTime.class, "time_of_day");
  static final Parameter<Integer> LATE = Parameter.of("dispatch-late-tolerance", Integer.class, "minutes");
  /** Others a repair may move for a visit that can wait when nobody says otherwise, and the priority ({@code dispatch-priorities}) from which on a visit cannot. */
  record RepairLimits(int mostMoved, int vital) {}

  static final Parameter<RepairLimits> REPAIR_LIMITS = Parameter.of("dispatch-repair-limits", RepairLimits.class, "rule");
  static final Parameter<Integer> REPAIR_TOLERANCE = Parameter.of("dispatch-repair-tolerance", Integer.class, "minutes");

  @Bean
  Parameter<Search> dispatchSearch() {
    return SEARCH;
  }

  @Bean
  Parameter<Integer> dispatchAhead() {
    return AHEAD;
  }

  @Bean
  Parameter<Integer> dispatchPublish() {
    return PUBLISH;
  }

  @Bean
  Parameter<LocalTime> dispatchFreeze() {
    return FREEZE;
  }

  @Bean
  Parameter<Integer> dispatchLate() {
    return LATE;
  }

  @Bean
  Parameter<Integer> dispatchRepairTolerance() {
    return REPAIR_TOLERANCE;
  }

  @Bean
  Parameter<RepairLimits> dispatchRepairLimits() {
    return REPAIR_LIMITS;
  }
}
