package org.zhiyang.need.eligibility.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.need.eligibility.domain.Answer;
import org.zhiyang.need.eligibility.domain.Benefit;
import org.zhiyang.need.eligibility.domain.BenefitDecision;
import org.zhiyang.need.eligibility.domain.Determination.Conclusion;
import org.zhiyang.platform.policy.MalformedParameters;

class RuleBookTests {
  private static final String RULE = """
      code: home-care-hours.test
      version: 1
      name: 试验
      benefit: HOME_CARE_HOURS
      source: {kind: assumption, reason: test}
      verified: false
      condition: '%s'
      gives: {minutesPerMonth: '%s'}
      yes: '可用 {figure.table_hours} 小时'
      no: '没有'
      gaps: [{unless: 'elder.age >= 80', say: '还差 {80 - elder.age} 年'}]
      """;

  @Test
  void aFaultFoundInTheBackgroundReachesWhoeverAsksFirst() {
    var rules = RuleBook.reading(List.of(new RuleBook.File("test/eligibility/bad.yaml", RULE.formatted("elder.shoe_size > 40", "60").getBytes(StandardCharsets.UTF_8))));
    assertThatThrownBy(rules::rules).isInstanceOf(MalformedParameters.class).hasMessageContaining("bad.yaml");
  }

  static RuleBook national() {
    var folder = Path.of("../profiles/national/eligibility");
    try (var files = Files.list(folder)) {
      return RuleBook.read(files.sorted().map(RuleBookTests::file).toList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuleBook.File file(Path path) {
    try {
      return new RuleBook.File("national/eligibility/" + path.getFileName(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuleBook book(String condition, String minutes) {
    return RuleBook.read(List.of(new RuleBook.File("national/eligibility/test.yaml", RULE.formatted(condition, minutes).getBytes(StandardCharsets.UTF_8))));
  }

  static Facts facts(Map<String, Object> changes) {
    var elder = new LinkedHashMap<String, Object>(Map.of("age", 79L, "level", "MODERATE", "level_number", 2L, "level_name", "中度失能", "economic_status", "ORDINARY",
        "economic_status_name", "一般", "in_city", true, "in_care_home", false, "lives_alone", false));
    elder.putAll(Map.of("family_planning_special", false, "disability", false, "hukou", "LOCAL", "living_situation", "WITH_SPOUSE"));
    var figure = new LinkedHashMap<String, Object>(Map.of("table_hours", 10L, "living_alone_80_hours", 3L, "family_planning_special_hours", 10L, "centenarian_hours", 10L,
        "voucher_minimum_age", 60L, "voucher_minimum_level", 2L, "voucher_minimum_level_name", "中度失能", "voucher_cap_fen", 80000L, "voucher_rate_permille", 500L));
    changes.forEach((name, value) -> {
      var target = name.startsWith("elder.") ? elder : figure;
      var field = name.substring(name.indexOf('.') + 1);
      if (value.equals("?")) target.remove(field);
      else target.put(field, value);
    });
    return new Facts(elder, figure, Map.of("elder.level_number", "能力等级", "elder.level_name", "能力等级", "figure.table_hours", "能力等级"));
  }

  private static BenefitDecision decision(Benefit benefit, Map<String, Object> changes) {
    return national().decide(facts(changes)).benefits().stream().filter(b -> b.benefit() == benefit).findFirst().orElseThrow();
  }

  @Test
  void givesTheHoursOfTheTableAndTheVoucherToAModeratelyImpairedElder() {
    var decided = national().decide(facts(Map.of()));

    assertThat(decided.conclusion()).isEqualTo(Conclusion.GRANT);
    assertThat(decided.amount().minutes()).isEqualTo(600);
    assertThat(decided.amount().voucherCapFen()).isEqualTo(80000);
    assertThat(decided.endsWithLevel()).isTrue();
    assertThat(decision(Benefit.CARE_VOUCHER, Map.of()).rules().getFirst().sentence()).contains("抵扣 50%").contains("每月最多 800 元");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      79, true, 0, 0
      80, true, 0, 180
      80, false, 0, 0
      99, true, 0, 180
      100, true, 0, 600
      100, false, 0, 600
      100, true, 15, 900
      100, true, 10, 600""")
  void givesTheLargerOfTableAndGroupNeverTheSum(long age, boolean alone, long tableHours, int minutes) {
    var decided = decision(Benefit.HOME_CARE_HOURS, Map.of("elder.age", age, "elder.lives_alone", alone, "figure.table_hours", tableHours));

    assertThat(decided.amount().minutes()).isEqualTo(minutes);
  }

  @Test
  void tellsWhatIsMissingForANo() {
    var decided = decision(Benefit.CARE_VOUCHER, Map.of("elder.age", 58L, "elder.level_number", 1L, "elder.level_name", "轻度失能"));

    assertThat(decided.answer()).isEqualTo(Answer.NO);
    assertThat(decided.rules().getFirst().gaps()).containsExactly(
        "要年满 60 周岁，现在计 58 周岁，还差 2 年。", "能力等级要达到“中度失能”，现在是“轻度失能”，相差 1 级。");
  }

  @Test
  void cannotDecideWithoutALevelAndNamesIt() {
    var decided = national().decide(facts(Map.of("elder.level", "?", "elder.level_number", "?", "elder.level_name", "?", "figure.table_hours", "?")));

    assertThat(decided.conclusion()).isEqualTo(Conclusion.UNDECIDABLE);
    assertThat(decided.missing()).containsExactly("能力等级");
  }

  @Test
  void decidesWithoutALevelWhereItCannotMatter() {
    var decided = decision(Benefit.CARE_VOUCHER, Map.of("elder.in_care_home", true, "elder.level_number", "?"));

    assertThat(decided.answer()).isEqualTo(Answer.NO);
  }

  @Test
  void grantsWhatIsSureWhileAnotherRuleWaitsForTheLevel() {
    var decided = national().decide(facts(Map.of("elder.age", 100L, "elder.level_number", "?", "figure.table_hours", "?")));

    assertThat(decided.conclusion()).isEqualTo(Conclusion.GRANT);
    assertThat(decided.amount().minutes()).isEqualTo(600);
    assertThat(decided.endsWithLevel()).isFalse();
  }

  @Test
  void answersADivisionByZeroAsUndecidable() {
    var decided = book("true", "figure.table_hours / (elder.age - 79)").decide(facts(Map.of()));

    assertThat(decided.conclusion()).isEqualTo(Conclusion.UNDECIDABLE);
    assertThat(decided.missing().getFirst()).contains("除以了零");
  }

  @Test
  void doesNotGiveAnAmountOutsideItsRange() {
    assertThat(book("true", "0 - 60").decide(facts(Map.of())).missing().getFirst()).contains("不在 0 到 44640 之间");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      elder.shoe_size > 40        | 1             | shoe_size
      elder.age >= "eighty"       | 1             | >=
      elder.age                   | 1             | bool
      true                        | elder.level   | int
      true                        | 1 +           | 1 +
      person.age > 3              | 1             | person""")
  void refusesARuleWithAnUnknownWordOrAWrongTypeNamingFileAndRule(String condition, String minutes, String named) {
    assertThatThrownBy(() -> book(condition, minutes)).isInstanceOf(MalformedParameters.class)
        .hasMessageContaining("national/eligibility/test.yaml").hasMessageContaining("home-care-hours.test").hasMessageContaining(named);
  }

  @Test
  void aCitysRuleReplacesTheNationalOneOfTheSameCode() {
    var both = RuleBook.read(List.of(
        new RuleBook.File("national/eligibility/a.yaml", RULE.formatted("true", "60").getBytes(StandardCharsets.UTF_8)),
        new RuleBook.File("huzhou/eligibility/b.yaml", RULE.formatted("true", "120").getBytes(StandardCharsets.UTF_8))));

    assertThat(both.rules()).hasSize(1);
    assertThat(both.decide(facts(Map.of())).amount().minutes()).isEqualTo(120);
  }

  @Test
  void refusesTwoFilesOfOneProfileWithTheSameCode() {
    var rule = RULE.formatted("true", "60").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> RuleBook.read(List.of(new RuleBook.File("national/eligibility/a.yaml", rule), new RuleBook.File("national/eligibility/b.yaml", rule))))
        .hasMessageContaining("b.yaml").hasMessageContaining("同一配置");
  }
}
