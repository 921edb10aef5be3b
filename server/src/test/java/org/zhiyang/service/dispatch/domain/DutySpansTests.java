package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutySpansTests {
  /** Base is place 0, fixed visits are at 1, 2, …; a span reads from-to start>end, then its gaps. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      480-720 780-1020 | 500-600          | 480-1020 0>* off 720-780
      480-720          | 906-1026         | 480-720 0>*, 906-1026 1>1
      780-1170         | 590-700          | 590-700 1>1, 780-1170 0>*
      780-1170         | 700-800          | 700-800 1>1, 805-1170 1>*
      780-1170         | 700-778          | 700-778 1>1, 783-1170 1>*
      480-720          | 700-800          | 480-700 0>1, 700-800 1>1
      480-720 780-1020 | 700-800          | 480-1020 0>*
      480-720 780-1020 | 730-760          | 480-1020 0>* off 720-730 off 760-780
      480-720 780-1020 | 1000-1100        | 480-1000 0>1 off 720-780, 1000-1100 1>1
      480-720 780-1020 | 400-730          | 400-730 1>1, 735-1020 1>* off 735-780
      480-720          | 725-800          | 480-720 0>1, 725-800 1>1
      480-540          | 470-560          | 470-560 1>1
      480-720          | 800-900 850-950  | 480-720 0>*, 800-950 2>2
                       | 600-660          | 600-660 1>1""")
  void aDayIsOneSpanWithGapsAndFixedVisitsOutsideOfItHaveOneOfTheirOwn(String hours, String fixed, String expected) {
    var visits = new ArrayList<DutySpans.Fixed>();
    for (var text : texts(fixed)) visits.add(new DutySpans.Fixed(from(text), to(text), visits.size() + 1));

    var spans = DutySpans.of(texts(hours).stream().map(t -> new DutyHours(from(t), to(t))).toList(), 0, 0, visits, 5);

    assertThat(spans.stream().map(s -> s.from() + "-" + s.to() + " " + s.startPlace() + ">" + (s.endPlace() == null ? "*" : s.endPlace())
        + s.gaps().stream().map(g -> " off " + g.from() + "-" + g.to()).collect(Collectors.joining())).collect(Collectors.joining(", "))).isEqualTo(expected);
  }

  private static List<String> texts(String text) {
    return text == null ? List.of() : List.of(text.split(" "));
  }

  private static int from(String text) {
    return Integer.parseInt(text.substring(0, text.indexOf('-')));
  }

  private static int to(String text) {
    return Integer.parseInt(text.substring(text.indexOf('-') + 1));
  }
}
