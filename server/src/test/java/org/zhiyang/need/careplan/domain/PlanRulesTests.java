package org.zhiyang.need.careplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.platform.web.Problems.FieldError;

class PlanRulesTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static PlanItem item(String service, Set<Integer> weekdays, int units, String from, String to) {
    return new PlanItem(UUID.randomUUID(), service, weekdays, units, LocalTime.parse(from), LocalTime.parse(to), null, null);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-11-01, 2026-12-01, 9
      2027-02-01, 2027-03-01, 8
      2028-02-01, 2028-03-01, 9
      2028-02-29, 2028-03-01, 1
      2026-11-22, 2026-12-01, 3""")
  void findsEveryMondayAndTuesdayOfAMonth(LocalDate from, LocalDate to, int visits) {
    // February 2028 has five Tuesdays, the last of them on the 29th.
    assertThat(PlanCalendar.visits(List.of(item("CLEANING", Set.of(1, 2), 1, "09:00", "11:00")), from, to)).hasSize(visits);
  }

  @Test
  void quotesTheRestOfTheMonthAndThreeWholeOnes() {
    assertThat(PlanCalendar.quotedMonths(LocalDate.of(2026, 12, 31))).extracting(Object::toString).containsExactly("2026-12", "2027-01", "2027-02", "2027-03");
    assertThat(PlanCalendar.quotedMonths(LocalDate.of(2026, 12, 1))).extracting(Object::toString).containsExactly("2026-12", "2027-01", "2027-02");
  }

  @Test
  void namesEveryFaultOfAFormAtOnce() {
    var faults = PlanForm.faults(TODAY.minusDays(1), List.of(item("CLEANING", Set.of(), 0, "11:00", "09:00"), item("MEAL", Set.of(8), 25, "11:00", "12:00")), TODAY);

    assertThat(faults).extracting(FieldError::field).containsExactly("fromOn", "items[0].weekdays", "items[0].units", "items[0].windowTo", "items[1].weekdays", "items[1].units");
  }

  @Test
  void refusesTheSameServiceTwiceAtTheSameTimeButNotMorningAndEvening() {
    var morning = item("MEAL", Set.of(1, 2), 1, "11:00", "12:00");

    assertThat(PlanForm.faults(TODAY, List.of(morning, item("MEAL", Set.of(2), 1, "11:30", "12:30")), TODAY)).extracting(FieldError::code).containsExactly("twice");
    assertThat(PlanForm.faults(TODAY, List.of(morning, item("MEAL", Set.of(2), 1, "17:00", "18:00")), TODAY)).isEmpty();
    assertThat(PlanForm.faults(TODAY, List.of(morning, item("CLEANING", Set.of(2), 1, "11:30", "12:30")), TODAY)).isEmpty();
  }

  @Test
  void allowsOnlyTheStepsOfItsTable() {
    assertThat(PlanStatus.PROPOSED.to(PlanStatus.ACCEPTED)).isEqualTo(PlanStatus.ACCEPTED);
    assertThatThrownBy(() -> PlanStatus.DRAFT.to(PlanStatus.ACCEPTED)).isInstanceOf(PlanRefusal.WrongStatus.class);
    assertThatThrownBy(() -> PlanStatus.ENDED.to(PlanStatus.ACCEPTED)).isInstanceOf(PlanRefusal.WrongStatus.class);
  }
}
