package org.zhiyang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** What is asked wrongly is refused with a type that the web client has a sentence for. */
@ZhiyangTest
class AnswersToWrongCallsTests {
  @Autowired Api api;

  private static void refusesField(Api.Answer answer, String field, String code) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("/problems/web/invalid");
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo(field);
    assertThat(answer.body().path("errors").path(0).path("code").asString()).isEqualTo(code);
  }

  @Test
  void aMissingParameterIsAFieldToFillIn() {
    refusesField(api.as("county_officer").get("/api/cockpit/areas"), "region", "required");
  }

  @Test
  void anAddressThatTakesNoSuchCallSaysSo() {
    var answer = api.as("county_officer").delete("/api/elders");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.problem()).isEqualTo("/problems/web/method-not-allowed");
  }

  @ParameterizedTest
  @CsvSource({"/api/elders?level=NOPE, level", "/api/elders?tag=NOPE, tag", "/api/elders/export?level=NOPE&reason=核对名册, level", "/api/assessments?status=NOPE, status"})
  void aListIsNotAskedForAValueThereIsNot(String path, String field) {
    refusesField(api.as("county_officer").get(path), field, "type");
  }

  @ParameterizedTest
  @CsvSource({"level=NONE", "level=SEVERE", "level="})
  void aListIsAskedForALevelForNoneAndForAny(String query) {
    assertThat(api.as("county_officer").get("/api/elders?" + query).status()).isEqualTo(200);
  }

  @Test
  void aCharacterThatIsNoneIsRefusedWithoutAFault() {
    var searched = api.as("county_officer").get("/api/elders?q=%00");
    var elder = api.as("county_officer").get("/api/elders?size=1").body().path("items").path(0).path("id").asString();
    var version = api.as("county_officer").get("/api/elders/" + elder).body().path("version").asLong();
    var written = api.as("county_officer").post("/api/elders/" + elder + "/status", Map.of("version", version, "status", "AWAY", "since", java.time.LocalDate.now().toString(), "reason", "外\u0000出"));

    assertThat(List.of(searched.status(), written.status())).containsExactly(400, 400);
    assertThat(List.of(String.valueOf(searched.problem()), String.valueOf(written.problem()))).containsOnly("/problems/web/no-text");
  }

  @ParameterizedTest
  @CsvSource({"/api/elders/abc", "/api/assessments/abc", "/api/nothing-here"})
  void whatStandsAtNoAddressIsNotThere(String path) {
    var answer = api.as("county_officer").get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("/problems/web/not-found");
  }

  @Test
  void aWeekdayNamedTwiceIsRefusedByItsField() {
    var elder = api.as("county_officer").get("/api/elders?status=LIVING").body().path("items").path(0).path("id").asString();
    var item = Map.of("service", "COMFORT", "weekdays", List.of(1, 1), "units", 1, "windowFrom", "09:00", "windowTo", "11:00");

    refusesField(api.as("county_officer").post("/api/care-plans/quotes", Map.of("elderId", elder, "fromOn", "2027-02-01", "items", List.of(item))), "items[0].weekdays", "uniqueElements");
  }
}
