package org.zhiyang.service.dispatch.usecase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.service.dispatch.domain.PlanningSettings;
import org.zhiyang.service.dispatch.domain.PlanningWeights;

/** The figures of one day's plan, checked when the platform starts. */
@Configuration(proxyBeanMethods = false)
class DispatchParameters {
  /** Hours in which visits are dispatched, {@code to} exclusive. */
  record Hours(LocalTime from, LocalTime to) {}

  /** km/h by means of travel, each above 0. */
  record Speeds(Map<TravelMode, Double> kmPerHour) {
    @com.fasterxml.jackson.annotation.JsonCreator(mode = com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING)
    Speeds {
      for (var mode : TravelMode.values()) {
        var speed = kmPerHour.get(mode);
        if (speed == null || !(speed > 0)) throw new IllegalArgumentException("no speed above 0 for " + mode);
      }
    }
  }

  /** 1 (may wait) to 9 (must be) by service. */
  record Priorities(Map<String, Integer> byService) {
    @com.fasterxml.jackson.annotation.JsonCreator(mode = com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING)
    Priorities {
      if (byService.values().stream().anyMatch(p -> p < 1 || p > 9)) throw new IllegalArgumentException("priorities run from 1 to 9");
    }
  }

  static final Parameter<Hours> HOURS = Parameter.of("dispatch-day", Hours.class, "time_of_day");
  static final Parameter<Integer> HANDOVER = Parameter.of("dispatch-handover-minutes", Integer.class, "minutes");
  static final Parameter<Integer> DAY_LENGTH = Parameter.of("dispatch-maximum-minutes-per-day", Integer.class, "minutes_per_day");
  static final Parameter<BigDecimal> DETOUR = Parameter.of("dispatch-detour-factor", BigDecimal.class, "factor");
  static final Parameter<Speeds> SPEED = Parameter.of("dispatch-speed", Speeds.class, "km_per_hour");
  static final Parameter<Integer> TOLERANCE = Parameter.of("dispatch-window-tolerance", Integer.class, "minutes");
  static final Parameter<PlanningWeights> WEIGHTS = Parameter.of("dispatch-weights", PlanningWeights.class, "travel_minutes");
  static final Parameter<Integer> WEEK_LENGTH = Parameter.of("dispatch-maximum-minutes-per-week", Integer.class, "minutes_per_week");
  static final Parameter<Integer> REST = Parameter.of("dispatch-rest-minutes", Integer.class, "minutes");
  static final Parameter<Priorities> PRIORITIES = Parameter.of("dispatch-priorities", Priorities.class, "priority");
  static final Parameter<Integer> CELL = Parameter.of("dispatch-travel-cell-meters", Integer.class, "meters");

  static PlanningSettings settings(Parameters parameters, String region, LocalDate day, LocalDate today) {
    var hours = parameters.get(HOURS, region, day, today).value();
    return new PlanningSettings(hours.from(), hours.to(), parameters.get(HANDOVER, region, day, today).value(), parameters.get(DAY_LENGTH, region, day, today).value(),
        parameters.get(WEEK_LENGTH, region, day, today).value(), parameters.get(REST, region, day, today).value(), parameters.get(TOLERANCE, region, day, today).value(),
        parameters.get(WEIGHTS, region, day, today).value(), parameters.get(PRIORITIES, region, day, today).value().byService(),
        parameters.get(WeekParameters.SEARCH, region, day, today).value().day());
  }

  @Bean
  Parameter<Hours> dispatchHours() {
    return HOURS;
  }

  @Bean
  Parameter<Integer> dispatchHandover() {
    return HANDOVER;
  }

  @Bean
  Parameter<Integer> dispatchDayLength() {
    return DAY_LENGTH;
  }

  @Bean
  Parameter<BigDecimal> dispatchDetour() {
    return DETOUR;
  }

  @Bean
  Parameter<Speeds> dispatchSpeed() {
    return SPEED;
  }

  @Bean
  Parameter<Integer> dispatchTolerance() {
    return TOLERANCE;
  }

  @Bean
  Parameter<PlanningWeights> dispatchWeights() {
    return WEIGHTS;
  }

  @Bean
  Parameter<Integer> dispatchWeekLength() {
    return WEEK_LENGTH;
  }

  @Bean
  Parameter<Integer> dispatchRest() {
    return REST;
  }

  @Bean
  Parameter<Priorities> dispatchPriorities() {
    return PRIORITIES;
  }

  @Bean
  Parameter<Integer> dispatchCell() {
    return CELL;
  }
}
