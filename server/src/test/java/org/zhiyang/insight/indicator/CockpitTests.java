package org.zhiyang.insight.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

@ZhiyangTest
class CockpitTests {
  @Autowired Api api;
  @Autowired RegionCounts counts;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private void refresh() {
    CountSources.ALL.stream().filter(counts::isThere).forEach(counts::refresh);
  }

  private static long figure(JsonNode cockpit, String key) {
    return StreamSupport.stream(cockpit.path("bands").spliterator(), false).flatMap(band -> StreamSupport.stream(band.path("figures").spliterator(), false))
        .filter(figure -> figure.path("key").asString().equals(key)).findFirst().orElseThrow().path("value").asLong();
  }

  @Test
  void everyFigureEqualsTheListItLeadsTo() {
    refresh();
    var city = api.as("city_officer").get("/api/cockpit").body();

    var total = api.as("city_officer").get("/api/elders?size=1").body().path("total").asLong();
    var alone = api.as("city_officer").get("/api/elders?size=1&tag=LIVING_ALONE").body().path("total").asLong();
    var aged = api.as("city_officer").get("/api/elders?size=1&tag=AGED_80_PLUS").body().path("total").asLong();

    assertThat(total).isPositive();
    assertThat(figure(city, "elder.total")).isEqualTo(total);
    assertThat(figure(city, "living.ALONE")).isEqualTo(alone);
    assertThat(figure(city, "elder.aged_80")).isEqualTo(aged);
  }

  /** What each page of the console asks; the board and sums of money or beds have no list of as many rows. */
  private static final Map<String, String> SOURCES = Map.of("/console/registry/elders", "/api/elders", "/console/registry/carers", "/api/carers", "/console/registry/facilities", "/api/providers",
      "/console/service/visits", "/api/visits", "/console/service/cases", "/api/cases");

  @Test
  void eachFigureThatLeadsToAListHasAsManyRowsThere() {
    var elders = jdbc.sql("select id, region_code from elder.elder where status = 'LIVING' and not exists (select from intake.care_case c where c.elder_id = elder.id) order by id limit 4").query().listOfRows();
    var now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
    for (var i = 0; i < 4; i++) {
      jdbc.sql("""
              insert into intake.care_case (id, elder_id, region_code, opened_at, own_done, ever_done, step, step_since, due_on, closed_at, closure)
              values (uuidv7(), :elder, :region, :opened, 1, 1, 'ASSESSED', :opened, :due, :closed, :closure)""").param("elder", elders.get(i).get("id")).param("region", elders.get(i).get("region_code"))
          .param("opened", i == 0 ? now.minusMonths(2) : now).param("due", java.time.LocalDate.now(clock).plusDays(i < 2 ? -1 : 3)).param("closed", i == 3 ? now : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
          .param("closure", i == 3 ? "WITHDRAWN" : null).update();
    }
    refresh();
    var city = api.as("city_officer").get("/api/cockpit").body();

    var led = new java.util.TreeSet<String>();
    for (var band : city.path("bands")) for (var figure : band.path("figures")) {
      var path = figure.path("path").asString("");
      var key = figure.path("key").asString();
      var source = path.contains("tab=facilities") ? "/api/facilities" : SOURCES.get(path.split("\\?")[0]);
      if (source == null || key.endsWith("_fen") || key.equals("facility.beds_taken")) continue;
      var answer = api.as("city_officer").get(source + "?size=1&" + path.split("\\?")[1]);
      assertThat(answer.body().path("total").asLong(-1)).as(key + " " + path).isEqualTo(figure.path("value").asLong());
      led.add(key);
    }

    assertThat(led).contains("case.overdue", "case.new_month", "facility.community", "carer.certified", "visit.abnormal");
    assertThat(figure(city, "case.overdue")).isGreaterThanOrEqualTo(2);
    assertThat(figure(city, "case.new_month")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aLevelCountsOnlyAsLongAsItIsValid() {
    var elder = jdbc.sql("update elder.elder set ability_level = 'MILD', ability_valid_until = current_date + 3000 where id = (select id from elder.elder where status = 'LIVING' order by id limit 1) returning id")
        .query(java.util.UUID.class).single();
    refresh();
    var valid = api.as("city_officer").get("/api/cockpit").body();

    jdbc.sql("update elder.elder set ability_valid_until = date '2020-01-01' where id = :id").param("id", elder).update();
    refresh();
    var expired = api.as("city_officer").get("/api/cockpit").body();

    assertThat(figure(expired, "elder.assessed")).isEqualTo(figure(valid, "elder.assessed") - 1);
  }

  @Test
  void theRegionsBelowAddUpToTheRegion() {
    refresh();
    var city = api.as("city_officer").get("/api/cockpit").body();

    var below = StreamSupport.stream(city.path("children").spliterator(), false).mapToLong(child -> child.path("counts").path("elder.total").asLong(0)).sum();
    var bands = StreamSupport.stream(city.path("pyramid").spliterator(), false).mapToLong(band -> band.path("male").asLong() + band.path("female").asLong()).sum();

    assertThat(below).isEqualTo(figure(city, "elder.total"));
    assertThat(bands).isEqualTo(figure(city, "elder.total"));
  }

  @Test
  void aCountyOfficerSeesTheOwnCountyAndNoOther() {
    refresh();
    var own = api.as("county_officer").get("/api/cockpit").body();
    var other = api.as("city_officer").get("/api/cockpit").body().path("children");
    var foreign = StreamSupport.stream(other.spliterator(), false).map(child -> child.path("code").asString()).filter(code -> !code.equals(own.path("regionCode").asString())).findFirst().orElseThrow();

    assertThat(own.path("level").asInt()).isEqualTo(3);
    assertThat(own.path("path")).hasSize(1);
    assertThat(api.as("county_officer").get("/api/cockpit?region=" + foreign).status()).isEqualTo(400);
    assertThat(api.as("county_officer").get("/api/cockpit?region=999999999999").status()).isEqualTo(400);
    assertThat(api.as("village_worker").get("/api/cockpit").status()).isEqualTo(403);
  }

  @Test
  void aCountyIsCutIntoTheAreasOfItsTowns() {
    var county = api.as("county_officer").get("/api/cockpit").body();
    var areas = api.as("county_officer").get("/api/cockpit/areas?region=" + county.path("regionCode").asString()).body();

    assertThat(areas.path("sketch").asBoolean()).isTrue();
    assertThat(areas.path("features").size()).isBetween(3, county.path("children").size());
  }

  @Test
  void aSourceWhoseViewIsNotThereIsLeftOut() {
    var missing = new CountSource("nothing", "nowhere.v_nothing", java.time.Duration.ofMinutes(1), java.util.Map.of("nothing.total", "count(*)"));

    assertThat(counts.isThere(missing)).isFalse();
  }

  @Test
  void countsThatWentAwayAreTakenOffTheTable() {
    refresh();
    jdbc.sql("insert into indicator.region_count (region_code, key, source, n) values ('330599999999', 'elder.total', 'elder', 5) on conflict do nothing").update();

    refresh();

    assertThat(counts.of("330599999999")).isEmpty();
  }
}
