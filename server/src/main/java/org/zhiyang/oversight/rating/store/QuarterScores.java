package org.zhiyang.oversight.rating.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.oversight.rating.domain.QuarterScorePolicy;
import org.zhiyang.platform.policy.Ruling;
import tools.jackson.databind.json.JsonMapper;

/** Quarter scores. A month that becomes final later makes a new revision of the same quarter. */
@Repository
public class QuarterScores {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  QuarterScores(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A provider's final months of a quarter. */
  public record Provider(UUID provider, String regionCode, List<QuarterScorePolicy.Month> months) {}

  /** Providers with final scores in the quarter that are not all in its quarter score yet, and with no month of it still published or objected to. */
  public List<Provider> due(YearMonth quarter) {
    var found = new LinkedHashMap<UUID, Provider>();
    jdbc.sql("""
            select s.provider_id, s.region_code, s.month, s.id, s.points from rating.score s
            where s.month >= :first and s.month < :end and s.status = 'FINAL'
              and not exists (select from rating.score o where o.provider_id = s.provider_id and o.month >= :first and o.month < :end and o.status <> 'FINAL')
              and exists (select from rating.score n where n.provider_id = s.provider_id and n.month >= :first and n.month < :end and n.status = 'FINAL'
                and not exists (select from rating.quarter_score q where q.provider_id = n.provider_id and q.quarter = :first and n.id = any(q.scores)))
            order by s.provider_id, s.month""")
        .param("first", quarter.atDay(1)).param("end", quarter.plusMonths(3).atDay(1))
        .query(r -> {
          var id = r.getObject("provider_id", UUID.class);
          found.computeIfAbsent(id, p -> new Provider(p, code(r), new ArrayList<>())).months()
              .add(new QuarterScorePolicy.Month(YearMonth.from(r.getObject("month", LocalDate.class)), r.getObject("id", UUID.class), r.getBigDecimal("points")));
        });
    return List.copyOf(found.values());
  }

  private static String code(java.sql.ResultSet r) {
    try {
      return r.getString("region_code");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void save(UUID id, Provider of, YearMonth quarter, Ruling<QuarterScorePolicy.Outcome> ruling, UUID stored, Instant at) {
    var outcome = ruling.outcome();
    var months = outcome.months().stream().map(m -> Map.of("month", m.month().toString(), "points", m.points(), "weight", m.weight())).toList();
    jdbc.sql("""
            insert into rating.quarter_score (id, provider_id, region_code, quarter, points, passed, months, scores, explanation, ruling_id, computed_at)
            values (:id, :provider, :region, :quarter, :points, :passed, :months::jsonb, :scores, :explanation, :ruling, :at)
            on conflict (provider_id, quarter) do update set points = excluded.points, passed = excluded.passed, months = excluded.months, scores = excluded.scores, explanation = excluded.explanation,
              ruling_id = excluded.ruling_id, computed_at = excluded.computed_at, revision = quarter_score.revision + 1""")
        .param("id", id).param("provider", of.provider()).param("region", of.regionCode()).param("quarter", quarter.atDay(1)).param("points", outcome.points()).param("passed", outcome.passed())
        .param("months", json.writeValueAsString(months)).param("scores", of.months().stream().map(QuarterScorePolicy.Month::score).toArray(UUID[]::new))
        .param("explanation", String.join("", ruling.explanation())).param("ruling", stored).param("at", Timestamp.from(at)).update();
  }
}
