package org.zhiyang.oversight.outcome;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Questionnaires in the database, and their list. */
@Component
class Outcomes {
  private static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("region_code", "elder_id");
  private static final Map<String, String> SORTABLE = Map.of("openedAt", "opened_at", "dueOn", "due_on", "month", "month", "score", "score", "answeredAt", "answered_at", "number", "number");
  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Outcomes(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** @param answers option by question, null while nobody answered; so are all that follow */
  record Row(UUID id, long number, UUID careCase, UUID elder, String regionCode, YearMonth month, @Nullable UUID provider, Instant openedAt, LocalDate dueOn, @Nullable Map<String, String> answers,
      @Nullable String words, @Nullable BigDecimal score, @Nullable Boolean low, @Nullable Instant answeredAt, @Nullable String answeredRole, @Nullable String answeredName, boolean onBehalf) {}

  /** WAITING, OVERDUE (waiting past its day), ANSWERED, LOW (answered below the mark). */
  enum State { WAITING, OVERDUE, ANSWERED, LOW }

  record Filter(@Nullable State state, @Nullable YearMonth month, @Nullable String region, @Nullable UUID provider, @Nullable UUID elder) {}

  /** False when the case has one of that month. */
  boolean open(UUID id, UUID careCase, UUID elder, String region, YearMonth month, @Nullable UUID provider, Instant at, LocalDate dueOn) {
    return jdbc.sql("""
            insert into outcome.questionnaire (id, case_id, elder_id, region_code, month, provider_id, opened_at, due_on) values (:id, :case, :elder, :region, :month, :provider::uuid, :at, :due)
            on conflict (case_id, month) do nothing""")
        .param("id", id).param("case", careCase).param("elder", elder).param("region", region).param("month", Date.valueOf(month.atDay(1))).param("provider", provider)
        .param("at", Timestamp.from(at)).param("due", Date.valueOf(dueOn)).update() == 1;
  }

  /** Locked until the transaction ends. */
  Optional<Row> lock(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select * from outcome.questionnaire where id = :id and " + mine.sql() + " for update").param("id", id).params(mine.params()).query(this::read).optional();
  }

  Optional<Row> find(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select * from outcome.questionnaire where id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(this::read).optional();
  }

  void keepAnswer(UUID id, Map<String, String> answers, @Nullable String words, OutcomePolicy.Outcome outcome, UUID ruling, Actor by, boolean onBehalf, Instant at) {
    jdbc.sql("""
            update outcome.questionnaire set answers = :answers::jsonb, words = :words, score = :score, low = :low, ruling_id = :ruling, answered_at = :at, answered_by = :by, answered_role = :role,
              answered_name = :name, on_behalf = :behalf where id = :id""")
        .param("answers", json.writeValueAsString(answers)).param("words", words, java.sql.Types.VARCHAR).param("score", outcome.score()).param("low", outcome.low()).param("ruling", ruling)
        .param("at", Timestamp.from(at)).param("by", by.accountId()).param("role", by.role().key()).param("name", by.displayName()).param("behalf", onBehalf).param("id", id).update();
  }

  Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var where = where(filter, scope);
    var total = jdbc.sql("select count(*) from outcome.questionnaire where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Row>of() : jdbc.sql("select * from outcome.questionnaire where " + where.sql() + " order by " + query.orderBy(SORTABLE, "(answered_at is not null), due_on, opened_at desc", "id")
        + " limit :limit offset :offset").params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(this::read).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  @Transactional(readOnly = true)
  public void forEach(Filter filter, Scope scope, Consumer<Row> each) {
    var where = where(filter, scope);
    try (var rows = jdbc.sql("select * from outcome.questionnaire where " + where.sql() + " order by month, number").params(where.params()).withFetchSize(500).query(this::read).stream()) {
      rows.forEach(each);
    }
  }

  private ListConditions where(Filter filter, Scope scope) {
    var where = new ListConditions(scope.on(SCOPE)).region(filter.region()).equal("provider_id", filter.provider()).equal("elder_id", filter.elder())
        .equal("month", filter.month() == null ? null : Date.valueOf(filter.month().atDay(1)));
    var today = Date.valueOf(LocalDate.now(clock));
    return switch (filter.state()) {
      case null -> where;
      case WAITING -> where.and("answered_at is null", "today", today);
      case OVERDUE -> where.and("answered_at is null and due_on < :today", "today", today);
      case ANSWERED -> where.and("answered_at is not null", "today", today);
      case LOW -> where.and("low", "today", today);
    };
  }

  private Row read(ResultSet r, int n) throws SQLException {
    var answers = r.getString("answers");
    var answered = r.getTimestamp("answered_at");
    return new Row(r.getObject("id", UUID.class), r.getLong("number"), r.getObject("case_id", UUID.class), r.getObject("elder_id", UUID.class), r.getString("region_code"),
        YearMonth.from(r.getObject("month", LocalDate.class)), r.getObject("provider_id", UUID.class), r.getTimestamp("opened_at").toInstant(), r.getObject("due_on", LocalDate.class),
        answers == null ? null : json.readValue(answers, ANSWERS), r.getString("words"), r.getBigDecimal("score"), r.getObject("low", Boolean.class), answered == null ? null : answered.toInstant(),
        r.getString("answered_role"), r.getString("answered_name"), r.getBoolean("on_behalf"));
  }
}
