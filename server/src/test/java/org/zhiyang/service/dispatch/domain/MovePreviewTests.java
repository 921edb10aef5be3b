package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.dispatch.domain.DayFixtures.assigned;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carerId;
import static org.zhiyang.service.dispatch.domain.DayFixtures.day;
import static org.zhiyang.service.dispatch.domain.DayFixtures.living;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.service.dispatch.domain.MovePreview.Span;

class MovePreviewTests {
  @Test
  void tellsTheFreeStartsAroundAVisitThatStandsAndTheOneInTheWay() {
    var standing = assigned(visit(1, "09:00", "10:00", 60), "09:30", false, 1);
    var moved = living(visit(2, "09:00", "10:00", 60), 120.13, 30.87);
    var way = DayFixtures.TRAVEL.minutes(TravelMode.E_BIKE, new org.zhiyang.platform.region.Position(120.10, 30.87), new org.zhiyang.platform.region.Position(120.13, 30.87));

    var row = new MovePreview(day(List.of(standing, moved), List.of(carer(1, Set.of(), null, "08:00-12:00"))), moved).rows().getFirst();

    assertThat(row.plannedMinutes()).isEqualTo(60);
    assertThat(row.spans()).extracting(Span::rule).containsExactly(HardRule.SHIFT, HardRule.ONE_PLACE, null, HardRule.SHIFT);
    assertThat(row.spans().get(1).other()).isEqualTo(standing.id());
    assertThat(row.spans().get(2)).isEqualTo(new Span(630 + 5 + way, 660, way, 60 + 60 + way, null, null));
  }

  @Test
  void saysByHowMuchTheDayWouldBeTooLong() {
    var full = assigned(visit(1, "08:00", "08:00", 440), "08:00", false, 1);
    var moved = visit(2, "15:00", "18:00", 60);

    var spans = new MovePreview(day(List.of(full, moved), List.of(carer(1, Set.of(), null, "07:30-19:00"))), moved).rows().getFirst().spans();

    assertThat(spans).last().isEqualTo(new Span(8 * 60 + 440 + 5, 18 * 60, 0, 500, HardRule.DAY_LENGTH, null));
  }

  /** Over days of every kind, what the preview says of a minute is what the check of that one assignment says, and costs what it costs. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void agreesWithTheCheckOfEachSingleAssignment(long seed) {
    var day = DayFixtures.generated(seed);
    for (var visit : day.visits().subList(0, 5)) {
      var check = new HandCheck(day, visit);
      var wrong = new ArrayList<String>();

      for (var row : new MovePreview(day, visit).rows()) {
        for (var span : row.spans()) {
          for (int start = span.from(); start <= span.to(); start += 7) {
            var at = LocalTime.ofSecondOfDay(start * 60L);
            var rules = check.objections(List.of(row.carer()), at).stream().map(Objection::rule).filter(rule -> rule != HardRule.CREW).toList();
            var extra = check.options(at).stream().filter(o -> o.carer().equals(row.carer())).findFirst().orElseThrow().extraMinutes();
            var agrees = span.rule() == null ? rules.isEmpty() && extra == span.extraMinutes() : rules.contains(span.rule());
            if (!agrees) wrong.add(row.carer() + " " + at + " " + span + " " + rules + " " + extra);
          }
        }
      }

      assertThat(wrong).isEmpty();
    }
  }

  @Test
  void leavesNoMinuteOfTheHoursOfDispatchWithoutAnAnswer() {
    var day = DayFixtures.generated(3);
    var visit = day.visits().getFirst();

    assertThat(new MovePreview(day, visit).rows()).allSatisfy(row -> {
      assertThat(row.spans().getFirst().from()).isEqualTo(7 * 60 + 30);
      assertThat(row.spans().getLast().to()).isEqualTo(19 * 60 - visit.durationMinutes());
      for (int i = 1; i < row.spans().size(); i++) assertThat(row.spans().get(i).from()).isEqualTo(row.spans().get(i - 1).to() + 1);
    });
  }

  @Test
  void isQuickEnoughToBeAskedWhenADragBegins() {
    var carers = new ArrayList<org.zhiyang.registry.workforce.Carer>();
    var visits = new ArrayList<org.zhiyang.service.homecare.VisitToPlan>();
    for (int n = 0; n < 100; n++) {
      carers.add(carer(n, Set.of(), null, "07:30-19:00"));
      for (int k = 0; k < 12; k++) visits.add(assigned(living(visit(n * 12 + k, "08:00", "18:00", 30), 120.10 + n * .001, 30.87 + k * .001), LocalTime.of(7, 40).plusMinutes(55L * k).toString(), false, n));
    }
    var moved = visit(9999, "09:00", "12:00", 60);
    var preview = new MovePreview(new PlanningDay(DayFixtures.DAY, visits, carers, DayFixtures.TRAVEL, DayFixtures.SETTINGS, null, true), moved);
    for (int i = 0; i < 5; i++) preview.rows();

    var began = System.nanoTime();
    var rows = preview.rows();
    var millis = (System.nanoTime() - began) / 1_000_000;

    assertThat(rows).hasSize(100);
    assertThat(millis).as("milliseconds for 100 carers with 1,200 visits (50 on two quiet cores)").isLessThan(1_000);
  }
}
