package org.zhiyang.oversight.rating.view;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.FinalScore;
import org.zhiyang.oversight.rating.RatingQueries;
import org.zhiyang.oversight.rating.domain.ScoreStatus;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.facility.ProviderId;

/** 服务商月度评价: the months of the providers in the reader's scope, and what other modules ask. */
@Component
public class ScoreList implements RatingQueries {
  private static final Map<String, String> SORTABLE = Map.of("month", "month", "points", "points", "status", "status", "publicUntil", "public_until");

  private final JdbcClient jdbc;
  private final Clock clock;

  ScoreList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. */
  public record Filter(@Nullable YearMonth month, @Nullable ScoreStatus status, @Nullable String region, @Nullable UUID provider, @Nullable Boolean passed) {}

  public record Row(UUID id, UUID providerId, String regionCode, YearMonth month, ScoreStatus status, BigDecimal points, boolean passed, int revision, UUID rulingId, LocalDate publishedOn,
      LocalDate objectionUntil, LocalDate publicUntil, @Nullable LocalDate finalOn) {}

  /** One computation of a score, in order. */
  public record RevisionRow(int n, OffsetDateTime computedAt, BigDecimal points, boolean passed, UUID rulingId) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var conditions = conditions(filter, scope);
    var where = " from rating.score where " + conditions.sql();
    var params = conditions.params();
    var total = jdbc.sql("select count(*)" + where).params(params).query(Long.class).single();
    var rows = jdbc.sql("select *" + where + " order by " + query.orderBy(SORTABLE, "month desc, points", "id") + " limit :limit offset :offset").params(params).param("limit", query.limit())
        .param("offset", query.offset()).query(ScoreList::row).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public Optional<Row> find(UUID id, Scope scope) {
    var mine = scope.on(Scores.SCOPE);
    return jdbc.sql("select * from rating.score where id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(ScoreList::row).optional();
  }

  /** Oldest first; the caller has checked that the score is in scope. */
  public List<RevisionRow> revisions(UUID id) {
    return jdbc.sql("select * from rating.revision where score_id = :id order by n").param("id", id)
        .query((r, n) -> new RevisionRow(r.getInt("n"), r.getObject("computed_at", OffsetDateTime.class), r.getBigDecimal("points"), r.getBoolean("passed"), r.getObject("ruling_id", UUID.class)))
        .list();
  }

  /** The other months of the same provider, newest first. */
  public List<Row> history(UUID provider, Scope scope, int most) {
    var mine = scope.on(Scores.SCOPE);
    return jdbc.sql("select * from rating.score where provider_id = :provider and " + mine.sql() + " order by month desc limit :most").param("provider", provider).param("most", most)
        .params(mine.params()).query(ScoreList::row).list();
  }

  @Override
  public Optional<FinalScore> findFinalScore(ProviderId provider, YearMonth month) {
    return jdbc.sql("select * from rating.score where provider_id = :provider and month = :month and status = 'FINAL'").param("provider", provider.value()).param("month", month.atDay(1))
        .query((r, n) -> new FinalScore(r.getObject("id", UUID.class), provider, month, r.getBigDecimal("points"), r.getBoolean("passed"), r.getObject("ruling_id", UUID.class),
            r.getObject("final_on", LocalDate.class))).optional();
  }

  /** Objected ones of the scope, oldest first. */
  List<Row> objected(Scope scope, int most) {
    var mine = scope.on(Scores.SCOPE);
    return jdbc.sql("select * from rating.score where status = 'OBJECTED' and " + mine.sql() + " order by published_on limit :most").params(mine.params()).param("most", most)
        .query(ScoreList::row).list();
  }

  /** Published ones of the scope to which the provider may still object. */
  List<Row> open(Scope scope, int most) {
    var mine = scope.on(Scores.SCOPE);
    return jdbc.sql("select * from rating.score where status = 'PUBLISHED' and objection_until >= :today and " + mine.sql() + " order by objection_until limit :most").params(mine.params())
        .param("today", LocalDate.now(clock)).param("most", most).query(ScoreList::row).list();
  }

  private static ListConditions conditions(Filter filter, Scope scope) {
    return new ListConditions(scope.on(Scores.SCOPE))
        .equal("month", filter.month() == null ? null : filter.month().atDay(1))
        .equal("status", filter.status())
        .equal("provider_id", filter.provider())
        .equal("passed", filter.passed())
        .region(filter.region());
  }

  private static Row row(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("id", UUID.class), r.getObject("provider_id", UUID.class), r.getString("region_code"), YearMonth.from(r.getObject("month", LocalDate.class)),
        ScoreStatus.valueOf(r.getString("status")), r.getBigDecimal("points"), r.getBoolean("passed"), r.getInt("revision"), r.getObject("ruling_id", UUID.class),
        r.getObject("published_on", LocalDate.class), r.getObject("objection_until", LocalDate.class), r.getObject("public_until", LocalDate.class), r.getObject("final_on", LocalDate.class));
  }
}
