package org.zhiyang.need.assessment.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** The list of assessments and single rows of it, as far as a scope reaches. */
@Component
public class AssessmentList {

  private static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("region_code", "elder_id");
  private static final Map<String, String> SORTABLE = Map.of("requestedAt", "requested_at", "plannedAt", "planned_at",
      "status", "status", "finalLevel", "final_level", "validUntil", "valid_until", "number", "number");
  private static final String COLUMNS = """
      id, number, elder_id, region_code, reason, reviews, status, requested_at, first_assessor, second_assessor, planned_at,
      place, base_on, final_level, ruling_id, public_from, public_to, effective_on, valid_until""";

  private final JdbcClient jdbc;
  private final Clock clock;

  AssessmentList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. {@code statuses} empty means all, {@code assessor} is one of the two assigned,
   *  {@code region} a 12-digit code: that area and all below it. */
  public record Filter(List<AssessmentStatus> statuses, @Nullable UUID elder, @Nullable UUID assessor, @Nullable String region) {
    public Filter {
      statuses = List.copyOf(statuses);
    }
  }

  /** One assessment as lists show it; {@code publicTo} is the first day after publicity, {@code validUntil} the last day. */
  public record Row(UUID id, long number, UUID elderId, String regionCode, AssessmentReason reason, @Nullable UUID reviews,
      AssessmentStatus status, Instant requestedAt, @Nullable UUID firstAssessor, @Nullable UUID secondAssessor,
      @Nullable Instant plannedAt, @Nullable String place, @Nullable LocalDate baseOn, @Nullable AbilityLevel finalLevel,
      @Nullable UUID rulingId, @Nullable LocalDate publicFrom, @Nullable LocalDate publicTo, @Nullable LocalDate effectiveOn,
      @Nullable LocalDate validUntil) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var reached = scope.on(SCOPE);
    var conditions = new ArrayList<>(List.of(reached.sql()));
    var params = new HashMap<String, Object>(reached.params());
    if (!filter.statuses().isEmpty()) {
      conditions.add("status in (:statuses)");
      params.put("statuses", filter.statuses().stream().map(Enum::name).toList());
    }
    if (filter.region() != null) {
      var area = Scope.Region.below(filter.region());
      conditions.add("region_code >= :areaFrom and region_code < :areaTo");
      params.put("areaFrom", area.from());
      params.put("areaTo", area.to());
    }
    if (filter.elder() != null) {
      conditions.add("elder_id = :elder");
      params.put("elder", filter.elder());
    }
    if (filter.assessor() != null) {
      conditions.add("(first_assessor = :assessor or second_assessor = :assessor)");
      params.put("assessor", filter.assessor());
    }
    var where = " from assessment.assessment where " + String.join(" and ", conditions);
    long total = jdbc.sql("select count(*)" + where).params(params).query(Long.class).single();
    var rows = jdbc.sql("select " + COLUMNS + where + " order by " + query.orderBy(SORTABLE, "requested_at desc", "id")
            + " limit :limit offset :offset")
        .params(params).param("limit", query.limit()).param("offset", query.offset()).query(AssessmentList::read).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public Optional<Row> find(UUID id, Scope scope) {
    var reached = scope.on(SCOPE);
    return jdbc.sql("select " + COLUMNS + " from assessment.assessment where id = :id and " + reached.sql())
        .param("id", id).params(reached.params()).query(AssessmentList::read).optional();
  }

  /** One step of an assessment's life. */
  public record Step(@Nullable AssessmentStatus from, AssessmentStatus to, UUID actor, Instant at, @Nullable String place,
      @Nullable String reason) {}

  /** The history, oldest first; the caller has checked that the assessment is in scope. */
  public List<Step> history(UUID id) {
    return jdbc.sql("""
        select from_status, to_status, actor, at, place, reason from assessment.transition
        where assessment_id = :id order by id""").param("id", id)
        .query((row, n) -> new Step(
            row.getString("from_status") == null ? null : AssessmentStatus.valueOf(row.getString("from_status")),
            AssessmentStatus.valueOf(row.getString("to_status")), row.getObject("actor", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("place"), row.getString("reason")))
        .list();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    var level = row.getString("final_level");
    var planned = row.getObject("planned_at", OffsetDateTime.class);
    return new Row(row.getObject("id", UUID.class), row.getLong("number"), row.getObject("elder_id", UUID.class),
        row.getString("region_code"), AssessmentReason.valueOf(row.getString("reason")), row.getObject("reviews", UUID.class),
        AssessmentStatus.valueOf(row.getString("status")), row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getObject("first_assessor", UUID.class), row.getObject("second_assessor", UUID.class),
        planned == null ? null : planned.toInstant(), row.getString("place"), row.getObject("base_on", LocalDate.class),
        level == null ? null : AbilityLevel.valueOf(level), row.getObject("ruling_id", UUID.class),
        row.getObject("public_from", LocalDate.class), row.getObject("public_to", LocalDate.class),
        row.getObject("effective_on", LocalDate.class), row.getObject("valid_until", LocalDate.class));
  }
}
