package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.dispatch.domain.DayFixtures.DAY;
import static org.zhiyang.service.dispatch.domain.DayFixtures.SETTINGS;
import static org.zhiyang.service.dispatch.domain.DayFixtures.assigned;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carerId;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.service.dispatch.domain.Elsewhere.Duty;
import org.zhiyang.service.homecare.StandingVisit;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** What a carer does on other days counts: 2,400 minutes from Monday to Sunday, 660 minutes of rest between two days. The day is a Monday; the carer lives where the visits are. */
class WorkTimeTests {
  private static final Carer SHE = carer(1, Set.of(), null, "08:00-19:00");

  @ParameterizedTest
  @CsvSource({"2340, ", "2341, WEEK_LENGTH"})
  void aWeekHasAsManyMinutesAsItsOtherDaysLeave(int minutes, @Nullable HardRule broken) {
    assertThat(objection(Map.of(DAY.plusDays(6), new Duty(minutes, 480, 900)), "09:00")).isEqualTo(broken);
  }

  @Test
  void theSundayBeforeBelongsToAnotherWeek() {
    assertThat(objection(Map.of(DAY.minusDays(1), new Duty(2400, 480, 1020)), "09:00")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"-1, 1290, 08:29, REST", "-1, 1290, 08:30, ", "1, 300, 17:00, ", "1, 300, 17:01, REST", "-2, 1439, 08:00, ", "2, 0, 17:59, "})
  void betweenTwoDaysThereIsRest(int days, int minute, String start, @Nullable HardRule broken) {
    assertThat(objection(Map.of(DAY.plusDays(days), new Duty(60, minute, minute)), start)).isEqualTo(broken);
  }

  @Test
  void whatStandsAgainstTheRulesIsNamedAndShownWhereverItIsDropped() {
    var elsewhere = on(Map.of(DAY.plusDays(3), new Duty(2390, 480, 900)));
    var standing = assigned(visit(1, "09:00", "10:00", 60), "09:00", false, 1);
    var day = DayFixtures.day(List.of(standing), List.of(SHE)).with(elsewhere);

    assertThat(HandCheck.brokenIn(day)).containsExactly(standing.id());
    assertThat(new MovePreview(day, standing).rows().getFirst().spans()).extracting(MovePreview.Span::rule).contains(HardRule.WEEK_LENGTH).doesNotContainNull();
    assertThat(new CareSearch(Engine.SOLVER).plan(day).unserved().getFirst().reason()).isEqualTo(Unserved.Reason.DAYS_FULL);
  }

  @Test
  void standingVisitsAreCountedWithTheirWays() {
    var there = new Position(120.1314, 30.87); // 14 minutes by e-bike
    var visits = new ArrayList<>(List.of(standing("10:00", there), standing("08:30", new Position(SHE.baseLng(), SHE.baseLat())), standing("12:00", there)));

    var duties = new StandingDuties(visits, List.of(SHE), DayFixtures.TRAVEL);

    assertThat(duties.on(SHE.id(), DAY)).isEqualTo(new Duty(3 * 60 + 14, 510, 780));
    assertThat(duties.on(SHE.id(), DAY.plusDays(1))).isNull();
  }

  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  /** Four days with far more work than the week allows: engine and house read the rules alike, and what the engine leaves out the house does not put in against them. */
  @ParameterizedTest
  @MethodSource("seeds")
  void noPlanOfSeveralDaysOverworksAnybody(long seed) {
    var settings = new PlanningSettings(SETTINGS.dayFrom(), SETTINGS.dayTo(), SETTINGS.handoverMinutes(), 480, 420, 900, SETTINGS.windowToleranceMinutes(), SETTINGS.weights(), SETTINGS.priorities(), 1);
    var drawn = DayFixtures.generated(seed);
    var days = new ArrayList<PlanningDay>();
    for (int n = 0; n < 4; n++) {
      var date = DAY.plusDays(n);
      var visits = DayFixtures.generated(seed + 101 * n).visits().stream().filter(v -> v.carers().isEmpty()).map(v -> later(v, date)).toList();
      days.add(new PlanningDay(date, visits, drawn.carers(), DayFixtures.TRAVEL, settings, null, true));
    }

    var outcome = new CareSearch(Engine.SOLVER).plan(days, SearchLimits.ofIterations(500, seed), progress -> {});

    assertThat(outcome.refused()).isZero();
    for (var carer : drawn.carers()) assertThat(overwork(carer, days, outcome.plans())).isEmpty();
  }

  /** Counted anew from the assignments alone. */
  private static List<String> overwork(Carer carer, List<PlanningDay> days, List<DayPlan> plans) {
    var faults = new ArrayList<String>();
    var week = 0;
    var ended = Integer.MIN_VALUE;
    for (int n = 0; n < days.size(); n++) {
      var byId = days.get(n).byId();
      var place = new Position(carer.baseLng(), carer.baseLat());
      var leaves = -1;
      for (var a : plans.get(n).assignments().stream().filter(a -> a.carers().contains(carer.id())).sorted(Comparator.comparing(DayPlan.Assignment::from)).toList()) {
        var visit = byId.get(a.visit());
        var home = new Position(visit.lng(), visit.lat());
        var way = DayFixtures.TRAVEL.minutes(carer.travelMode(), place, home);
        var start = a.from().toSecondOfDay() / 60;
        if (leaves < 0) leaves = start - way;
        if (leaves == start - way && ended != Integer.MIN_VALUE && n * 1440 + leaves - ended < 900) faults.add("rest of " + (n * 1440 + leaves - ended) + " before day " + n);
        week += way + visit.durationMinutes();
        place = home;
      }
      var last = plans.get(n).assignments().stream().filter(a -> a.carers().contains(carer.id())).mapToInt(a -> a.to().toSecondOfDay() / 60).max();
      if (last.isPresent()) ended = n * 1440 + last.getAsInt();
    }
    if (week > 420) faults.add(week + " minutes in the week");
    return faults;
  }

  private static VisitToPlan later(VisitToPlan v, LocalDate date) {
    return new VisitToPlan(new VisitId(DayFixtures.id("visit" + date, v.id().hashCode())), v.order(), v.elder(), v.provider(), v.service(), date, v.windowFrom(), v.windowTo(), v.durationMinutes(), v.crew(), v.requiredSkill(),
        v.minimumCertificateLevel(), v.lng(), v.lat(), v.carers(), v.plannedFrom(), null, false, v.wishes());
  }

  private static @Nullable HardRule objection(Map<LocalDate, Duty> elsewhere, String start) {
    var asked = visit(1, "08:00", "18:00", 60);
    var day = DayFixtures.day(List.of(asked), List.of(SHE)).with(on(elsewhere));
    return new HandCheck(day, asked).objections(List.of(carerId(1)), LocalTime.parse(start)).stream().map(Objection::rule).findFirst().orElse(null);
  }

  private static Elsewhere on(Map<LocalDate, Duty> days) {
    var kept = new HashMap<>(days);
    return (CarerId carer, LocalDate date) -> kept.get(date);
  }

  private static StandingVisit standing(String from, Position at) {
    return new StandingVisit(SHE.id(), DAY, LocalTime.parse(from), 60, at.lng(), at.lat());
  }
}
