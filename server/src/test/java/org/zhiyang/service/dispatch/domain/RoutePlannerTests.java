package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.dispatch.domain.DayFixtures.asking;
import static org.zhiyang.service.dispatch.domain.DayFixtures.assigned;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carerId;
import static org.zhiyang.service.dispatch.domain.DayFixtures.day;
import static org.zhiyang.service.dispatch.domain.DayFixtures.living;
import static org.zhiyang.service.dispatch.domain.DayFixtures.usual;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiyang.service.dispatch.domain.Explanation.Why;
import org.zhiyang.service.dispatch.domain.Unserved.Means;
import org.zhiyang.service.dispatch.domain.Unserved.Reason;

class RoutePlannerTests {
  private final RoutePlanner planner = new CareSearch(Engine.SOLVER);

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void breaksNoHardRuleAndForgetsNoVisit(long seed) {
    var day = DayFixtures.generated(seed);

    var plan = planner.plan(day);

    assertThat(PlanChecker.faultsIn(day, plan)).isEmpty();
    assertThat(planner.plan(day)).isEqualTo(plan);
  }

  @Test
  void servesMostVisitsOfTheGeneratedDaysThatAnybodyCouldDo() {
    var planned = 0;
    var all = 0;
    for (long seed = 0; seed < 300; seed++) {
      var plan = planner.plan(DayFixtures.generated(seed));
      planned += plan.assignments().size();
      all += plan.assignments().size() + (int) plan.unserved().stream().filter(u -> u.reason() == Reason.ALL_BUSY || u.reason() == Reason.DAYS_FULL).count();
    }

    assertThat(planned / (double) all).isGreaterThan(0.6);
  }

  @Test
  void sendsTheUsualCarerThoughAnotherLivesNearer() {
    var far = carer(1, Set.of(), 5, "08:00-17:00");
    var near = carer(2, Set.of(), 5, "08:00-17:00");
    var home = usual(living(visit(1, "09:00", "10:00", 60), 120.11, 30.87), 1);

    var plan = planner.plan(day(List.of(home), List.of(far, near)));

    assertThat(plan.assignments().getFirst().carers()).containsExactly(carerId(1));
    assertThat(plan.assignments().getFirst().explanation().why()).startsWith(Why.USUAL);
  }

  @Test
  void sendsTwoToABathAtTheSameMinute() {
    var bath = asking(visit(1, "09:00", "10:00", 90), "BATHING", 5, 2);

    var plan = planner.plan(day(List.of(bath, visit(2, "08:00", "08:30", 60)), List.of(carer(1, Set.of("BATHING"), 4, "08:00-12:00"), carer(2, Set.of("BATHING"), 5, "08:00-12:00"))));

    assertThat(plan.unserved()).isEmpty();
    assertThat(plan.assignments()).filteredOn(a -> a.visit().equals(bath.id())).singleElement().satisfies(a -> assertThat(a.carers()).hasSize(2));
  }

  @Test
  void saysThatACrewIsTooSmallAndWhoCouldBeCalledIn() {
    var bath = asking(visit(1, "09:00", "10:00", 90), "BATHING", 5, 2);

    var plan = planner.plan(day(List.of(bath), List.of(carer(1, Set.of("BATHING"), 4, "08:00-12:00"), carer(2, Set.of("BATHING"), 4))));

    assertThat(plan.unserved()).singleElement().satisfies(u -> {
      assertThat(u.reason()).isEqualTo(Reason.CREW_TOO_SMALL);
      assertThat(u.remedies().getFirst()).isEqualTo(new Unserved.Remedy(Means.CALL_IN, List.of(carerId(2)), null));
    });
  }

  @Test
  void saysWhichOtherTimeWouldDoWhenAllAreBusy() {
    var alone = List.of(carer(1, Set.of(), 5, "08:00-17:00"));

    var plan = planner.plan(day(List.of(visit(1, "09:00", "09:00", 120), visit(2, "09:00", "09:15", 120)), alone));

    assertThat(plan.unserved()).singleElement().satisfies(u -> {
      assertThat(u.reason()).isEqualTo(Reason.ALL_BUSY);
      assertThat(u.remedies().getFirst().means()).isEqualTo(Means.OTHER_TIME);
      assertThat(u.remedies().getFirst().from()).isEqualTo(LocalTime.of(11, 15));
    });
  }

  @Test
  void leavesALockedVisitWhereItIsAndGoesRoundIt() {
    var locked = assigned(visit(1, "09:00", "10:00", 60), "09:30", true, 1);
    var other = visit(2, "09:00", "10:30", 60);

    var plan = planner.plan(day(List.of(locked, other), List.of(carer(1, Set.of(), 5, "08:00-17:00"))));

    assertThat(plan.assignments()).extracting(a -> a.from().toString()).containsExactly("09:30", "10:35");
  }

  @Test
  void keepsWhatWasPromisedUnlessAskedToStartAnew() {
    var promised = assigned(visit(1, "09:00", "12:00", 60), "11:00", false, 1);
    var kept = day(List.of(promised), List.of(carer(1, Set.of(), 5, "08:00-17:00")));

    assertThat(planner.plan(kept).assignments().getFirst().from()).isEqualTo(LocalTime.of(11, 0));
    assertThat(planner.plan(new PlanningDay(kept.day(), kept.visits(), kept.carers(), kept.travel(), kept.settings(), null, false)).assignments().getFirst().from()).isEqualTo(LocalTime.of(9, 0));
  }

  @Test
  void dropsAPromiseTheRulesNowForbid() {
    var promised = assigned(asking(visit(1, "09:00", "12:00", 60), null, 5, 1), "11:00", false, 1);

    var plan = planner.plan(day(List.of(promised), List.of(carer(1, Set.of(), null, "08:00-17:00"), carer(2, Set.of(), 5, "08:00-17:00"))));

    assertThat(plan.assignments().getFirst().carers()).containsExactly(carerId(2));
  }

  @Test
  void plansNothingBeforeNow() {
    var today = day(List.of(visit(1, "09:00", "09:30", 60), visit(2, "10:00", "15:00", 60)), List.of(carer(1, Set.of(), 5, "08:00-17:00")));

    var plan = planner.plan(new PlanningDay(today.day(), today.visits(), today.carers(), today.travel(), today.settings(), LocalTime.of(11, 0), true));

    assertThat(plan.assignments()).singleElement().satisfies(a -> assertThat(a.from()).isEqualTo(LocalTime.of(11, 0)));
    assertThat(plan.unserved()).singleElement().satisfies(u -> assertThat(u.reason()).isEqualTo(Reason.WINDOW_PASSED));
  }
}
