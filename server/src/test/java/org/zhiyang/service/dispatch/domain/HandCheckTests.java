package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.dispatch.domain.DayFixtures.asking;
import static org.zhiyang.service.dispatch.domain.DayFixtures.assigned;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carerId;
import static org.zhiyang.service.dispatch.domain.DayFixtures.day;
import static org.zhiyang.service.dispatch.domain.DayFixtures.living;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;
import static org.zhiyang.service.dispatch.domain.DayFixtures.wishing;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandCheckTests {
  private final java.util.List<org.zhiyang.registry.workforce.Carer> carers = List.of(carer(1, Set.of("BATHING"), 5, "08:00-12:00"), carer(2, Set.of(), null, "08:00-17:00"));

  @Test
  void namesTheVisitThatIsInTheWay() {
    var standing = assigned(visit(1, "09:00", "10:00", 60), "09:30", false, 1);
    var moved = living(visit(2, "09:00", "10:00", 60), 120.13, 30.87);

    var check = new HandCheck(day(List.of(standing, moved), carers), moved);

    assertThat(check.objections(List.of(carerId(1)), LocalTime.of(10, 30))).containsExactly(new Objection(HardRule.ONE_PLACE, carerId(1), standing.id()));
    assertThat(check.objections(List.of(carerId(1)), LocalTime.of(8, 20))).containsExactly(new Objection(HardRule.ONE_PLACE, carerId(1), standing.id()));
    assertThat(check.objections(List.of(carerId(1)), LocalTime.of(10, 50))).isEmpty();
  }

  @Test
  void namesEachRuleABadCrewBreaks() {
    var bath = asking(visit(1, "09:00", "10:00", 90), "BATHING", 5, 2);
    var check = new HandCheck(day(List.of(bath), carers), bath);

    assertThat(check.objections(List.of(carerId(1), carerId(2)), LocalTime.of(9, 0))).extracting(Objection::rule).containsExactly(HardRule.SKILL);
    assertThat(check.objections(List.of(carerId(1)), LocalTime.of(11, 0))).extracting(Objection::rule).containsExactly(HardRule.CREW, HardRule.SHIFT);
    assertThat(check.objections(List.of(carerId(9), carerId(1)), LocalTime.of(9, 0))).extracting(Objection::rule).containsExactly(HardRule.ON_DUTY);
  }

  @Test
  void sendsNobodyTheElderDoesNotWant() {
    var refusing = wishing(visit(1, "09:00", "10:00", 60), Set.of(), Set.of(carerId(1)));
    var day = day(List.of(refusing), carers);

    assertThat(new HandCheck(day, refusing).objections(List.of(carerId(1)), LocalTime.of(9, 0))).containsExactly(new Objection(HardRule.REFUSED, carerId(1), null));
    assertThat(new MovePreview(day, refusing).rows().getFirst().spans()).singleElement().satisfies(span -> assertThat(span.rule()).isEqualTo(HardRule.REFUSED));
    assertThat(HandCheck.brokenIn(day(List.of(assigned(refusing, "09:00", false, 1)), carers))).containsExactly(refusing.id());
    assertThat(new HandCheck(day, refusing).objections(List.of(carerId(2)), LocalTime.of(9, 0))).isEmpty();
  }

  @Test
  void sendsNobodyWhereNoWayLeads() {
    var lost = living(visit(1, "09:00", "10:00", 60), 113.3, 23.1);
    var day = day(List.of(lost), carers);

    assertThat(new HandCheck(day, lost).objections(List.of(carerId(2)), LocalTime.of(9, 0))).containsExactly(new Objection(HardRule.UNREACHABLE, carerId(2), null));
    assertThat(new MovePreview(day, lost).rows()).allSatisfy(row -> assertThat(row.spans()).singleElement().satisfies(span -> assertThat(span.rule()).isEqualTo(HardRule.UNREACHABLE)));
  }

  @Test
  void namesWhatIsFixedToACarerTheElderHasRefusedSince() {
    var fixed = assigned(wishing(visit(1, "09:00", "10:00", 60), Set.of(), Set.of(carerId(1))), "09:00", true, 1);
    var moved = assigned(wishing(visit(2, "09:00", "10:00", 60), Set.of(), Set.of(carerId(1))), "10:30", false, 1);
    var other = assigned(wishing(visit(3, "09:00", "10:00", 60), Set.of(), Set.of(carerId(1))), "09:00", true, 2);

    assertThat(HandCheck.fixedThoughRefused(day(List.of(fixed, moved, other), carers))).containsExactly(fixed);
  }

  @Test
  void letsAHandAgreeAnotherTimeThanTheWindow() {
    var visit = visit(1, "09:00", "09:30", 60);
    var check = new HandCheck(day(List.of(visit), carers), visit);

    assertThat(check.objections(List.of(carerId(2)), LocalTime.of(14, 0))).isEmpty();
    assertThat(check.minutesOutsideWindow(LocalTime.of(14, 0))).isEqualTo(270);
  }

  @Test
  void findsStandingAssignmentsThatLostTheirGround() {
    var lapsed = assigned(asking(visit(1, "09:00", "10:00", 60), null, 5, 1), "09:00", true, 2);

    assertThat(HandCheck.brokenIn(day(List.of(lapsed, assigned(visit(2, "09:00", "10:00", 60), "10:30", false, 2)), carers))).containsExactly(lapsed.id());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void findsInOneLookWhatALookAtEachVisitFinds(long seed) {
    var made = DayFixtures.generated(seed);
    var day = new PlanningDay(made.day(), made.visits(), made.carers(), made.travel(), made.settings(), null, true);
    var each = day.visits().stream().filter(v -> v.plannedFrom() != null && !new HandCheck(day, v).objections(v.carers(), v.plannedFrom()).isEmpty()).map(v -> v.id()).toList();

    assertThat(HandCheck.brokenIn(day)).isEqualTo(each);
  }

  @Test
  void looksAtALargeDayInAMoment() {
    var many = new java.util.ArrayList<org.zhiyang.registry.workforce.Carer>();
    var visits = new java.util.ArrayList<org.zhiyang.service.homecare.VisitToPlan>();
    for (int n = 0; n < 100; n++) {
      many.add(carer(n, Set.of(), null, "07:30-19:00"));
      for (int k = 0; k < 12; k++) visits.add(assigned(visit(n * 12 + k, "08:00", "18:00", 30), LocalTime.of(7, 40).plusMinutes(50L * k).toString(), false, n));
    }
    var day = day(visits, many);
    HandCheck.brokenIn(day);

    var began = System.nanoTime();
    assertThat(HandCheck.brokenIn(day)).isEmpty();
    assertThat((System.nanoTime() - began) / 1_000_000).as("milliseconds for 100 carers with 1,200 visits").isLessThan(500);
  }
}
