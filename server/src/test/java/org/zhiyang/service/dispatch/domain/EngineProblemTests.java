package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.zhiyang.service.dispatch.domain.DayFixtures.asking;
import static org.zhiyang.service.dispatch.domain.DayFixtures.assigned;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carerId;
import static org.zhiyang.service.dispatch.domain.DayFixtures.day;
import static org.zhiyang.service.dispatch.domain.DayFixtures.usual;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareIntake;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareScore;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;

class EngineProblemTests {
  private static final CareScore NONE = new CareScore(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  private final org.zhiyang.registry.workforce.Carer one = carer(1, Set.of("BATHING"), 4, "08:00-12:00", "12:00-13:00", "14:00-17:00");
  private final org.zhiyang.registry.workforce.Carer two = carer(2, Set.of(), null, "08:00-17:00");

  @Test
  void theAgreedWindowIsTheWishAndItsToleranceTheRule() {
    var visit = EngineProblem.of(List.of(day(List.of(usual(visit(1, "09:00", "10:00", 60), 2)), List.of(one, two))), Map.of(), Map.of()).problem().visits().getFirst();

    assertThat(List.of(visit.from(), visit.to(), visit.wishedFrom(), visit.wishedTo())).containsExactly(540, 630, 540, 600);
    assertThat(visit.known()).containsExactly(carerId(2).toString());
    assertThat(visit.pool()).isEqualTo(DayFixtures.PROVIDER.toString());
    assertThat(visit.pin()).isNull();
  }

  @Test
  void aVisitForTwoIsTwoJoinedOnesAndComesBackAsOne() {
    var bath = asking(visit(1, "09:00", "10:00", 90), "BATHING", 5, 2);
    var problem = EngineProblem.of(List.of(day(List.of(bath), List.of(one, two))), Map.of(), Map.of());
    var names = problem.namesOf(bath.id());
    var whole = new CarePlan(List.of(new CarePlan.Stop(names.get(0), carerId(1).toString(), 555), new CarePlan.Stop(names.get(1), carerId(2).toString(), 555)), List.of(), NONE);

    assertThat(problem.problem().links()).containsExactly(new CareLink(names.get(0), names.get(1), 0, 0));
    assertThat(problem.problem().visits().getFirst().skills()).containsExactly(new CareVisit.Skill("BATHING", 1), new CareVisit.Skill("CERTIFICATE", 1));
    assertThat(problem.read(whole)).containsExactly(Map.entry(bath.id(), new Standing(List.of(carerId(1), carerId(2)), LocalTime.of(9, 15))));
    assertThat(problem.read(new CarePlan(whole.stops().subList(0, 1), List.of(names.get(1)), NONE))).isEmpty();
  }

  @Test
  void aDayIsOneShiftWithAGapForTheHoursOffDuty() {
    var carers = EngineProblem.of(List.of(day(List.of(visit(1, "09:00", "10:00", 60)), List.of(one, two))), Map.of(), Map.of()).problem().carers();

    assertThat(carers.getFirst().shifts()).singleElement().satisfies(shift -> {
      assertThat(shift.from()).isEqualTo(480);
      assertThat(shift.to()).isEqualTo(1020);
      assertThat(shift.gaps()).containsExactly(new CareCarer.Gap(780, 840));
    });
    assertThat(carers.getFirst().skills()).containsExactly(new CareCarer.Skill("BATHING", 1, 1440), new CareCarer.Skill("CERTIFICATE", 2, 1440));
    assertThat(carers.getLast().skills()).isEmpty();
  }

  @Test
  void aVisitThatEndsAfterMidnightTakesItsTimeFromTheNextDay() {
    var begun = assigned(visit(1, "09:00", "10:00", 60), "23:30", true, 3);
    var night = carer(3, Set.of(), null, "00:00-23:59");
    var today = day(List.of(begun), List.of(night));
    var tomorrow = new PlanningDay(today.day().plusDays(1), List.of(), List.of(night), today.travel(), today.settings(), null, true);
    var pinned = Map.of(begun.id(), new Standing(List.of(carerId(3)), LocalTime.of(23, 30)));

    var alone = EngineProblem.of(List.of(today), pinned, Map.of()).problem();
    var both = EngineProblem.of(List.of(today, tomorrow), pinned, Map.of()).problem();

    assertThat(alone.days()).isEqualTo(2);
    assertThat(both.days()).isEqualTo(2);
    assertThat(both.carers().getFirst().shifts()).extracting(CareCarer.Shift::from).containsExactly(0, 1410, 1470);
    assertThatCode(() -> CareIntake.check(both)).doesNotThrowAnyException();
  }

  @Test
  void aCertificateThatExpiresInTheWeekIsHeldUntilThen() {
    var monday = day(List.of(visit(1, "09:00", "10:00", 60)), List.of(one));
    var tuesday = new PlanningDay(monday.day().plusDays(1), List.of(visit(2, "09:00", "10:00", 60)), List.of(carer(1, Set.of("BATHING"), null, "08:00-12:00")), monday.travel(), monday.settings(), null, true);

    var problem = EngineProblem.of(List.of(monday, tuesday), Map.of(), Map.of()).problem();

    assertThat(problem.days()).isEqualTo(2);
    assertThat(problem.carers()).singleElement().satisfies(c -> {
      assertThat(c.skills()).contains(new CareCarer.Skill("CERTIFICATE", 2, 1440), new CareCarer.Skill("BATHING", 1, 2880));
      assertThat(c.shifts()).extracting(CareCarer.Shift::from).containsExactly(480, 1440 + 480);
    });
    assertThat(problem.visits().getLast().from()).isEqualTo(1440 + 540);
  }

  @Test
  void aCertificateThatGetsLowerIsHeldAtEachLevelForItsTimeAndOneThatBeginsLaterIsASkillOfEachDay() {
    var monday = day(List.of(asking(visit(1, "09:00", "10:00", 60), null, 5, 1)), List.of(carer(1, Set.of(), 3, "08:00-12:00")));
    var lower = new PlanningDay(monday.day().plusDays(1), List.of(), List.of(carer(1, Set.of(), 5, "08:00-12:00")), monday.travel(), monday.settings(), null, true);
    var higher = new PlanningDay(monday.day().plusDays(1), List.of(), List.of(carer(1, Set.of(), 1, "08:00-12:00")), monday.travel(), monday.settings(), null, true);

    var falling = EngineProblem.of(List.of(monday, lower), Map.of(), Map.of()).problem();
    var rising = EngineProblem.of(List.of(monday, higher), Map.of(), Map.of()).problem();

    assertThat(falling.carers().getFirst().skills()).containsExactly(new CareCarer.Skill("CERTIFICATE", 3, 1440), new CareCarer.Skill("CERTIFICATE", 1, 2880));
    assertThat(falling.visits().getFirst().skills()).containsExactly(new CareVisit.Skill("CERTIFICATE", 1));
    assertThat(rising.carers().getFirst().skills()).containsExactly(new CareCarer.Skill("CERTIFICATE 2026-11-23", 3, 1440), new CareCarer.Skill("CERTIFICATE 2026-11-24", 5, 2880));
    assertThat(rising.visits().getFirst().skills()).containsExactly(new CareVisit.Skill("CERTIFICATE 2026-11-23", 1));
  }

  @Test
  void whatIsPinnedIsNotQuestionedAndWhatWasToldCostsToChange() {
    var locked = assigned(visit(1, "09:00", "10:00", 60), "14:30", true, 1);
    var told = assigned(visit(2, "09:00", "10:00", 60), "09:30", false, 2);

    var problem = EngineProblem.of(List.of(day(List.of(locked, told), List.of(one, two))), Map.of(locked.id(), new Standing(List.of(carerId(1)), LocalTime.of(14, 30))),
        Map.of(told.id(), new Standing(List.of(carerId(2)), LocalTime.of(9, 30)))).problem();

    assertThat(problem.visits().getFirst().pin()).isEqualTo(new CareVisit.Pin(carerId(1).toString(), 870, true));
    assertThat(problem.standing()).containsExactly(new CarePlan.Stop(told.id().toString(), carerId(2).toString(), 570));
  }

  @Test
  void aVisitWhoseTimeIsOverIsNoPartOfTheProblem() {
    var over = visit(1, "09:00", "09:15", 60);
    var today = day(List.of(over, visit(2, "10:00", "15:00", 60)), List.of(one));

    var problem = EngineProblem.of(List.of(new PlanningDay(today.day(), today.visits(), today.carers(), today.travel(), today.settings(), LocalTime.of(11, 0), true)), Map.of(), Map.of());

    assertThat(problem.namesOf(over.id())).isEmpty();
    assertThat(problem.problem().notBefore()).isEqualTo(660);
    assertThat(problem.problem().visits()).singleElement().satisfies(v -> assertThat(v.from()).isEqualTo(660));
  }
}
