package org.zhiyang.registry.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyOfDayTests {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      08:00-12:00,13:30-17:30 | 660-900          | 08:00-11:00,15:00-17:30
      08:00-12:00,13:30-17:30 | 0-1440           |
      08:00-12:00,13:30-17:30 | 720-810          | 08:00-12:00,13:30-17:30
      08:00-12:00             | 540-600          | 08:00-09:00,10:00-12:00
      08:00-12:00             | 600-1440         | 08:00-10:00
      08:00-12:00             | 480-540,660-1440 | 09:00-11:00
      08:00-12:00             |                  | 08:00-12:00""")
  void absenceTakesItsMinutesOutOfTheRota(String rota, String away, String left) {
    assertThat(DutyOfDay.without(shifts(rota), texts(away).stream().map(DutyOfDay.Away::parse).toList()).stream().map(s -> s.from() + "-" + s.to()).collect(Collectors.joining(",")))
        .isEqualTo(left == null ? "" : left);
  }

  private static List<Carer.Shift> shifts(String text) {
    return texts(text).stream().map(t -> new Carer.Shift(LocalTime.parse(t.substring(0, 5)), LocalTime.parse(t.substring(6)))).toList();
  }

  private static List<String> texts(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(","));
  }
}
