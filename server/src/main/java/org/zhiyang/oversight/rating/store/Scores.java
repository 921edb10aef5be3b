package org.zhiyang.oversight.rating.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.oversight.rating.domain.CountedPart;
import org.zhiyang.oversight.rating.domain.MonthScore;
import org.zhiyang.oversight.rating.domain.Part;
import org.zhiyang.oversight.rating.domain.Score;
import org.zhiyang.oversight.rating.domain.ScoreStatus;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.policy.RulingId;
import org.zhiyang.platform.web.NotFound;

/** Scores with all their revisions; a revision is only added. Loading locks the row until the transaction ends. */
@Repository
public class Scores {
  public static final ScopeColumns SCOPE = ScopeColumns.of("region_code", "provider_id", null, null);

  private final JdbcClient jdbc;

  Scores(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Score get(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select * from rating.score where id = :id and " + mine.sql() + " for update").param("id", id).params(mine.params()).query(this::read).optional().orElseThrow(NotFound::new);
  }

  public boolean exists(UUID provider, YearMonth month) {
    return jdbc.sql("select exists (select from rating.score where provider_id = :provider and month = :month)").param("provider", provider).param("month", month.atDay(1))
        .query(Boolean.class).single();
  }

  public Optional<UUID> findFinalOf(UUID provider, YearMonth month) {
    return jdbc.sql("select id from rating.score where provider_id = :provider and month = :month and status = 'FINAL'").param("provider", provider).param("month", month.atDay(1))
        .query(UUID.class).optional();
  }

  /** Published ones whose days for objection and publicity may be over, oldest first. */
  public List<UUID> listDueBy(LocalDate day) {
    return jdbc.sql("select id from rating.score where status = 'PUBLISHED' and public_until < :day and objection_until < :day order by month, id").param("day", day).query(UUID.class).list();
  }

  /** False when the provider has a score of that month already. */
  public boolean add(Score score) {
    var f = score.facts();
    var r = score.newest();
    var added = jdbc.sql("""
            insert into rating.score (id, provider_id, region_code, month, status, computed_at, published_on, objection_until, public_until, points, passed, revision, ruling_id)
            values (:id, :provider, :region, :month, 'PUBLISHED', :at, :on, :objection, :public, :points, :passed, :n, :ruling) on conflict (provider_id, month) do nothing""")
        .param("id", f.id()).param("provider", f.provider()).param("region", f.regionCode()).param("month", f.month().atDay(1)).param("at", at(r.computedAt())).param("on", f.publishedOn())
        .param("objection", f.objectionUntil()).param("public", f.publicUntil()).param("points", r.points()).param("passed", r.passed()).param("n", r.n()).param("ruling", r.ruling().value())
        .update() == 1;
    if (added) addRevision(f.id(), r);
    return added;
  }

  public void save(Score score) {
    var r = score.newest();
    jdbc.sql("""
            update rating.score set status = :status, points = :points, passed = :passed, revision = :n, ruling_id = :ruling, computed_at = :at, final_on = :final, version = version + 1
            where id = :id""")
        .param("status", score.status().name()).param("points", r.points()).param("passed", r.passed()).param("n", r.n()).param("ruling", r.ruling().value()).param("at", at(r.computedAt()))
        .param("final", score.finalOn(), java.sql.Types.DATE).param("id", score.facts().id()).update();
    if (score.revised()) addRevision(score.facts().id(), r);
  }

  private void addRevision(UUID score, Score.Revision r) {
    jdbc.sql("insert into rating.revision (score_id, n, computed_at, points, passed, ruling_id) values (:score, :n, :at, :points, :passed, :ruling)").param("score", score).param("n", r.n())
        .param("at", at(r.computedAt())).param("points", r.points()).param("passed", r.passed()).param("ruling", r.ruling().value()).update();
    for (var part : r.parts()) {
      var c = part.counted();
      jdbc.sql("""
              insert into rating.part (score_id, n, part, weight, numerator, denominator, met, unmet)
              values (:score, :n, :part, :weight, :numerator, :denominator, :met, :unmet)""")
          .param("score", score).param("n", r.n()).param("part", c.part().name()).param("weight", part.weight()).param("numerator", c.numerator()).param("denominator", c.denominator())
          .param("met", c.met().toArray(UUID[]::new)).param("unmet", c.unmet().toArray(UUID[]::new)).update();
    }
  }

  /** The parts of one revision, in their order. */
  public List<MonthScore.WeightedPart> parts(UUID score, int n) {
    return jdbc.sql("select * from rating.part where score_id = :score and n = :n").param("score", score).param("n", n).query(Scores::part).list().stream()
        .sorted(java.util.Comparator.comparing(p -> p.counted().part())).toList();
  }

  private static MonthScore.WeightedPart part(ResultSet r, int n) throws SQLException {
    return new MonthScore.WeightedPart(new CountedPart(Part.valueOf(r.getString("part")), r.getInt("numerator"), r.getInt("denominator"), ids(r.getArray("met")), ids(r.getArray("unmet"))),
        r.getInt("weight"));
  }

  private static List<UUID> ids(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((UUID[]) array.getArray());
  }

  private Score read(ResultSet r, int row) throws SQLException {
    var id = r.getObject("id", UUID.class);
    var n = r.getInt("revision");
    var facts = new Score.Facts(id, r.getObject("provider_id", UUID.class), r.getString("region_code"), YearMonth.from(r.getObject("month", LocalDate.class)),
        r.getObject("published_on", LocalDate.class), r.getObject("objection_until", LocalDate.class), r.getObject("public_until", LocalDate.class));
    var revision = new Score.Revision(n, r.getObject("computed_at", OffsetDateTime.class).toInstant(), r.getBigDecimal("points"), r.getBoolean("passed"),
        new RulingId(r.getObject("ruling_id", UUID.class)), parts(id, n));
    return new Score(facts, ScoreStatus.valueOf(r.getString("status")), revision, r.getObject("final_on", LocalDate.class));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
