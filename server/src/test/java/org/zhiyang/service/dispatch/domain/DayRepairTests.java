package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.dispatch.domain.DayFixtures.asking;
import static org.zhiyang.service.dispatch.domain.DayFixtures.assigned;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carerId;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

class DayRepairTests {
  private final DayRepair repair = new DayRepair(Engine.SOLVER);
  private final Carer ill = carer(1, Set.of("BATHING"), 4);
  private final Carer well = carer(2, Set.of("BATHING"), 4, "08:00-17:00");
  private final Carer third = carer(3, Set.of("BATHING"), 4, "08:00-17:00");

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @Test
  void onlyTheVisitsOfWhoIsIllGoToOthers() {
    var hers = assigned(visit(1, "09:00", "10:00", 60), "09:30", false, 1);
    var others = assigned(visit(2, "13:00", "14:00", 60), "13:30", false, 2);

    var proposal = propose(List.of(hers, others), List.of(ill, well), Map.of(), null);

    assertThat(proposal.lines()).singleElement().satisfies(line -> {
      assertThat(line.change().visit()).isEqualTo(hers.id());
      assertThat(line.part()).isEqualTo(Repair.Part.MOVED);
      assertThat(line.change().after().carers()).containsExactly(carerId(2));
      assertThat(line.change().after().from()).as("the elder was told half past nine").isBetween(LocalTime.of(9, 15), LocalTime.of(9, 45));
    });
  }

  /** All three visits of the other would have to begin an hour later. */
  @Test
  void forAVisitThatCanWaitOnlyTwoOthersMoveUnlessTheDispatcherSaysMore() {
    var hers = assigned(visit(1, "10:00", "10:00", 60), "10:00", false, 1);
    var day = List.of(hers, assigned(visit(2, "10:00", "11:30", 60), "10:00", false, 2), assigned(visit(3, "11:10", "12:40", 60), "11:10", false, 2),
        assigned(visit(4, "12:20", "13:50", 60), "12:20", false, 2));

    var two = propose(day, List.of(ill, well), Map.of(), null);
    var more = propose(day, List.of(ill, well), Map.of(), null, 3);

    assertThat(two.lines()).singleElement().satisfies(line -> assertThat(line.part()).isEqualTo(Repair.Part.LOST));
    assertThat(more.lines()).extracting(Repair.Line::part).containsOnly(Repair.Part.MOVED).hasSize(4);
  }

  @Test
  void whatAHandFixedStaysUnlessItsCarerIsGone() {
    var fixed = assigned(visit(1, "09:00", "10:00", 60), "15:00", true, 2);
    var gone = assigned(visit(2, "10:00", "11:00", 60), "10:00", true, 1);

    var proposal = propose(List.of(fixed, gone), List.of(ill, well), Map.of(), null);

    assertThat(proposal.lines()).extracting(line -> line.change().visit()).containsExactly(gone.id());
    assertThat(proposal.lines().getFirst().change().beforeLocked()).isTrue();
  }

  /** Whoever has no signal tells in the evening. */
  @Test
  void whatNobodyElseCanTakeAnyMoreStaysWithWhoWasTold() {
    var morning = assigned(visit(1, "08:00", "08:30", 60), "08:05", false, 2);
    var late = assigned(visit(2, "15:30", "16:00", 60), "15:40", false, 2);

    var proposal = propose(List.of(morning, late), List.of(well), Map.of(), LocalTime.of(17, 0));

    assertThat(proposal.lines()).isEmpty();
    assertThat(proposal.stuck()).containsExactly(late.id());
  }

  @Test
  void aBathForTwoGetsASecondCarerInPlaceOfTheOneWhoIsIll() {
    var bath = assigned(asking(visit(1, "09:00", "10:00", 90), "BATHING", 5, 2), "09:30", false, 1, 2);

    var proposal = propose(List.of(bath), List.of(ill, well, third), Map.of(), null);

    assertThat(proposal.lines()).singleElement().satisfies(line -> assertThat(line.change().after().carers()).containsExactlyInAnyOrder(carerId(2), carerId(3)));
  }

  @Test
  void aVisitNobodyCanTakeOverIsSaidToBeLost() {
    var hers = assigned(visit(1, "09:00", "10:00", 60), "09:30", false, 1);

    var proposal = propose(List.of(hers), List.of(ill), Map.of(), null);

    assertThat(proposal.lines()).singleElement().satisfies(line -> assertThat(line.part()).isEqualTo(Repair.Part.LOST));
  }

  @Test
  void whoseCarerHasNotComeIsVisitedFromNowOnThoughTheWindowIsOver() {
    var awaited = assigned(visit(1, "09:00", "09:00", 60), "09:00", false, 2);

    var proposal = propose(List.of(awaited), List.of(well, third), Map.of(), LocalTime.of(10, 0));

    assertThat(proposal.lines()).singleElement().satisfies(line -> assertThat(line.change().after().from()).isBetween(LocalTime.of(10, 0), LocalTime.of(11, 30)));
  }

