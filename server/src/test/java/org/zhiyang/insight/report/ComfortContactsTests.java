package org.zhiyang.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** Contacts of elders who live alone (M270). */
@ZhiyangTest
class ComfortContactsTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;

  private UUID elder;
  private String region;

  @BeforeEach
  void anElderWhoLivesAlone() {
    var county = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    elder = jdbc.sql("select id from elder.elder where status = 'LIVING' and region_code like :county order by id limit 1").param("county", county.substring(0, 6) + "%")
        .query(UUID.class).single();
    jdbc.sql("update elder.elder set living_situation = 'ALONE' where id = :id").param("id", elder).update();
    region = jdbc.sql("select region_code from elder.elder where id = :id").param("id", elder).query(String.class).single();
    jdbc.sql("delete from homecare.visit where elder_id = :elder and day between '2025-05-01' and '2025-05-31'").param("elder", elder).update();
  }

  @Test
  void visitsWithSomebodyThereCountAndOthersDoNot() {
    visit("COMFORT", LocalDate.of(2025, 5, 1), "CONFIRMED", true);
    visit("COMFORT", LocalDate.of(2025, 5, 31), "ABNORMAL", true);
    visit("COMFORT", LocalDate.of(2025, 5, 9), "REJECTED", true);
    visit("COMFORT", LocalDate.of(2025, 5, 10), "MISSED", false);
    visit("CLEANING", LocalDate.of(2025, 5, 11), "CONFIRMED", true);
    visit("COMFORT", LocalDate.of(2025, 6, 1), "CONFIRMED", true);

    var row = rowOf("/api/reports/comfort-contacts?month=2025-05&region=" + region + "&size=200");

    assertThat(row.path("contacts").asInt()).isEqualTo(2);
    assertThat(row.path("lastOn").asString()).isEqualTo("2025-05-31");
    assertThat(rowOf("/api/reports/comfort-contacts?month=2025-05&reached=NONE&region=" + region + "&size=200").isMissingNode()).isTrue();
    assertThat(api.as("county_officer").text("/api/reports/comfort-contacts/export?month=2025-05&region=" + region)).startsWith("\uFEFF月份,姓名").contains(row.path("name").asString(), ",2,2025-05-31");
  }

  @Test
  void eldersNobodyCameToStandInTheReportWithNone() {
    assertThat(rowOf("/api/reports/comfort-contacts?month=2025-05&reached=NONE&region=" + region + "&size=200").path("contacts").asInt()).isZero();
  }

  @Test
  void everyEldersLivingAloneInTheRegisterIsCountedAndTheAreasAddUp() {
    var alone = api.as("county_officer").get("/api/elders?size=1&tag=LIVING_ALONE").body().path("total").asLong();

    var list = api.as("county_officer").get("/api/reports/comfort-contacts?month=2025-05&size=1").body().path("total").asLong();
    var areas = api.as("county_officer").get("/api/reports/comfort-contacts/areas?month=2025-05").body().path("areas");

    assertThat(list).isPositive().isEqualTo(alone);
    assertThat(areas.valueStream().mapToLong(a -> a.path("livingAlone").asLong()).sum()).isEqualTo(alone);
  }

  @Test
  void nobodySeesAnotherAreasElders() {
    var other = jdbc.sql("select region_code from elder.elder where region_code not like :county limit 1").param("county", region.substring(0, 6) + "%").query(String.class).single();

    assertThat(api.as("county_officer").get("/api/reports/comfort-contacts?month=2025-05&region=" + other).body().path("total").asLong()).isZero();
    assertThat(api.as("county_officer").get("/api/reports/comfort-contacts/areas?region=" + other).status()).isEqualTo(400);
    assertThat(api.as("provider_dispatcher").get("/api/reports/comfort-contacts").status()).isEqualTo(403);
  }

  private JsonNode rowOf(String path) {
    return api.as("county_officer").get(path).body().path("items").valueStream().filter(r -> r.path("id").asString().equals(elder.toString())).findFirst()
        .orElse(tools.jackson.databind.node.MissingNode.getInstance());
  }

  private void visit(String service, LocalDate day, String status, boolean came) {
    var order = UUID.randomUUID();
    jdbc.sql("""
            insert into homecare.service_order (id, case_id, elder_id, region_code, service, weekdays, units, window_from, window_to, from_on, status, status_since, ordered_by, ordered_role, ordered_at)
            values (:id, :id, :elder, :region, :service, array[1], 1, '09:00', '11:00', :day, 'ENDED', now(), :id, 'platform', now())""").param("id", order).param("elder", elder).param("region", region)
        .param("service", service).param("day", Date.valueOf(day)).update();
    jdbc.sql("""
            insert into homecare.visit (id, order_id, case_id, elder_id, region_code, provider_id, service, service_name, unit, day, units, unit_minutes, timed, crew, window_from, window_to,
              status, status_since, checked_in_at, checked_out_at, evidence_digest, decided_at)
            values (:id, :id, :id, :elder, :region, :id, :service, '服务', '小时', :day, 1, 60, true, 1, '09:00', '11:00', :status, now(),
              case when :came then :day::timestamptz + interval '9 hours' end, case when :came then :day::timestamptz + interval '10 hours' end, 'x', now())""")
        .param("id", order).param("elder", elder).param("region", region).param("service", service).param("day", Date.valueOf(day)).param("status", status).param("came", came).update();
  }
}
