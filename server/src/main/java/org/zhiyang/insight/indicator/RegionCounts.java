package org.zhiyang.insight.indicator;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counts of every region, kept as one row for each region and key; made anew from the published views as a whole, never added up by events that could be lost. */
@Component
class RegionCounts {
  private final JdbcClient jdbc;
  private final Clock clock;

  RegionCounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param asOf when the counts were read, business time: a jump of the clock makes them stale; @param day the business day they were read for */
  record State(OffsetDateTime asOf, LocalDate day) {}

  Optional<State> state(CountSource source) {
    return jdbc.sql("select as_of, business_day from indicator.source where name = :name").param("name", source.name())
        .query((r, n) -> new State(r.getObject(1, OffsetDateTime.class), r.getObject(2, LocalDate.class))).optional();
  }

  boolean isThere(CountSource source) {
    return jdbc.sql("select to_regclass(:view) is not null").param("view", source.view()).query(Boolean.class).single();
  }

  /** True when the counts are older than they may be, or of another day. */
  boolean isStale(CountSource source) {
    var state = state(source);
    return state.isEmpty() || !state.get().day().equals(LocalDate.now(clock)) || state.get().asOf().plus(source.every()).isBefore(OffsetDateTime.now(clock));
  }

  /** Counts everything of one source anew; only rows that changed are written. One server at a time. */
  @Transactional
  public void refresh(CountSource source) {
    var began = System.nanoTime();
    var asOf = OffsetDateTime.now(clock);
    var today = LocalDate.now(clock);
    jdbc.sql("select pg_advisory_xact_lock(hashtext('indicator.' || :name))").param("name", source.name()).query().singleRow();
    var days = new HashMap<String, Object>();
    CountSource.days(today).forEach((name, day) -> days.put(name, Date.valueOf(day)));
    jdbc.sql("merge into indicator.region_count t using (" + source.sql() + """
            ) s on t.region_code = s.region_code and t.key = s.key
            when matched and t.n <> s.n then update set n = s.n
            when not matched then insert (region_code, key, source, n) values (s.region_code, s.key, :source, s.n)
            when not matched by source and t.source = :source then delete""")
        .params(days).param("source", source.name()).update();
    jdbc.sql("""
            insert into indicator.source (name, as_of, business_day, millis) values (:name, :asOf, :day, :millis)
            on conflict (name) do update set as_of = excluded.as_of, business_day = excluded.business_day, millis = excluded.millis""")
        .param("name", source.name()).param("asOf", asOf).param("day", Date.valueOf(today)).param("millis", (System.nanoTime() - began) / 1_000_000).update();
  }

  /** All counts of one region by key. */
  Map<String, Long> of(String region) {
    var found = new HashMap<String, Long>();
    jdbc.sql("select key, n from indicator.region_count where region_code = :region").param("region", region).query(r -> {
      found.put(r.getString(1), r.getLong(2));
    });
    return found;
  }

  /** Some counts of some regions: region → key → count. */
  Map<String, Map<String, Long>> of(Collection<String> regions, Collection<String> keys) {
    var found = new HashMap<String, Map<String, Long>>();
    if (regions.isEmpty()) return found;
    jdbc.sql("select region_code, key, n from indicator.region_count where region_code = any(:regions) and key = any(:keys)")
        .param("regions", regions.toArray(String[]::new)).param("keys", keys.toArray(String[]::new))
        .query(r -> {
          found.computeIfAbsent(r.getString(1), code -> new HashMap<>()).put(r.getString(2), r.getLong(3));
        });
    return found;
  }

  /** Counts at the start of a day; empty when the day began before the figures did. */
  Map<String, Long> atStartOf(LocalDate day, String region) {
    var found = new HashMap<String, Long>();
    jdbc.sql("select key, n from indicator.day_start where region_code = :region and day = :day").param("region", region).param("day", Date.valueOf(day)).query(r -> {
      found.put(r.getString(1), r.getLong(2));
    });
    return found;
  }

  /** Keeps the counts of city, counties and towns as they stand when a day begins; villages are left out, their changes are read from their records. */
  void keepStartOf(LocalDate day) {
    jdbc.sql("""
            insert into indicator.day_start (region_code, key, day, n)
            select region_code, key, :day, n from indicator.region_count where region_code like '%000' and key in ('elder.total', 'elder.aged_80', 'elder.aged_100', 'elder.loss', 'elder.assessed',
              'living.ALONE', 'living.EMPTY_NEST', 'case.open', 'case.overdue', 'carer.total', 'provider.total', 'facility.beds_taken')
            on conflict do nothing""")
        .param("day", Date.valueOf(day)).update();
  }
}
