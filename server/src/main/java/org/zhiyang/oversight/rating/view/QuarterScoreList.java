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
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 季度评价 of the reader's scope. */
@Component
public class QuarterScoreList {
  private static final Map<String, String> SORTABLE = Map.of("quarter", "quarter", "points", "points", "region", "region_code", "computedAt", "computed_at");
  private static final TypeReference<List<Month>> MONTHS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  QuarterScoreList(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** @param quarter its first month */
  public record Filter(@Nullable YearMonth quarter, @Nullable String region, @Nullable UUID provider, @Nullable Boolean passed) {}

  public record Month(String month, BigDecimal points, int weight) {}

  /** @param revision 2 or more when a month became final after the first computation */
  public record Row(UUID id, UUID provider, String regionCode, YearMonth quarter, BigDecimal points, boolean passed, List<Month> months, String explanation, UUID ruling, int revision,
      OffsetDateTime computedAt) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var where = where(filter, scope);
    var total = jdbc.sql("select count(*) from rating.quarter_score where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = jdbc.sql("select * from rating.quarter_score where " + where.sql() + " order by " + query.orderBy(SORTABLE, "quarter desc, points", "id") + " limit :limit offset :offset").params(where.params())
        .param("limit", query.limit()).param("offset", query.offset()).query(this::read).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  @Transactional(readOnly = true)
  public void forEach(Filter filter, Scope scope, Consumer<Row> each) {
    var where = where(filter, scope);
    try (var rows = jdbc.sql("select * from rating.quarter_score where " + where.sql() + " order by quarter, points desc, id").params(where.params()).withFetchSize(500).query(this::read).stream()) {
      rows.forEach(each);
    }
  }

  private static ListConditions where(Filter filter, Scope scope) {
    return new ListConditions(scope.on(Scores.SCOPE)).region(filter.region()).equal("provider_id", filter.provider()).equal("passed", filter.passed())
        .equal("quarter", filter.quarter() == null ? null : filter.quarter().atDay(1));
  }

  private Row read(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("id", UUID.class), r.getObject("provider_id", UUID.class), r.getString("region_code"), YearMonth.from(r.getObject("quarter", LocalDate.class)),
        r.getBigDecimal("points"), r.getBoolean("passed"), json.readValue(r.getString("months"), MONTHS), r.getString("explanation"), r.getObject("ruling_id", UUID.class), r.getInt("revision"),
        r.getObject("computed_at", OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE).toOffsetDateTime());
  }
}
