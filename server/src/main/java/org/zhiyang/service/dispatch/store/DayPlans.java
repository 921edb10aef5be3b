package org.zhiyang.service.dispatch.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.DayPlan;
import org.zhiyang.service.dispatch.domain.Explanation;
import org.zhiyang.service.dispatch.domain.PlanStatus;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.domain.Unserved;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** DayPlans and their lines. */
@Component
public class DayPlans {
  private static final ScopeColumns SCOPE = ScopeColumns.of("p.region_code", "p.provider_id", null, null);

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DayPlans(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Locks the provider's day until the transaction ends: plans, publications and changes by hand follow one another. */
  public void lock(ProviderId provider, LocalDate day) {
    jdbc.sql("insert into dispatch.day (provider_id, day) values (:provider, :day) on conflict do nothing").param("provider", provider.value()).param("day", Date.valueOf(day)).update();
    jdbc.sql("select version from dispatch.day where provider_id = :provider and day = :day for update").param("provider", provider.value()).param("day", Date.valueOf(day)).query(Long.class).single();
  }

  public void touch(ProviderId provider, LocalDate day) {
    jdbc.sql("update dispatch.day set version = version + 1 where provider_id = :provider and day = :day").param("provider", provider.value()).param("day", Date.valueOf(day)).update();
  }

  /** Raised by every plan, publication and change; 0 before the first. */
  public long versionOf(ProviderId provider, LocalDate day) {
    return jdbc.sql("select version from dispatch.day where provider_id = :provider and day = :day").param("provider", provider.value()).param("day", Date.valueOf(day)).query(Long.class).optional().orElse(0L);
  }

  /** Adds a draft; an earlier draft of the day is superseded. */
  public void add(StoredPlan plan, PlanningDay basis, DayPlan content, Actor by) {
    jdbc.sql("update dispatch.plan set status = 'SUPERSEDED', version = version + 1 where provider_id = :provider and day = :day and status = 'DRAFT'")
        .param("provider", plan.provider().value()).param("day", Date.valueOf(plan.day())).update();
    jdbc.sql("""
            insert into dispatch.plan (id, provider_id, region_code, day, origin, status, planner, settings, planned, unserved, changed, travel_minutes, made_at, made_by, week_run_id)
            values (:id, :provider, :region, :day, :origin, 'DRAFT', :planner, :settings::jsonb, :planned, :unserved, :changed, :travel, :at, :by, :week)""")
        .param("id", plan.id()).param("provider", plan.provider().value()).param("region", plan.regionCode()).param("day", Date.valueOf(plan.day())).param("origin", plan.origin().name())
        .param("planner", plan.planner()).param("settings", json.writeValueAsString(basis.settings())).param("planned", plan.planned()).param("unserved", plan.unserved())
        .param("changed", plan.changed()).param("travel", plan.travelMinutes()).param("at", plan.madeAt().atOffset(ZoneOffset.UTC)).param("by", by.accountId()).param("week", plan.weekRun()).update();
    var visits = basis.byId();
    var line = "insert into dispatch.plan_visit (plan_id, visit_id, elder_id, carers, starts_at, ends_at, leg_minutes, unserved_reason, remedies, explanation, before_carers, before_from) values "
        + "(:plan, :visit, :elder, :carers, :from, :to, :legs, :reason, :remedies::jsonb, :explanation::jsonb, :beforeCarers, :beforeFrom)";
    for (var a : content.assignments()) {
      lineOf(line, plan, Objects.requireNonNull(visits.get(a.visit()))).param("carers", ids(a.carers())).param("from", Time.valueOf(a.from()))
          .param("to", Time.valueOf(a.to())).param("legs", a.legMinutes().toArray(Integer[]::new)).param("reason", null).param("remedies", null)
          .param("explanation", json.writeValueAsString(a.explanation())).update();
    }
    for (var u : content.unserved()) {
      lineOf(line, plan, Objects.requireNonNull(visits.get(u.visit()))).param("carers", new UUID[0]).param("from", null).param("to", null)
          .param("legs", new Integer[0]).param("reason", u.reason().name()).param("remedies", json.writeValueAsString(u.remedies())).param("explanation", null).update();
    }
  }

  private JdbcClient.StatementSpec lineOf(String sql, StoredPlan plan, VisitToPlan visit) {
    var before = Standing.of(visit);
    return jdbc.sql(sql).param("plan", plan.id()).param("visit", visit.id().value()).param("elder", visit.elder().value()).param("beforeCarers", ids(before.carers()))
        .param("beforeFrom", before.from() == null ? null : Time.valueOf(before.from()));
  }

  public void markPublished(StoredPlan plan, Instant at, Actor by) {
    jdbc.sql("update dispatch.plan set status = 'SUPERSEDED', version = version + 1 where provider_id = :provider and day = :day and status = 'PUBLISHED'")
        .param("provider", plan.provider().value()).param("day", Date.valueOf(plan.day())).update();
    jdbc.sql("update dispatch.plan set status = 'PUBLISHED', published_at = :at, published_by = :by, version = version + 1 where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by.accountId()).param("id", plan.id()).update();
  }

  public Optional<StoredPlan> find(UUID id, Scope scope) {
    return read("p.id = :id", Map.of("id", id), scope, 1).stream().findFirst();
  }

  /** Newest first. */
  public List<StoredPlan> of(ProviderId provider, LocalDate day, Scope scope) {
    return read("p.provider_id = :provider and p.day = :day", Map.of("provider", provider.value(), "day", Date.valueOf(day)), scope, 50);
  }

  /** Drafts that wait for publication, from the day on, by day. */
  public List<StoredPlan> drafts(LocalDate from, Scope scope, int most) {
    return read("p.status = 'DRAFT' and p.changed + p.unserved > 0 and p.day >= :from", Map.of("from", Date.valueOf(from)), scope, most).stream()
        .sorted(java.util.Comparator.comparing(StoredPlan::day)).toList();
  }

  /** The drafts a week run made, by provider and day; the newest status of each. */
  public List<StoredPlan> ofWeek(UUID run, Scope scope) {
    return read("p.week_run_id = :run", Map.of("run", run), scope, 10_000).stream().sorted(java.util.Comparator.comparing((StoredPlan p) -> p.provider().value()).thenComparing(StoredPlan::day)).toList();
  }

  private List<StoredPlan> read(String where, Map<String, Object> params, Scope scope, int most) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select p.* from dispatch.plan p where " + where + " and " + mine.sql() + " order by p.made_at desc, p.id limit " + most).params(params).params(mine.params())
        .query(DayPlans::plan).list();
  }

  private static StoredPlan plan(ResultSet r, int n) throws SQLException {
    var published = r.getObject("published_at", OffsetDateTime.class);
    return new StoredPlan(r.getObject("id", UUID.class), new ProviderId(r.getObject("provider_id", UUID.class)), r.getString("region_code"), r.getObject("day", LocalDate.class),
        StoredPlan.Origin.valueOf(r.getString("origin")), PlanStatus.valueOf(r.getString("status")), r.getString("planner"), r.getInt("planned"), r.getInt("unserved"), r.getInt("changed"),
        r.getInt("travel_minutes"), r.getObject("made_at", OffsetDateTime.class).toInstant(), published == null ? null : published.toInstant(),
        r.getObject("week_run_id", UUID.class));
  }

  /** The lines of a plan that the reader may see, by start. */
  public DayPlan contentOf(UUID plan) {
    var assignments = new ArrayList<DayPlan.Assignment>();
    var unserved = new ArrayList<Unserved>();
    jdbc.sql("select * from dispatch.plan_visit where plan_id = :plan order by starts_at, visit_id").param("plan", plan).query((r, n) -> {
      var visit = new VisitId(r.getObject("visit_id", UUID.class));
      var reason = r.getString("unserved_reason");
      if (reason == null) {
        assignments.add(new DayPlan.Assignment(visit, carers(r, "carers"), r.getObject("starts_at", LocalTime.class), r.getObject("ends_at", LocalTime.class),
            List.of((Integer[]) r.getArray("leg_minutes").getArray()), json.readValue(r.getString("explanation"), Explanation.class)));
      } else {
        unserved.add(new Unserved(visit, Unserved.Reason.valueOf(reason), json.readValue(r.getString("remedies"), new TypeReference<List<Unserved.Remedy>>() {})));
      }
      return visit;
    }).list();
    return new DayPlan(assignments, unserved);
  }

  /** How the visits of a plan stood when it was made; without those of plans that did not keep it yet. */
  public Map<VisitId, Standing> standingsBefore(UUID plan) {
    var standings = new HashMap<VisitId, Standing>();
    jdbc.sql("select visit_id, before_carers, before_from from dispatch.plan_visit where plan_id = :plan and before_carers is not null").param("plan", plan)
        .query(r -> {
          standings.put(new VisitId(r.getObject("visit_id", UUID.class)), new Standing(carers(r, "before_carers"), r.getObject("before_from", LocalTime.class)));
        });
    return standings;
  }

  static UUID[] ids(List<CarerId> carers) {
    return carers.stream().map(CarerId::value).toArray(UUID[]::new);
  }

  static List<CarerId> carers(ResultSet r, String column) throws SQLException {
    return Arrays.stream((UUID[]) r.getArray(column).getArray()).map(CarerId::new).toList();
  }
}