  /** Nobody can be proposed who would begin after the hours of dispatch; that nobody has come is said all the same. */
  @Test
  void whoseCarerHasNotComeInTheEveningIsNamedThoughNobodyCanTakeOver() {
    var awaited = assigned(visit(1, "18:00", "18:00", 60), "18:00", false, 2);
    var day = new PlanningDay(DayFixtures.DAY, List.of(awaited), List.of(well, third), DayFixtures.TRAVEL, DayFixtures.SETTINGS, LocalTime.of(19, 30), true);

    var proposal = repair.propose(new DayRepair.Situation(day, Map.of(), Set.of(), DayFixtures.LIMITS));

    assertThat(proposal.lines()).isEmpty();
    assertThat(proposal.stuck()).containsExactly(awaited.id());
    assertThat(DayRepair.unsolved(day, proposal.lines(), proposal.stuck())).singleElement().satisfies(unsolved -> assertThat(unsolved.reason()).isEqualTo(Unserved.Reason.WINDOW_PASSED));
  }

  @Test
  void whatIsOverOrBeganIsNotNamed() {
    var began = assigned(visit(1, "18:00", "18:00", 60), "18:00", false, 2);
    var day = new PlanningDay(DayFixtures.DAY, List.of(began), List.of(well, third), DayFixtures.TRAVEL, DayFixtures.SETTINGS, LocalTime.of(19, 30), true);

    var proposal = repair.propose(new DayRepair.Situation(day, new HashMap<>(Map.of(began.id(), LocalTime.of(18, 40))), Set.of(), DayFixtures.LIMITS));

    assertThat(proposal.stuck()).isEmpty();
  }

  @Test
  void aVisitThatBeganLatePushesTheNextOrHandsItOn() {
    var running = assigned(visit(1, "09:00", "09:30", 60), "09:00", true, 2);
    var next = assigned(visit(2, "10:00", "10:30", 60), "10:05", false, 2);
    var begun = new HashMap<VisitId, @Nullable LocalTime>(Map.of(running.id(), LocalTime.of(9, 50)));

    var proposal = propose(List.of(running, next), List.of(well, third), begun, LocalTime.of(9, 55));

    assertThat(proposal.lines()).singleElement().satisfies(line -> {
      assertThat(line.change().visit()).isEqualTo(next.id());
      assertThat(line.change().after().carers().contains(carerId(3)) || !line.change().after().from().isBefore(LocalTime.of(10, 55))).isTrue();
    });
  }

  @Test
  void aDayInOrderNeedsNothing() {
    assertThat(propose(List.of(assigned(visit(1, "09:00", "10:00", 60), "09:30", false, 2)), List.of(well, third), Map.of(), null).lines()).isEmpty();
  }

  /** A planned day loses its first carer; what is proposed breaks no rule and leaves everybody else's visits mostly alone. */
  @ParameterizedTest
  @MethodSource("seeds")
  void breaksNoRuleOnGeneratedDays(long seed) {
    var generated = DayFixtures.generated(seed);
    var fresh = new PlanningDay(generated.day(), generated.visits().stream().map(v -> v.withCarers(Set.of(), null).withLocked(false)).toList(), generated.carers(), generated.travel(), generated.settings(), null, true);
    var plan = new CareSearch(Engine.SOLVER).plan(fresh);
    var carers = generated.carers().stream().map(c -> c.id().equals(carerId(0)) ? carer(0, c.skills(), c.certificateLevel()) : c).toList();
    var day = HandCheck.placed(new PlanningDay(fresh.day(), fresh.visits(), carers, fresh.travel(), fresh.settings(), null, true), plan.standings());

    var proposal = repair.propose(new DayRepair.Situation(day, Map.of(), Set.of(), DayFixtures.LIMITS));

    var lines = proposal.lines().stream().map(Repair.Line::change).toList();
    assertThat(HandCheck.brokenAfter(day, lines)).isZero();
    var after = new HashMap<VisitId, DayChange.Standing>();
    lines.forEach(line -> after.put(line.visit(), line.after()));
    assertThat(HandCheck.brokenIn(HandCheck.placed(day, after))).isEmpty();
    var others = proposal.lines().stream().filter(line -> line.part() == Repair.Part.MOVED && !line.change().before().carers().contains(carerId(0))).count();
    var served = proposal.lines().stream().filter(line -> line.part() == Repair.Part.PLACED || line.part() == Repair.Part.MOVED).count();
    assertThat(others).as("more than two others move only where that serves somebody more").isLessThanOrEqualTo(Math.max(2, served - 1));
  }

  private DayRepair.Proposal propose(List<VisitToPlan> visits, List<Carer> carers, Map<VisitId, @Nullable LocalTime> begun, @Nullable LocalTime now) {
    return propose(visits, carers, begun, now, DayFixtures.LIMITS.mostMoved());
  }

  private DayRepair.Proposal propose(List<VisitToPlan> visits, List<Carer> carers, Map<VisitId, @Nullable LocalTime> begun, @Nullable LocalTime now, int mostMoved) {
    return repair.propose(new DayRepair.Situation(new PlanningDay(DayFixtures.DAY, visits, carers, DayFixtures.TRAVEL, DayFixtures.SETTINGS, now, true), begun, Set.of(), DayFixtures.LIMITS.withMostMoved(mostMoved)));
  }
}
