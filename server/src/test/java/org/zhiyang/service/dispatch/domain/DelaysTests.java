package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.dispatch.domain.DayFixtures.assigned;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carerId;
import static org.zhiyang.service.dispatch.domain.DayFixtures.living;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.dispatch.domain.Delays.Delay;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Tolerance 15 minutes, handover 5, window tolerance 30, hours of dispatch 07:30 to 19:00. */
class DelaysTests {
  private final Carer she = carer(1, Set.of(), null, "08:00-17:00");
  private final VisitToPlan first = assigned(visit(1, "09:00", "09:30", 60), "09:00", false, 1);
  private final VisitToPlan next = assigned(visit(2, "10:00", "14:00", 60), "10:15", false, 1);

  @ParameterizedTest(name = "checked in at {0}, next told 10:15: late {1}")
  @CsvSource({"09:00, false", "09:10, false", "09:24, false", "09:25, true", "09:50, true"})
  void whoCheckedInLateIsLateForTheNextFromTheToleranceOn(LocalTime in, boolean late) {
    var delays = at(in.plusMinutes(1), Map.of(first.id(), in), Set.of(), first, next);

    assertThat(delays).isEqualTo(late ? List.of(new Delay(next.id(), carerId(1), first.id())) : List.of());
  }

  @ParameterizedTest(name = "still there at {0}: late {1}")
  @CsvSource({"10:00, false", "10:24, false", "10:25, true"})
  void whoStaysLongerThanPlannedIsLateForTheNext(LocalTime now, boolean late) {
    assertThat(at(now, Map.of(first.id(), LocalTime.of(9, 0)), Set.of(), first, next)).extracting(Delay::because).isEqualTo(late ? List.of(first.id()) : List.of());
  }

  @Test
  void whoIsDoneIsFreeForTheNext() {
    assertThat(at(LocalTime.of(10, 29), Map.of(first.id(), LocalTime.of(9, 25)), Set.of(first.id()), first, next)).isEmpty();
  }

  @Test
  void aVisitNobodyCheckedInToIsLateItselfAndSoIsWhatFollows() {
    assertThat(at(LocalTime.of(9, 14), Map.of(), Set.of(), first, next)).isEmpty();
    assertThat(at(LocalTime.of(9, 40), Map.of(), Set.of(), first, next)).containsExactly(new Delay(first.id(), carerId(1), first.id()), new Delay(next.id(), carerId(1), first.id()));
  }

  @Test
  void aVisitNobodyCameToIsGivenUpTwoHoursAfterItsEnd() {
    assertThat(at(LocalTime.of(12, 0), Map.of(), Set.of(), first)).hasSize(1);
    assertThat(at(LocalTime.of(12, 1), Map.of(), Set.of(), first)).isEmpty();
  }

  @Test
  void theWayCountsToo() {
    var far = living(next, 120.14, 30.87);

    assertThat(at(LocalTime.of(9, 21), Map.of(first.id(), LocalTime.of(9, 20)), Set.of(), first, far)).extracting(Delay::visit).containsExactly(far.id());
  }

  @Test
  void aFewMinutesAreADelayWhereTheyBreakTheWindowOrTheShift() {
    var tight = assigned(visit(2, "10:00", "09:45", 60), "10:15", false, 1);
    var last = assigned(visit(3, "15:00", "17:00", 60), "16:00", false, 1);
    var before = assigned(visit(4, "14:00", "15:00", 60), "14:50", false, 1);

    assertThat(at(LocalTime.of(9, 15), Map.of(first.id(), LocalTime.of(9, 12)), Set.of(), first, tight)).as("the window and its tolerance end at 10:15").extracting(Delay::visit).containsExactly(tight.id());
    assertThat(at(LocalTime.of(15, 0), Map.of(before.id(), LocalTime.of(14, 56)), Set.of(), before, last)).as("the shift ends at 17:00").extracting(Delay::visit).containsExactly(last.id());
  }

  @Test
  void timeLeftInBetweenEndsADelay() {
    var later = assigned(visit(3, "13:00", "14:00", 60), "13:00", false, 1);

    assertThat(at(LocalTime.of(9, 55), Map.of(first.id(), LocalTime.of(9, 50)), Set.of(), first, later)).isEmpty();
  }

  @Test
  void aDayToComeHasNoDelays() {
    assertThat(Delays.of(new DayRepair.Situation(DayFixtures.day(List.of(first, next), List.of(she)), Map.of(), Set.of(), DayFixtures.LIMITS))).isEmpty();
  }

  /** A visit a hand has fixed moves all the same when its carer cannot be there. */
  @Test
  void theRepairAnswersTheDelayOfAFixedVisitToo() {
    var fixed = next.withLocked(true);
    var day = new PlanningDay(DayFixtures.DAY, List.of(first.withLocked(true), fixed), List.of(she, carer(2, Set.of(), null, "08:00-17:00")), DayFixtures.TRAVEL, DayFixtures.SETTINGS, LocalTime.of(9, 51), true);

    var proposal = new DayRepair(Engine.SOLVER).propose(new DayRepair.Situation(day, new HashMap<>(Map.of(first.id(), LocalTime.of(9, 50))), Set.of(), DayFixtures.LIMITS));

    assertThat(proposal.lines()).extracting(line -> line.change().visit()).containsExactly(fixed.id());
  }

  private List<Delay> at(LocalTime now, Map<VisitId, @Nullable LocalTime> begun, Set<VisitId> over, VisitToPlan... visits) {
    return Delays.of(new DayRepair.Situation(new PlanningDay(DayFixtures.DAY, List.of(visits), List.of(she), DayFixtures.TRAVEL, DayFixtures.SETTINGS, now, true), begun, over, DayFixtures.LIMITS));
  }
}
