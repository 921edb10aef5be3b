package org.zhiyang.registry.elder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** Two people correct the same record from the same page. */
@ZhiyangTest
class ElderCorrectionTests {
  @Autowired Api api;
  @Autowired ElderCommands commands;

  private JsonNode elder(int nth) {
    return api.as("county_officer").get("/api/elders/" + api.as("county_officer").get("/api/elders?status=LIVING").body().path("items").path(nth).path("id").asString()).body();
  }

  private Api.Answer correct(String username, JsonNode from, Map<String, Object> changes) {
    var body = new HashMap<String, Object>(Map.of("version", from.path("version").asLong(), "name", from.path("name").asString(), "regionCode", from.path("regionCode").asString(),
        "livingSituation", from.path("livingSituation").asString(), "economicStatus", from.path("economicStatus").asString(), "hukou", from.path("hukou").asString(),
        "disability", from.path("disability").asBoolean(), "familyPlanningSpecial", from.path("familyPlanningSpecial").asBoolean(), "reason", "本人来说明"));
    body.putAll(changes);
    return api.as(username).put("/api/elders/" + from.path("id").asString(), body);
  }

  @Test
  void theSecondIsToldWhatDiffersWithoutReadingItAndWhoChangedItAndNothingIsOverwritten() {
    var read = elder(0);
    assertThat(correct("county_officer", read, Map.of("phone", "13900000001", "address", "一号楼 101")).status()).isEqualTo(200);

    var second = correct("county_officer", read, Map.of("phone", "13900000002", "address", "二号楼 202"));

    assertThat(second.problem()).isEqualTo("/problems/web/stale");
    assertThat(second.body().path("currentVersion").asLong()).isEqualTo(read.path("version").asLong() + 1);
    assertThat(second.body().path("differs").toString()).isEqualTo("[\"phone\",\"address\"]");
    assertThat(second.body().path("changedBy").asString()).endsWith("（县区民政）");
    assertThat(second.body().path("changedAt").asString()).matches("\\d{4}-.*\\+08:00");
    assertThat(second.body().toString()).doesNotContain("13900000001").doesNotContain("101");
    assertThat(elder(0).path("maskedPhone").asString()).isEqualTo("139****0001");
  }

  @Test
  void whatIsTheSameOrLeftEmptyDoesNotDifferAndALevelIsNobodysChange() {
    var read = elder(1);
    correct("county_officer", read, Map.of("phone", "13900000003"));
    var same = correct("county_officer", read, Map.of("phone", "13900000003"));
    var empty = correct("county_officer", read, Map.of("hukou", read.path("hukou").asString().equals("LOCAL") ? "OUTSIDE" : "LOCAL"));
    var now = elder(1);
    commands.recordLevel(new ElderId(UUID.fromString(now.path("id").asString())), "MILD", null);

    var level = correct("county_officer", now, Map.of("phone", ""));

    assertThat(same.body().path("differs").toString()).isEqualTo("[]");
    assertThat(empty.body().path("differs").toString()).isEqualTo("[\"hukou\"]");
    assertThat(level.problem()).isEqualTo("/problems/web/stale");
    assertThat(level.body().has("changedBy")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"999, 30.8, lng, far", "30.8, 120.1, lat, far", "87.6, 43.8, lng, far", "120.1, 999, lat, far", "120.1, , lat, required", ", 30.8, lng, required", "NaN, 30.8, lng, far"})
  void aHomeStandsWithinReachOfItsVillageAndHasBothCoordinates(String lng, String lat, String field, String code) {
    var place = new HashMap<String, Object>();
    if (lng != null) place.put("lng", lng);
    if (lat != null) place.put("lat", lat);

    var refused = correct("county_officer", elder(2), place);

    assertThat(refused.problem()).as(refused.body().toString()).isEqualTo("/problems/web/invalid");
    assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo(field);
    assertThat(refused.body().path("errors").path(0).path("code").asString()).isEqualTo(code);
  }

  @Test
  void aPlaceWithinTheVillageIsKeptUntilAnotherIsGivenOrTheElderMoves() {
    var read = elder(3);
    var at = read.path("position");
    var moved = correct("county_officer", read, Map.of("lng", at.path("lng").asDouble() + 0.001, "lat", at.path("lat").asDouble()));

    var other = correct("county_officer", moved.body(), Map.of("phone", "13900000009"));

    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    assertThat(other.body().path("position").path("lng").asDouble()).isEqualTo(at.path("lng").asDouble() + 0.001);
  }
}
