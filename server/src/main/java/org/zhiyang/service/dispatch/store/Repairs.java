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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.dispatch.domain.Unserved;
import org.zhiyang.service.homecare.VisitId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Proposals of repair and what became of them. */
@Component
public class Repairs {
  private static final ScopeColumns SCOPE = ScopeColumns.of("r.region_code", "r.provider_id", null, null);

  private static final TypeReference<List<Repair.About>> ABOUT = new TypeReference<>() {};
  private static final TypeReference<List<Unserved>> UNSERVED = new TypeReference<>() {};
  private static final int MOST = 20;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Repairs(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Adds a proposal; an open one of the same day is superseded. The caller has locked the day. */
  public void add(Repair repair) {
    jdbc.sql("update dispatch.repair set state = 'SUPERSEDED', decided_at = :at, decided_by = :by where provider_id = :provider and day = :day and state = 'PROPOSED'")
        .param("at", repair.madeAt().atOffset(ZoneOffset.UTC)).param("by", repair.madeBy()).param("provider", repair.provider().value()).param("day", Date.valueOf(repair.day())).update();
    jdbc.sql("""
            insert into dispatch.repair (id, provider_id, region_code, day, cause, carer_id, visit_id, note, state, last_change_id, extra_minutes, moved, search_millis, made_at, made_by, also, unsolved)
            values (:id, :provider, :region, :day, :cause, :carer, :visit, :note, 'PROPOSED', :last, :extra, :moved, :millis, :at, :by, :also::jsonb, :unsolved::jsonb)""")
        .param("id", repair.id()).param("provider", repair.provider().value()).param("region", repair.regionCode()).param("day", Date.valueOf(repair.day())).param("cause", repair.about().cause().name())
        .param("carer", repair.about().carer() == null ? null : repair.about().carer().value()).param("visit", repair.about().visit() == null ? null : repair.about().visit().value()).param("note", repair.note())
        .param("last", repair.lastChange()).param("extra", repair.extraMinutes()).param("moved", repair.moved()).param("millis", repair.searchMillis())
        .param("at", repair.madeAt().atOffset(ZoneOffset.UTC)).param("by", repair.madeBy()).param("also", json.writeValueAsString(repair.also()))
        .param("unsolved", json.writeValueAsString(repair.unsolved())).update();
    for (var line : repair.lines()) {
      var change = line.change();
      jdbc.sql("""
              insert into dispatch.repair_visit (repair_id, visit_id, role, before_carers, before_from, before_locked, after_carers, after_from)
              values (:repair, :visit, :role, :beforeCarers, :beforeFrom, :locked, :afterCarers, :afterFrom)""")
          .param("repair", repair.id()).param("visit", change.visit().value()).param("role", line.part().name()).param("beforeCarers", DayPlans.ids(change.before().carers()))
          .param("beforeFrom", time(change.before().from())).param("locked", change.beforeLocked()).param("afterCarers", DayPlans.ids(change.after().carers()))
          .param("afterFrom", time(change.after().from())).update();
    }
  }

  private static @Nullable Time time(@Nullable LocalTime time) {
    return time == null ? null : Time.valueOf(time);
  }

  /** @param change the act that carried it out, null for a rejection */
  public void decide(UUID id, Repair.State state, @Nullable UUID change, Instant at, Actor by) {
    jdbc.sql("update dispatch.repair set state = :state, change_id = :change, decided_at = :at, decided_by = :by where id = :id and state = 'PROPOSED'").param("state", state.name())
        .param("change", change).param("at", at.atOffset(ZoneOffset.UTC)).param("by", by.accountId()).param("id", id).update();
  }

  public Optional<Repair> find(UUID id, Scope scope) {
    return read("r.id = :id", Map.of("id", id), scope, 1).stream().findFirst();
  }

  /** Newest first, at most twenty. */
  public List<Repair> of(ProviderId provider, LocalDate day, Scope scope) {
    return read("r.provider_id = :provider and r.day = :day", Map.of("provider", provider.value(), "day", Date.valueOf(day)), scope, MOST);
  }

  /** The proposal of the day that waits for a person. */
  public Optional<Repair> openOf(ProviderId provider, LocalDate day) {
    return read("r.provider_id = :provider and r.day = :day and r.state = 'PROPOSED'", Map.of("provider", provider.value(), "day", Date.valueOf(day)), new Scope.Everything(), 1).stream().findFirst();
  }

  /** Open proposals from the day on that wait for a person. */
  public List<Repair> open(LocalDate from, Scope scope) {
    return read("r.state = 'PROPOSED' and r.day >= :from", Map.of("from", Date.valueOf(from)), scope, MOST);
  }

  /** Every open proposal from the day on, the newest first. */
  public List<Repair> open(LocalDate from) {
    return read("r.state = 'PROPOSED' and r.day >= :from", Map.of("from", Date.valueOf(from)), new Scope.Everything(), Integer.MAX_VALUE);
  }

  /** True when a proposal about this visit for this cause is open or was decided by a person; one that was overtaken may be made again. */
  public boolean isKnown(VisitId visit, Repair.Cause cause) {
    return jdbc.sql("""
            select exists (select from dispatch.repair where state <> 'SUPERSEDED' and (visit_id = :visit and cause = :cause
              or also @> jsonb_build_array(jsonb_build_object('cause', :cause, 'visit', jsonb_build_object('value', :visit::text)))))""")
        .param("visit", visit.value()).param("cause", cause.name()).query(Boolean.class).single();
  }

  private List<Repair> read(String where, Map<String, Object> params, Scope scope, int most) {
    var mine = scope.on(SCOPE);
    var all = new HashMap<>(params);
    all.putAll(mine.params());
    return jdbc.sql("select r.* from dispatch.repair r where " + where + " and " + mine.sql() + " order by r.made_at desc, r.id limit " + most).params(all).query((r, n) -> repair(r)).list();
  }

  private Repair repair(ResultSet r) throws SQLException {
    var id = r.getObject("id", UUID.class);
    var carer = r.getObject("carer_id", UUID.class);
    var visit = r.getObject("visit_id", UUID.class);
    var decided = r.getObject("decided_at", OffsetDateTime.class);
    return new Repair(id, new ProviderId(r.getObject("provider_id", UUID.class)), r.getString("region_code"), r.getObject("day", LocalDate.class), 
        new Repair.About(Repair.Cause.valueOf(r.getString("cause")), carer == null ? null : new CarerId(carer), visit == null ? null : new VisitId(visit)),
        json.readValue(r.getString("also"), ABOUT), r.getString("note"), Repair.State.valueOf(r.getString("state")), r.getObject("last_change_id", UUID.class),
        r.getInt("extra_minutes"), r.getInt("moved"), r.getInt("search_millis"), r.getObject("made_at", OffsetDateTime.class).toInstant(), r.getObject("made_by", UUID.class),
        decided == null ? null : decided.toInstant(), r.getObject("change_id", UUID.class), lines(id), json.readValue(r.getString("unsolved"), UNSERVED));
  }

  private List<Repair.Line> lines(UUID repair) {
    return jdbc.sql("select * from dispatch.repair_visit where repair_id = :id order by coalesce(after_from, before_from), visit_id").param("id", repair).query((r, n) -> new Repair.Line(
        Repair.Part.valueOf(r.getString("role")), new DayChange.Line(new VisitId(r.getObject("visit_id", UUID.class)),
            new DayChange.Standing(DayPlans.carers(r, "before_carers"), r.getObject("before_from", LocalTime.class)), r.getBoolean("before_locked"),
            new DayChange.Standing(DayPlans.carers(r, "after_carers"), r.getObject("after_from", LocalTime.class))))).list();
  }
}
