package org.zhiyang.service.dispatch.store;

import java.sql.Date;
import java.sql.Time;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.homecare.VisitId;

/** What dispatchers did to a day; never changed, only added to. */
@Component
public class DayChanges {
  private static final ScopeColumns SCOPE = ScopeColumns.of("c.region_code", "c.provider_id", null, null);

  private final JdbcClient jdbc;

  DayChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(DayChange change) {
    jdbc.sql("""
            insert into dispatch.change (id, provider_id, region_code, day, kind, plan_id, reverses, reason, at, acted_by, acted_role)
            values (:id, :provider, :region, :day, :kind, :plan, :reverses, :reason, :at, :by, :role)""")
        .param("id", change.id()).param("provider", change.provider().value()).param("region", change.regionCode()).param("day", Date.valueOf(change.day())).param("kind", change.kind().name())
        .param("plan", change.plan()).param("reverses", change.reverses()).param("reason", change.reason()).param("at", change.at().atOffset(ZoneOffset.UTC))
        .param("by", change.actedBy()).param("role", change.actedRole()).update();
    for (var line : change.lines()) {
      jdbc.sql("""
              insert into dispatch.change_visit (change_id, visit_id, before_carers, before_from, before_locked, after_carers, after_from)
              values (:change, :visit, :beforeCarers, :beforeFrom, :locked, :afterCarers, :afterFrom)""")
          .param("change", change.id()).param("visit", line.visit().value()).param("beforeCarers", DayPlans.ids(line.before().carers())).param("beforeFrom", time(line.before().from()))
          .param("locked", line.beforeLocked()).param("afterCarers", DayPlans.ids(line.after().carers())).param("afterFrom", time(line.after().from())).update();
    }
  }

  private static @Nullable Time time(@Nullable LocalTime time) {
    return time == null ? null : Time.valueOf(time);
  }

  public boolean isReversed(UUID change) {
    return jdbc.sql("select exists (select from dispatch.change where reverses = :id)").param("id", change).query(Boolean.class).single();
  }

  /** The last act on a provider's day. */
  public Optional<UUID> newestOf(ProviderId provider, LocalDate day) {
    return jdbc.sql("select id from dispatch.change where provider_id = :provider and day = :day order by at desc, id desc limit 1").param("provider", provider.value())
        .param("day", Date.valueOf(day)).query(UUID.class).optional();
  }

  public Optional<DayChange> find(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select c.* from dispatch.change c where c.id = :id and " + mine.sql()).param("id", id).params(mine.params()).query((r, n) -> new DayChange(id,
        new ProviderId(r.getObject("provider_id", UUID.class)), r.getString("region_code"), r.getObject("day", LocalDate.class), DayChange.Kind.valueOf(r.getString("kind")),
        r.getObject("plan_id", UUID.class), r.getObject("reverses", UUID.class), r.getString("reason"), r.getObject("at", OffsetDateTime.class).toInstant(),
        r.getObject("acted_by", UUID.class), r.getString("acted_role"), lines(id))).optional();
  }

  private List<DayChange.Line> lines(UUID change) {
    return jdbc.sql("select * from dispatch.change_visit where change_id = :id order by visit_id").param("id", change).query((r, n) -> new DayChange.Line(
        new VisitId(r.getObject("visit_id", UUID.class)), new DayChange.Standing(DayPlans.carers(r, "before_carers"), r.getObject("before_from", LocalTime.class)), r.getBoolean("before_locked"),
        new DayChange.Standing(DayPlans.carers(r, "after_carers"), r.getObject("after_from", LocalTime.class)))).list();
  }

  /** A line of the day's history. */
  public record Entry(UUID id, DayChange.Kind kind, int visits, @Nullable String reason, OffsetDateTime at, boolean reversed) {}

  /** Newest first, at most twenty. */
  public List<Entry> of(ProviderId provider, LocalDate day, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("""
            select c.id, c.kind, (select count(*) from dispatch.change_visit v where v.change_id = c.id) as visits, c.reason, c.at,
              exists (select from dispatch.change r where r.reverses = c.id) as reversed
            from dispatch.change c where c.provider_id = :provider and c.day = :day and\s""" + mine.sql() + " order by c.at desc, c.id desc limit 20")
        .param("provider", provider.value()).param("day", Date.valueOf(day)).params(mine.params())
        .query((r, n) -> new Entry(r.getObject("id", UUID.class), DayChange.Kind.valueOf(r.getString("kind")), r.getInt("visits"), r.getString("reason"),
            r.getObject("at", OffsetDateTime.class), r.getBoolean("reversed"))).list();
  }
}
