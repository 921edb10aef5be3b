package org.zhiyang.routing.care.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSamples;
import org.zhiyang.routing.care.StraightLineTravel;

/** What is written is read again, and the page that describes the format tells the truth. */
class CareFormatTests {
  private static final Path PAGE = Path.of("..", "docs", "contracts", "care-problem.md");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsWrittenIsReadAgain(long seed) {
    var problem = CareSamples.any(seed);

    var read = CareReader.read(CareWriter.write(problem));

    assertThat(without(read, problem)).isEqualTo(problem);
    for (int mode = 0; mode < 2; mode++) {
      for (int i = 0; i < problem.travel().places(); i++) {
        for (int j = 0; j < problem.travel().places(); j++) assertThat(read.travel().minutes(mode, i, j)).isEqualTo(problem.travel().minutes(mode, i, j));
      }
    }
  }

  /** Ways have no equality of their own. */
  private static CareProblem without(CareProblem read, CareProblem problem) {
    return new CareProblem(read.days(), read.visits(), read.links(), read.carers(), problem.travel(), read.handover(), read.notBefore(), read.weights(), read.standing());
  }

  @Test
  void theExampleOfThePageHasTheAnswerOfThePage() throws IOException {
    var blocks = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();

    var answer = CareAnswer.plan(CareReader.read(blocks.get(0)), SearchLimits.ofIterations(500, 1));

    assertThat(answer.json()).isEqualTo(blocks.get(1).strip());
  }

  @Test
  void aPlaceWithoutAWayIsNamedInTheAnswer() {
    var problem = CareReader.read("""
        {"days": 1, "travel": {"matrix": [[[0, null], [10, 0]]]}, "carers": [{"id": "chen", "shifts": [{"from": 480, "to": 1020, "start": 0}]}, {"id": "off"}],
         "visits": [{"id": "island", "place": 1, "from": 500, "to": 600, "minutes": 30}]}""");

    assertThat(CareAnswer.plan(problem, SearchLimits.ofIterations(50, 1)).json()).endsWith("""
        "unserved":[{"visit":"island","rules":[{"rule":"UNREACHABLE","carers":1},{"rule":"SHIFT","carers":1}],"remedies":[{"means":"CALL_IN","carer":"off"}]}]}""");
  }

  @Test
  void coordinatesBecomeMinutesByModeRoundedUp() {
    // A hundredth of a degree of latitude is 1.112 km: with detour 1.5 at 10 km/h 10.01 minutes.
    var travel = StraightLineTravel.ofDegrees(new double[] {112, 112, 112}, new double[] {27, 27.01, 27}, 1.5, List.of(10.0, 40.0), 2);

    assertThat(travel.minutes(0, 0, 1)).isEqualTo(11);
    assertThat(travel.minutes(1, 0, 1)).isEqualTo(3);
    assertThat(travel.minutes(0, 0, 2)).isZero();
    assertThat(travel.minutes(9, 1, 0)).isEqualTo(3);
  }
}
