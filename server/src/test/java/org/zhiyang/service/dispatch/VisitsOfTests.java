package org.zhiyang.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Time;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.Api;

/** Visits for the tests of dispatch, each with its own elder, case and order; what came before them is other tests' matter. */
public final class VisitsOfTests {
  private final JdbcClient jdbc;
  private final Api api;

  public VisitsOfTests(JdbcClient jdbc, Api api) {
    this.jdbc = jdbc;
    this.api = api;
  }

  /** Gives two carers of the provider a shift from 07:30 to 19:00 on that weekday, and takes the others' away. */
  public List<UUID> onlyTwoOnDuty(UUID provider, LocalDate day) {
    var weekday = day.getDayOfWeek().getValue();
    jdbc.sql("delete from workforce.shift s using workforce.carer c where c.id = s.carer_id and c.provider_id = :p and s.weekday = :w").param("p", provider).param("w", weekday).update();
    var two = jdbc.sql("select id from workforce.carer where provider_id = :p and active order by id limit 2").param("p", provider).query(UUID.class).list();
    for (var carer : two) jdbc.sql("insert into workforce.shift (carer_id, weekday, starts_at, ends_at) values (:c, :w, '07:30', '19:00')").param("c", carer).param("w", weekday).update();
    return two;
  }

  /** A cleaning visit of one hour at the provider's own place. */
  public UUID cleaning(UUID provider, LocalDate day, String from, String to) {
    var county = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    var elder = jdbc.sql("""
            select e.id from elder.elder e where e.region_code like :county and e.lng is not null and e.status = 'LIVING'
              and not exists (select from intake.care_case c where c.elder_id = e.id) order by e.id limit 1""").param("county", county.substring(0, 6) + "%").query(UUID.class).single();
    var need = api.as("county_officer").post("/api/needs", Map.of("elderId", elder, "services", List.of("CLEANING"), "urgency", "ORDINARY", "contact", "CALL_ELDER", "askedBy", "ELDER", "supplement", false));
    assertThat(need.status()).as(need.body().toString()).isEqualTo(201);
    var careCase = UUID.fromString(need.body().path("caseId").asString());
    jdbc.sql("""
            insert into intake.case_step (case_id, elder_id, step, kind, source, turn, reached_at, acted_by, acted_role, acted_role_name, acted_name, on_behalf)
            select :case, :elder, s, 'REACHED', :case, 0, now(), :case, 'county_officer', '县区民政', '测试', false from unnest(array['ASSESSED', 'ELIGIBLE', 'PLANNED']) s""")
        .param("case", careCase).param("elder", elder).update();
    jdbc.sql("update intake.care_case set own_done = 15, ever_done = 15 where id = :id").param("id", careCase).update();
    var order = UUID.randomUUID();
    var visit = UUID.randomUUID();
    var params = Map.of("order", order, "visit", visit, "case", careCase, "elder", elder, "provider", provider, "day", Date.valueOf(day), "from", Time.valueOf(LocalTime.parse(from)),
        "to", Time.valueOf(LocalTime.parse(to)), "weekday", day.getDayOfWeek().getValue());
    jdbc.sql("""
            insert into homecare.service_order (id, case_id, elder_id, region_code, service, weekdays, units, window_from, window_to, from_on, provider_id, status, status_since, ordered_by, ordered_role, ordered_at)
            select :order, :case, id, region_code, 'CLEANING', array[:weekday::int], 1, :from, :to, :day, :provider, 'ACCEPTED', now(), :provider, 'county_officer', now() from elder.elder where id = :elder""").params(params).update();
    jdbc.sql("""
            insert into homecare.visit (id, order_id, case_id, elder_id, region_code, provider_id, service, service_name, unit, day, units, unit_minutes, timed, crew, window_from, window_to, lng, lat, status, status_since)
            select :visit, :order, :case, e.id, e.region_code, p.id, 'CLEANING', '助洁', '小时', :day, 1, 60, true, 1, :from, :to, p.lng, p.lat, 'PLANNED', now()
            from elder.elder e, facility.provider p where e.id = :elder and p.id = :provider""").params(params).update();
    return visit;
  }
}
