package org.zhiyang.need.intake.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.Steps;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.region.RegionCode;

/** 闭环看板: how many open cases wait for each step, since when, how many too long; and how far cases ever got, by area. */
@Component
public class LoopBoard {
  private final JdbcClient jdbc;

  LoopBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param medianSince half of the cases have waited since this moment or earlier; @param overdue cases past their last day; @param unmatched cases with an order nobody takes */
  public record Column(long count, Instant medianSince, Instant oldestSince, long overdue, long unmatched) {}

  public Map<CaseStep, Column> columns(@Nullable String region, @Nullable UUID provider, Scope scope, LocalDate today) {
    var where = new ListConditions("c", scope.on(CaseList.SCOPE)).region(region).equal("provider_id", provider).and("c.closed_at is null", "today", today);
    var columns = new EnumMap<CaseStep, Column>(CaseStep.class);
    jdbc.sql("""
            select c.step, count(*) as cases, percentile_disc(0.5) within group (order by c.step_since) as median, min(c.step_since) as oldest,
              count(*) filter (where c.due_on < :today) as overdue, count(*) filter (where c.unmatched <> '{}') as unmatched
            from intake.care_case c where\s""" + where.sql() + " group by c.step")
        .params(where.params())
        .query(r -> {
          columns.put(CaseStep.valueOf(r.getString("step")), new Column(r.getLong("cases"), r.getObject("median", OffsetDateTime.class).toInstant(),
              r.getObject("oldest", OffsetDateTime.class).toInstant(), r.getLong("overdue"), r.getLong("unmatched")));
        });
    return columns;
  }

  /** How many of an area's cases, open or closed, opened since that day, were ever assessed, served, paid and rated (M255). */
  public record Conversion(String regionCode, long cases, long assessed, long served, long paid, long rated) {}

  /** By the areas one level below {@code region}; a village is its own only area. */
  public List<Conversion> conversion(String region, @Nullable UUID provider, Scope scope, LocalDate since) {
    var level = Math.min(5, new RegionCode(region).level() + 1);
    var digits = new int[] {0, 2, 4, 6, 9, 12}[level];
    var where = new ListConditions("c", scope.on(CaseList.SCOPE)).region(region).equal("provider_id", provider)
        .and("c.opened_at >= :since", "since", since.atStartOfDay().atOffset(ZoneOffset.ofHours(8)));
    where.params().putAll(Map.of("digits", digits, "assessed", Steps.bit(CaseStep.ASSESSED), "served", Steps.bit(CaseStep.VISITED), "paid", Steps.bit(CaseStep.PAID), "rated", Steps.bit(CaseStep.FELT)));
    return jdbc.sql("""
            select rpad(left(c.region_code, :digits), 12, '0') as area, count(*) as cases, count(*) filter (where c.ever_done & :assessed <> 0) as assessed,
              count(*) filter (where c.ever_done & :served <> 0) as served, count(*) filter (where c.ever_done & :paid <> 0) as paid, count(*) filter (where c.ever_done & :rated <> 0) as rated
            from intake.care_case c where\s""" + where.sql() + " group by 1 order by 1")
        .params(where.params())
        .query((r, n) -> new Conversion(r.getString("area"), r.getLong("cases"), r.getLong("assessed"), r.getLong("served"), r.getLong("paid"), r.getLong("rated"))).list();
  }
}
