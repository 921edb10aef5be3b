package org.zhiyang.need.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.INSTRUMENT;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.tablesWith;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoTablesTests {

  private static Conditions conditions(Map<String, Object> tables) {
    return InfoTables.of(INSTRUMENT, tables).conditions(INSTRUMENT);
  }

  @Test
  void readsNoCircumstanceFromUsualTables() {
    assertThat(conditions(AssessmentFixtures.tables())).isEqualTo(new Conditions(false, false, 0));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      痴呆, true
      其他精神和行为障碍, true
      帕金森综合征, false
      其他, false""")
  void readsDementiaFromTheDiagnoses(String diagnosis, boolean expected) {
    assertThat(conditions(tablesWith("diagnosis", "diagnoses", List.of("高血压病", diagnosis))).dementiaOrMentalDisorder()).isEqualTo(expected);
  }

  @Test
  void readsComaFromTheHealthIssues() {
    assertThat(conditions(tablesWith("health", "coma", "有")).coma()).isTrue();
  }

  @Test
  void addsTheRiskEventsOfAllKinds() {
    var events = Map.of("fall", 1, "wander", 0, "choke", 1, "selfHarm", 0, "other", 3);

    assertThat(conditions(tablesWith("person", "riskEvents30d", events)).riskEvents30d()).isEqualTo(5);
  }

  @Test
  void refusesWhatTheFormDoesNotOffer() {
    check("health", "pain", "很疼", FormFault.Code.NOT_AN_OPTION);
    check("health", "wounds", List.of("无", "擦伤"), FormFault.Code.CONTRADICTION);
    check("health", "wounds", List.of("擦伤", "擦伤"), FormFault.Code.DUPLICATE);
    check("health", "wounds", List.of(), FormFault.Code.REQUIRED);
    check("health", "wounds", "擦伤", FormFault.Code.WRONG_SHAPE);
    check("person", "heightCm", 300, FormFault.Code.OUT_OF_RANGE);
    check("person", "idNumber", "330502194001010011", FormFault.Code.UNKNOWN);
    check("person", "riskEvents30d", Map.of("fall", 4, "wander", 0, "choke", 0, "selfHarm", 0, "other", 0), FormFault.Code.OUT_OF_RANGE);
    check("person", "riskEvents30d", Map.of("fall", 1), FormFault.Code.REQUIRED);
    check("informant", "informantName", " ", FormFault.Code.REQUIRED);
    check("diagnosis", "medications", List.of(Map.of("价格", "1")), FormFault.Code.WRONG_SHAPE);
  }

  private static void check(String table, String field, Object value, FormFault.Code code) {
    assertThat(InfoTables.check(INSTRUMENT, tablesWith(table, field, value), true))
        .extracting(FormFault::field, FormFault::code).containsExactly(tuple(table + "." + field, code));
  }

  @Test
  void letsADraftMissEverythingButNotBeWrong() {
    assertThat(InfoTables.check(INSTRUMENT, Map.of(), false)).isEmpty();
    assertThat(InfoTables.check(INSTRUMENT, Map.of("palm", Map.of()), false)).extracting(FormFault::field).containsExactly("palm");
  }
}
