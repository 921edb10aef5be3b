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
import static org.zhiyang.service.dispatch.domain.DayFixtures.wishing;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.Unserved.Reason;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

class VisitReasonsTests {
  private final VisitReasons reasons = new VisitReasons(Engine.SOLVER);
  private final Carer one = carer(1, Set.of(), 5, "08:00-17:00");
  private final Carer two = carer(2, Set.of(), 5, "08:00-17:00");

  @Test
  void saysWhatAnotherCarerWouldCostMoreThanTheOneWhoGoes() {
    var home = assigned(usual(living(visit(1, "09:00", "10:00", 60), 120.11, 30.87), 1), "09:30", false, 1);

    var found = of(day(List.of(home), List.of(one, two)), home);

    assertThat(found.choices()).extracting(VisitReasons.Choice::carer).containsExactly(carerId(1), carerId(2));
    assertThat(found.choices().getFirst().chosen()).isTrue();
    assertThat(found.choices().getFirst().from()).isEqualTo(LocalTime.of(9, 30));
    assertThat(found.choices().getLast()).satisfies(other -> {
      assertThat(other.rule()).isNull();
      assertThat(other.newFaces()).isEqualTo(1);
      assertThat(other.extraMinutes()).as("both set out from the same base").isZero();
      assertThat(other.extraCost()).isGreaterThanOrEqualTo(20);
    });
    assertThat(found.unserved()).isNull();
  }

  @Test
  void saysThatTheElderWantsNoneOfThoseWhoCouldCome() {
    var refusing = wishing(visit(1, "09:00", "10:00", 60), Set.of(), Set.of(carerId(1), carerId(2)));

    var found = of(day(List.of(refusing), List.of(one, two)), refusing);

    assertThat(rule(found, 1)).isEqualTo(HardRule.REFUSED);
    assertThat(found.unserved().reason()).isEqualTo(Reason.ALL_REFUSED);
    assertThat(found.unserved().remedies()).extracting(Unserved.Remedy::means).containsExactly(Unserved.Means.OTHER_PROVIDER);
    assertThat(rule(of(day(List.of(assigned(refusing, "09:00", false, 1)), List.of(one, two)), assigned(refusing, "09:00", false, 1)), 1)).as("who goes already").isEqualTo(HardRule.REFUSED);
  }

  @Test
  void namesTheRuleThatKeepsEachOtherOut() {
    var bath = assigned(asking(visit(1, "09:00", "09:30", 60), "BATHING", 4, 1), "09:00", false, 1);
    var busy = assigned(visit(2, "08:30", "09:00", 120), "08:40", true, 5);
    var carers = List.of(carer(1, Set.of("BATHING"), 4, "08:00-12:00"), carer(2, Set.of(), 4, "08:00-12:00"), carer(3, Set.of("BATHING"), 5, "08:00-12:00"), carer(4, Set.of("BATHING"), 4, "13:00-17:00"),
        carer(5, Set.of("BATHING"), 4, "08:00-12:00"), carer(6, Set.of("BATHING"), 4));

    var found = of(day(List.of(bath, busy), carers), bath);

    assertThat(rule(found, 2)).isEqualTo(HardRule.SKILL);
    assertThat(rule(found, 3)).isEqualTo(HardRule.CERTIFICATE);
    assertThat(rule(found, 4)).isEqualTo(HardRule.SHIFT);
    assertThat(rule(found, 5)).isEqualTo(HardRule.ONE_PLACE);
    assertThat(rule(found, 6)).isEqualTo(HardRule.ON_DUTY);
  }

  @Test
  void ofABathForTwoBothAreChosenAndAThirdCouldStepIn() {
    var bath = assigned(asking(visit(1, "09:00", "10:00", 90), "BATHING", 5, 2), "09:30", false, 1, 2);
    var carers = List.of(carer(1, Set.of("BATHING"), 4, "08:00-12:00"), carer(2, Set.of("BATHING"), 4, "08:00-12:00"), carer(3, Set.of("BATHING"), 4, "08:00-12:00"));

    var found = of(day(List.of(bath), carers), bath);

    assertThat(found.choices().subList(0, 2)).allMatch(VisitReasons.Choice::chosen).allMatch(c -> c.rule() == null);
    assertThat(found.choices().getLast().carer()).isEqualTo(carerId(3));
    assertThat(found.choices().getLast().rule()).isNull();
    assertThat(found.choices().getLast().from()).isEqualTo(LocalTime.of(9, 30));
  }

  /** The point on the map is a thousand kilometres off. */
  @Test
  void saysThatNoWayLeadsThereAndThatThePlaceShouldBeLookedAt() {
    var lost = living(visit(1, "09:00", "10:00", 60), 113.3, 23.1);

    var found = of(day(List.of(lost, visit(2, "09:00", "10:00", 60)), List.of(one, two, carer(3, Set.of(), 5))), lost);

    assertThat(found.choices()).extracting(VisitReasons.Choice::rule).containsExactlyInAnyOrder(HardRule.UNREACHABLE, HardRule.UNREACHABLE, HardRule.ON_DUTY);
    assertThat(found.unserved().reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(found.unserved().remedies()).extracting(Unserved.Remedy::means).as("who is off duty has no way either").containsExactly(Unserved.Means.CHECK_PLACE, Unserved.Means.OTHER_PROVIDER);
  }

  @Test
  void forAVisitNobodyCanGoToItSaysWhy() {
    var open = asking(visit(1, "09:00", "10:00", 60), "BATHING", 5, 1);

    var found = of(day(List.of(open), List.of(one, two)), open);

    assertThat(found.choices()).hasSize(2).allMatch(c -> c.rule() == HardRule.SKILL);
    assertThat(found.unserved()).isNotNull();
    assertThat(found.unserved().reason()).isEqualTo(Reason.NO_SKILL);
  }

  private VisitReasons.Reasons of(PlanningDay day, VisitToPlan visit) {
    var placed = new HashMap<VisitId, Standing>();
    day.visits().forEach(v -> placed.put(v.id(), v.carers().isEmpty() ? Standing.NOBODY : new Standing(List.copyOf(v.carers()), v.plannedFrom())));
    return reasons.of(day, placed, visit);
  }

  private static HardRule rule(VisitReasons.Reasons found, int carer) {
    return found.choices().stream().filter(c -> c.carer().equals(carerId(carer))).findFirst().orElseThrow().rule();
  }
}
