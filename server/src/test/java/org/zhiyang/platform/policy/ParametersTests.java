package org.zhiyang.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTests {

  private static final Parameter<Integer> CAP = Parameter.of("monthly-cap", Integer.class, "fen_per_month");
  private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

  /** 80000 from 2026-01-01, 90000 from 2026-07-01; a city, a county, a town with their own; a correction found in September. */
  private static final String FILE = """
      name: monthly-cap
      meaning: 每月最高额
      unit: fen_per_month
      values:
        - {value: 80000, region: "000000000000", published: 2025-12-26, effective: 2026-01-01, recorded: 2026-01-05, source: {number: 甲〔2025〕1号}, verified: false}
        - {value: 90000, region: "000000000000", published: 2026-06-01, effective: 2026-07-01, recorded: 2026-06-10, source: {number: 甲〔2026〕2号}, verified: false}
        - {value: 60000, region: "330500000000", published: 2026-01-01, effective: 2026-02-01, recorded: 2026-02-01, source: {number: 乙〔2026〕3号}, verified: false}
        - {value: 70000, region: "330502000000", published: 2026-01-01, effective: 2026-03-01, recorded: 2026-03-01, source: {number: 丙〔2026〕4号}, verified: false}
        - {value: null, region: "330502000000", published: 2026-10-01, effective: 2026-11-01, recorded: 2026-10-15, source: {number: 丙〔2026〕9号}, verified: false}
        - {value: 61000, region: "330500000000", published: 2026-09-01, effective: 2026-02-01, recorded: 2026-09-10, source: {number: 乙〔2026〕30号}, verified: false}
        - {value: 55000, region: "330502003000", published: 2026-01-01, effective: 2026-04-01, recorded: 2026-04-01, source: {number: 丁〔2026〕5号}, verified: false}
      """;

  private final Parameters parameters = load(false, FILE);

  private static Parameters load(boolean production, String... files) {
    var list = new ArrayList<ParameterSource.File>();
    for (int i = 0; i < files.length; i++) {
      var owner = i == 0 ? "national" : "huzhou";
      list.add(new ParameterSource.File(owner + "/parameters/monthly-cap.yaml", files[i].getBytes(StandardCharsets.UTF_8)));
    }
    return new ParameterLoader(() -> list).load(production);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-01-01, 80000
      2026-06-30, 80000
      2026-07-01, 90000
      2026-07-02, 90000""")
  void changesOnTheEffectiveDayNotBefore(LocalDate serviceDay, int expected) {
    assertThat(parameters.get(CAP, "430400000000", serviceDay, LATER).value()).isEqualTo(expected);
  }

  @Test
  void hasNoValueOnTheDayBeforeTheFirstEffectiveDay() {
    assertThat(parameters.find(CAP, "430400000000", LocalDate.of(2025, 12, 31), LATER)).isEmpty();
    assertThatThrownBy(() -> parameters.get(CAP, "430400000000", LocalDate.of(2025, 12, 31), LATER))
        .isInstanceOf(PolicyRefusal.NoValue.class).hasMessageContaining("monthly-cap").hasMessageContaining("2025-12-31");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-06-09, 80000
      2026-06-10, 90000""")
  void decidesByWhatWasRecordedOnTheDecisionDay(LocalDate knownOn, int expected) {
    assertThat(parameters.get(CAP, "430400000000", LocalDate.of(2026, 7, 15), knownOn).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-09-09, 60000
      2026-09-10, 61000""")
  void takesARetroactiveCorrectionOnlyFromTheDayItWasRecorded(LocalDate knownOn, int expected) {
    assertThat(parameters.get(CAP, "330500000000", LocalDate.of(2026, 8, 1), knownOn).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      330502003012, 55000
      330502003000, 55000
      330502001000, 70000
      330502000000, 70000
      330503000000, 60000
      330500000000, 60000
      330600000000, 80000
      000000000000, 80000""")
  void letsTheNarrowestAreaWin(String area, int expected) {
    var day = LocalDate.of(2026, 5, 1);

    assertThat(parameters.get(CAP, area, day, day).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-10-31, 70000
      2026-11-01, 61000""")
  void fallsBackToTheWiderAreaWhereAFigureHasEnded(LocalDate serviceDay, int expected) {
    assertThat(parameters.get(CAP, "330502001000", serviceDay, LATER).value()).isEqualTo(expected);
  }

  @Test
  void hasNoValueWhereTheNationalFigureHasEnded() {
    var ended = load(false, FILE.replace("value: 90000", "value: null"));

    assertThat(ended.find(CAP, "430400000000", LocalDate.of(2026, 6, 30), LATER)).isPresent();
    assertThat(ended.find(CAP, "430400000000", LocalDate.of(2026, 7, 1), LATER)).isEmpty();
  }

  @Test
  void addsTheCitysValuesAndReplacesThoseOfTheSameAreaAndDays() {
    var merged = load(false, FILE, """
        name: monthly-cap
        meaning: 每月最高额
        unit: fen_per_month
        values:
          - {value: 88000, region: "000000000000", published: 2025-12-26, effective: 2026-01-01, recorded: 2026-01-05, source: {number: 甲〔2025〕1号}, verified: false}
          - {value: 99000, region: "330600000000", published: 2026-01-01, effective: 2026-01-01, recorded: 2026-01-05, source: {number: 戊〔2026〕1号}, verified: false}
        """);
    var day = LocalDate.of(2026, 1, 31);

    assertThat(merged.get(CAP, "430400000000", day, day).value()).isEqualTo(88000);
    assertThat(merged.get(CAP, "330600000000", day, day).value()).isEqualTo(99000);
  }

  @Test
  void refusesAnUnverifiedFigureInProductionAndTakesAVerifiedOne() {
    var production = load(true, FILE.replace("甲〔2026〕2号}, verified: false", "甲〔2026〕2号}, verified: true, verifiedBy: 复核人甲, verifiedOn: 2026-06-11"));

    assertThatThrownBy(() -> production.get(CAP, "430400000000", LocalDate.of(2026, 6, 30), LATER))
        .isInstanceOf(PolicyRefusal.Unverified.class).hasMessageContaining("尚未与正式文件核对");
    assertThat(production.get(CAP, "430400000000", LocalDate.of(2026, 7, 1), LATER).value()).isEqualTo(90000);
  }

  @Test
  void carriesTheDatesAndTheSourceWithTheValue() {
    var found = parameters.get(CAP, "330502001000", LocalDate.of(2026, 5, 1), LATER);

    assertThat(found.region()).isEqualTo("330502000000");
    assertThat(found.published()).isEqualTo("2026-01-01");
    assertThat(found.effective()).isEqualTo("2026-03-01");
    assertThat(found.recorded()).isEqualTo("2026-03-01");
    assertThat(found.source().citation()).isEqualTo("丙〔2026〕4号");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      value: 80000, region: "000000000000" | value: 80000, region: 330500000000 | values[0].region
      value: 80000, region: "000000000000" | value: 80000, region: "3305" | values[0].region
      effective: 2026-01-01 | effective: 2026-02-30 | values[0].effective
      effective: 2026-01-01, | '' | values[0].effective
      recorded: 2026-01-05, | '' | values[0].recorded
      published: 2025-12-26, | '' | values[0].published
      source: {number: 甲〔2025〕1号} | source: {} | values[0].source
      source: {number: 甲〔2025〕1号} | source: {kind: rumor, title: 甲} | values[0].source.kind
      source: {number: 甲〔2025〕1号} | source: {kind: assumption} | values[0].source.reason
      甲〔2025〕1号}, verified: false | 甲〔2025〕1号}, verified: maybe | values[0].verified
      甲〔2025〕1号}, verified: false | 甲〔2025〕1号}, verified: true | values[0].verifiedBy
      甲〔2025〕1号}, verified: false | 甲〔2025〕1号}, verified: false, colour: red | values[0].colour
      value: 80000, region | region | values[0].value
      unit: fen_per_month | '' | unit
      meaning: 每月最高额 | meaning: 12 | meaning
      name: monthly-cap | name: weekly-cap | name
      name: monthly-cap | 'name: ["' | YAML""")
  void namesFileAndFieldOfEachFault(String before, String after, String field) {
    assertThatThrownBy(() -> load(false, FILE.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after))))
        .isInstanceOf(MalformedParameters.class)
        .hasMessageContaining("national/parameters/monthly-cap.yaml: ").hasMessageContaining(field);
  }

  @Test
  void reportsTheFaultsOfAllFilesAtOnce() {
    assertThatThrownBy(() -> load(false, FILE.replace("unit: fen_per_month", ""), FILE.replace("meaning: 每月最高额", "")))
        .isInstanceOfSatisfying(MalformedParameters.class, e -> assertThat(e.faults()).hasSize(2));
  }

  @Test
  void refusesTwoValuesForTheSameAreaAndDays() {
    var line = FILE.lines().filter(l -> l.contains("丁")).findFirst().orElseThrow();

    assertThatThrownBy(() -> load(false, FILE + line + "\n")).hasMessageContaining("values[7]");
  }

  @Test
  void findsAnotherUnitAndAValueOfAnotherType() {
    assertThatThrownBy(() -> parameters.require(Parameter.of("monthly-cap", Integer.class, "yuan"))).hasMessageContaining("yuan");
    assertThatThrownBy(() -> load(false, FILE.replace("80000", "80000.5")).require(CAP)).hasMessageContaining("monthly-cap.yaml");
    assertThatThrownBy(() -> load(false, FILE.replace("80000", "\"80000\"")).require(CAP)).hasMessageContaining("monthly-cap.yaml");
    assertThatThrownBy(() -> parameters.require(Parameter.of("other-cap", Integer.class, "fen"))).hasMessageContaining("other-cap.yaml");
    assertThat(List.of(CAP)).allSatisfy(parameters::require);
  }
}
