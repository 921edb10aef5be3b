package org.zhiyang.service.homecare.store;

import com.fasterxml.uuid.Generators;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.CarerWishes;
import org.zhiyang.service.homecare.domain.CarerWish;

/** Whom elders would like to come, and who is not sent again. */
@Component
public class WishesForCarers {
  /** A provider knows the wishes about its own carers only; carers see none. */
  private static final ScopeColumns SCOPE = ScopeColumns.of("w.region_code", "w.provider_id", null, "w.elder_id");

  private final JdbcClient jdbc;

  WishesForCarers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A carer the elder knows.
   *
   *  @param times visits made since the day asked for, by whoever checked in or out (of two who go together one does); @param last, next days, null for none; @param wish in force, null for none */
  public record Known(UUID carer, UUID provider, int times, @Nullable LocalDate last, @Nullable LocalDate next, @Nullable CarerWish wish) {}

  /** Carers who have come since that day, are to come, or about whom a wish is in force: those first, then who comes next, then who came last. */
  public List<Known> known(UUID elder, LocalDate since, LocalDate today, Scope scope) {
    var visits = scope.on(Visits.SCOPE);
    var wishes = scope.on(SCOPE);
    return jdbc.sql("""
            with known as (
              select c.carer_id, v.provider_id, count(*) filter (where came) as times, max(v.day) filter (where came) as last, min(v.day) filter (where v.status = 'ASSIGNED' and v.day >= :today) as next
              from homecare.visit v join homecare.visit_carer c on c.visit_id = v.id and c.active
              cross join lateral (select v.checked_in_at is not null and (v.crew > 1 or exists (
                select from homecare.visit_event e where e.visit_id = v.id and e.carer_id = c.carer_id and e.kind in ('CHECK_IN', 'CHECK_OUT')))) seen (came)
              where v.elder_id = :elder and v.day >= :since and v.status <> 'CANCELLED' and %s group by 1, 2)
            select carer_id, provider_id, coalesce(k.times, 0) as times, k.last, k.next, w.id, w.kind, w.reason, w.said_by, w.said_at, w.recorded_role
            from known k full join (select * from homecare.carer_wish w where w.elder_id = :elder and w.ended_at is null and %s) w using (carer_id, provider_id)
            order by w.id is null, k.next nulls last, k.last desc nulls last, carer_id""".formatted(visits.sql(), wishes.sql()))
        .param("elder", elder).param("since", Date.valueOf(since)).param("today", Date.valueOf(today)).params(visits.params()).params(wishes.params())
        .query((r, n) -> new Known(r.getObject("carer_id", UUID.class), r.getObject("provider_id", UUID.class), r.getInt("times"), r.getObject("last", LocalDate.class),
            r.getObject("next", LocalDate.class), r.getObject("id") == null ? null : wish(r))).list();
  }

  private static CarerWish wish(ResultSet r) throws SQLException {
    return new CarerWish(r.getObject("id", UUID.class), CarerWish.Kind.valueOf(r.getString("kind")), r.getString("reason"), CarerWish.SaidBy.valueOf(r.getString("said_by")),
        r.getTimestamp("said_at").toInstant(), r.getString("recorded_role"));
  }

  public CarerWishes of(UUID elder) {
    return of(List.of(elder)).getOrDefault(elder, CarerWishes.NONE);
  }

  /** Wishes in force of these elders; elders who said nothing are left out. */
  public Map<UUID, CarerWishes> of(Collection<UUID> elders) {
    if (elders.isEmpty()) return Map.of();
    var wanted = new HashMap<UUID, Set<CarerId>>();
    var refused = new HashMap<UUID, Set<CarerId>>();
    jdbc.sql("select elder_id, carer_id, kind from homecare.carer_wish where elder_id = any(:elders) and ended_at is null").param("elders", elders.toArray(UUID[]::new))
        .query((r, n) -> (CarerWish.Kind.valueOf(r.getString(3)) == CarerWish.Kind.WANTED ? wanted : refused).computeIfAbsent(r.getObject(1, UUID.class), e -> new HashSet<>())
            .add(new CarerId(r.getObject(2, UUID.class)))).list();
    var all = new HashMap<UUID, CarerWishes>();
    for (var elder : elders) {
      if (wanted.containsKey(elder) || refused.containsKey(elder)) all.put(elder, new CarerWishes(wanted.getOrDefault(elder, Set.of()), refused.getOrDefault(elder, Set.of())));
    }
    return all;
  }

  /** Two who write at the same moment follow each other. */
  public void lock(UUID elder, UUID carer) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:pair, 28))").param("pair", elder + ":" + carer).query((r, n) -> true).list();
  }

  public void add(UUID elder, String region, UUID carer, UUID provider, CarerWish.Kind kind, @Nullable String reason, CarerWish.SaidBy saidBy, Instant at, Actor by) {
    jdbc.sql("""
            insert into homecare.carer_wish (id, elder_id, region_code, carer_id, provider_id, kind, reason, said_by, said_at, recorded_by, recorded_role)
            values (:id, :elder, :region, :carer, :provider, :kind, :reason, :said, :at, :by, :role)""")
        .param("id", Generators.timeBasedEpochGenerator().generate()).param("elder", elder).param("region", region).param("carer", carer).param("provider", provider).param("kind", kind.name())
        .param("reason", reason).param("said", saidBy.name()).param("at", Timestamp.from(at)).param("by", by.accountId()).param("role", by.role().key()).update();
  }

  public void end(UUID wish, Instant at, Actor by) {
    jdbc.sql("update homecare.carer_wish set ended_at = greatest(:at, said_at), ended_by = :by where id = :id and ended_at is null").param("at", Timestamp.from(at)).param("by", by.accountId()).param("id", wish).update();
  }
}
