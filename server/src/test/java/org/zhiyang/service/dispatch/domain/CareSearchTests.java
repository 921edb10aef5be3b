package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carerId;
import static org.zhiyang.service.dispatch.domain.DayFixtures.usual;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Several days planned together. */
class CareSearchTests {
  private final CareSearch search = new CareSearch(Engine.SOLVER);

  static LongStream seeds() {
    return LongStream.range(1000, 1040);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void engineAndHouseReadTheRulesAlike(long seed) {
    var days = week(seed);

    var outcome = search.plan(days, SearchLimits.ofIterations(2_000, seed), progress -> {});

    assertThat(outcome.refused()).isZero();
    for (int n = 0; n < days.size(); n++) assertThat(PlanChecker.faultsIn(days.get(n), outcome.plans().get(n))).isEmpty();
  }

  @Test
  void sendsWhomTheElderWouldLike() {
    var other = carer(1, Set.of(), 5, "08:00-17:00");
    var wanted = carer(2, Set.of(), 5, "08:00-17:00");
    var plain = visit(1, "09:00", "10:00", 60);

    assertThat(search.plan(DayFixtures.day(List.of(DayFixtures.wishing(plain, Set.of(carerId(2)), Set.of())), List.of(other, wanted))).assignments().getFirst().carers()).containsExactly(carerId(2));
    assertThat(search.plan(DayFixtures.day(List.of(DayFixtures.wishing(plain, Set.of(carerId(1)), Set.of())), List.of(other, wanted))).assignments().getFirst().carers()).containsExactly(carerId(1));
  }

  /** Somebody fixed it by hand, or it has begun: its point on the map is wrong, and the day is planned all the same. */
  @Test
  void aFixedVisitWhereNoWayLeadsStopsNobodyElse() {
    var lost = DayFixtures.assigned(DayFixtures.living(visit(1, "09:00", "10:00", 60), 113.3, 23.1), "09:00", true, 1);

    var outcome = search.plan(List.of(day(List.of(lost, visit(2, "13:00", "14:00", 60)), List.of(carer(1, Set.of(), 5, "08:00-17:00"), carer(2, Set.of(), 5, "08:00-17:00")))), SearchLimits.ofIterations(200, 1), progress -> {});

    assertThat(outcome.refused()).isZero();
    assertThat(outcome.plans().getFirst().assignments()).extracting(DayPlan.Assignment::carers).containsExactly(List.of(carerId(1)), List.of(carerId(2)));
  }

  @Test
  void anElderSeesTheSameFaceAllWeekThoughEachDayAloneWouldSendAnother() {
    var days = new ArrayList<PlanningDay>();
    for (int n = 0; n < 5; n++) days.add(moved(day(List.of(usual(visit(1, "09:00", "10:00", 60), 9)), List.of(carer(1, Set.of(), 5, "08:00-17:00"), carer(2, Set.of(), 5, "08:00-17:00"))), n));

    var plans = search.plan(days, SearchLimits.ofIterations(2_000, 1), progress -> {}).plans();

    var faces = new HashSet<>();
    plans.forEach(plan -> faces.addAll(plan.assignments().getFirst().carers()));
    assertThat(faces).hasSize(1);
  }

  @Test
  void nobodyWorksMoreThanAWeekAllows() {
    var days = new ArrayList<PlanningDay>();
    for (int n = 0; n < 7; n++) {
      var visits = new ArrayList<VisitToPlan>();
      for (int v = 0; v < 4; v++) visits.add(visit(v, "08:00", "17:00", 110));
      days.add(moved(day(visits, List.of(carer(1, Set.of(), 5, "08:00-18:30"), carer(2, Set.of(), 5, "08:00-18:30"))), n));
    }

    var plans = search.plan(days, SearchLimits.ofIterations(5_000, 1), progress -> {}).plans();

    for (var id : List.of(carerId(1), carerId(2))) {
      var minutes = plans.stream().flatMap(p -> p.assignments().stream()).filter(a -> a.carers().contains(id)).mapToLong(a -> Duration.between(a.from(), a.to()).toMinutes()).sum();
      assertThat(minutes).isLessThanOrEqualTo(2400);
    }
  }

  /** None on the first day, 5 from the second, 3 from the third, 4 on the fourth, none on the fifth; each day one visit asks for 5 and one for 3. */
  @Test
  void aCertificateCountsOnTheDaysItIsHeldWheneverItBegins() {
    var levels = java.util.Arrays.asList(null, 5, 3, 4, null);
    var days = new ArrayList<PlanningDay>();
    for (int n = 0; n < 5; n++) {
      days.add(moved(day(List.of(DayFixtures.asking(visit(1, "09:00", "10:00", 60), null, 5, 1), DayFixtures.asking(visit(2, "13:00", "14:00", 60), null, 3, 1)), List.of(carer(1, Set.of(), levels.get(n), "08:00-17:00"))), n));
    }

    var outcome = search.plan(days, SearchLimits.ofIterations(2_000, 1), progress -> {});

    assertThat(outcome.refused()).isZero();
    assertThat(outcome.plans().stream().map(plan -> plan.assignments().size())).containsExactly(0, 1, 2, 1, 0);
    assertThat(outcome.score().unservedVisits()).as("the engine itself places them, not only the house afterwards").isEqualTo(6);
  }

  private static PlanningDay day(List<VisitToPlan> visits, List<Carer> carers) {
    return DayFixtures.day(visits, carers);
  }

  /** Three generated days with the carers of the first. */
  private static List<PlanningDay> week(long seed) {
    var days = new ArrayList<PlanningDay>();
    var first = DayFixtures.generated(seed);
    for (int n = 0; n < 3; n++) {
      var drawn = DayFixtures.generated(seed + 7_919L * n);
      var own = first.carers().stream().map(Carer::id).toList();
      var visits = drawn.visits().stream().filter(v -> own.containsAll(v.carers())).toList();
      days.add(moved(new PlanningDay(first.day(), visits, first.carers(), first.travel(), first.settings(), n == 0 ? first.notBefore() : null, drawn.keepAssigned()), n));
    }
    return days;
  }

  /** The same day so many days later, with visits of its own. */
  private static PlanningDay moved(PlanningDay day, int later) {
    var visits = day.visits().stream().map(v -> new VisitToPlan(new VisitId(DayFixtures.id("visit" + later, v.id().hashCode())), v.order(), v.elder(), v.provider(), v.service(), v.day().plusDays(later),
        v.windowFrom(), v.windowTo(), v.durationMinutes(), v.crew(), v.requiredSkill(), v.minimumCertificateLevel(), v.lng(), v.lat(), v.carers(), v.plannedFrom(), v.usualCarer(), v.locked(), v.wishes())).toList();
    return new PlanningDay(day.day().plusDays(later), visits, day.carers(), day.travel(), day.settings(), day.notBefore(), day.keepAssigned());
  }
}
