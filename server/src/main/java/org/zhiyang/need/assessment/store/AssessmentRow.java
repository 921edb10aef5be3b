package org.zhiyang.need.assessment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Appointment;
import org.zhiyang.need.assessment.domain.AssessmentSnapshot;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.Grading;
import org.zhiyang.need.assessment.domain.Signature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row of {@code assessment.assessment} to and from a snapshot. */
final class AssessmentRow {

  static final String SELECT = """
      select id, version, elder_id, region_code, reason, reviews, requested_by, requested_at, status, first_assessor,
        second_assessor, planned_at, place, base_on, signatures, grading, ruling_id, public_from, public_to, effective_on,
        valid_until, superseded_by
      from assessment.assessment""";

  private static final TypeReference<List<Signature>> SIGNATURES = new TypeReference<>() {};

  private final JsonMapper json;

  AssessmentRow(JsonMapper json) {
    this.json = json;
  }

  AssessmentSnapshot read(ResultSet row, int n) throws SQLException {
    var reviews = row.getObject("reviews", UUID.class);
    var superseded = row.getObject("superseded_by", UUID.class);
    return new AssessmentSnapshot(
        new AssessmentSnapshot.Request(new AssessmentId(row.getObject("id", UUID.class)), row.getObject("elder_id", UUID.class),
            row.getString("region_code"), AssessmentReason.valueOf(row.getString("reason")),
            reviews == null ? null : new AssessmentId(reviews), row.getObject("requested_by", UUID.class), instant(row, "requested_at")),
        AssessmentStatus.valueOf(row.getString("status")), row.getLong("version"), appointment(row),
        row.getObject("base_on", LocalDate.class), json.readValue(row.getString("signatures"), SIGNATURES), result(row),
        validity(row), superseded == null ? null : new AssessmentId(superseded));
  }

  private static @Nullable Appointment appointment(ResultSet row) throws SQLException {
    var first = row.getObject("first_assessor", UUID.class);
    return first == null ? null : new Appointment(
        first, row.getObject("second_assessor", UUID.class), instant(row, "planned_at"), row.getString("place"));
  }

  private AssessmentSnapshot.@Nullable Result result(ResultSet row) throws SQLException {
    var grading = row.getString("grading");
    return grading == null ? null : new AssessmentSnapshot.Result(json.readValue(grading, Grading.class),
        row.getObject("ruling_id", UUID.class), row.getObject("public_from", LocalDate.class), row.getObject("public_to", LocalDate.class));
  }

  private static AssessmentSnapshot.@Nullable Validity validity(ResultSet row) throws SQLException {
    var effective = row.getObject("effective_on", LocalDate.class);
    return effective == null ? null : new AssessmentSnapshot.Validity(effective, row.getObject("valid_until", LocalDate.class));
  }

  /** Rows inserted (1), or a duplicate key error where the elder has another open assessment. */
  int insert(JdbcClient jdbc, AssessmentSnapshot s) {
    return jdbc.sql("""
        insert into assessment.assessment (id, version, elder_id, region_code, reason, reviews, requested_by, requested_at, status)
        values (:id, 1, :elder, :region, :reason, :reviews, :by, :at, :status)""")
        .param("id", s.request().id().value()).param("elder", s.request().elder()).param("region", s.request().region())
        .param("reason", s.request().reason().name()).param("reviews", value(s.request().reviews()))
        .param("by", s.request().requestedBy()).param("at", moment(s.request().requestedAt())).param("status", s.status().name())
        .update();
  }

  /** Rows updated: 0 when somebody else saved in between. */
  int update(JdbcClient jdbc, AssessmentSnapshot s) {
    return jdbc.sql("""
        update assessment.assessment set version = version + 1, status = :status, first_assessor = :first,
          second_assessor = :second, planned_at = :plannedAt, place = :place, base_on = :baseOn,
          signatures = :signatures::jsonb, grading = :grading::jsonb, final_level = :finalLevel, ruling_id = :ruling,
          public_from = :publicFrom, public_to = :publicTo, effective_on = :effectiveOn, valid_until = :validUntil,
          superseded_by = :supersededBy
        where id = :id and version = :version""").params(parameters(s)).update();
  }

  private Map<String, @Nullable Object> parameters(AssessmentSnapshot s) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("id", s.request().id().value());
    values.put("version", s.version());
    values.put("status", s.status().name());
    var appointment = s.appointment();
    values.put("first", appointment == null ? null : appointment.firstAssessor());
    values.put("second", appointment == null ? null : appointment.secondAssessor());
    values.put("plannedAt", appointment == null ? null : moment(appointment.plannedAt()));
    values.put("place", appointment == null ? null : appointment.place());
    values.put("baseOn", s.baseOn());
    values.put("signatures", json.writeValueAsString(s.signatures()));
    var result = s.result();
    values.put("grading", result == null ? null : json.writeValueAsString(result.grading()));
    values.put("finalLevel", result == null ? null : result.grading().finalLevel().name());
    values.put("ruling", result == null ? null : result.ruling());
    values.put("publicFrom", result == null ? null : result.publicFrom());
    values.put("publicTo", result == null ? null : result.publicTo());
    var validity = s.validity();
    values.put("effectiveOn", validity == null ? null : validity.effectiveOn());
    values.put("validUntil", validity == null ? null : validity.lastDay());
    values.put("supersededBy", value(s.supersededBy()));
    return values;
  }

  private static @Nullable UUID value(@Nullable AssessmentId id) {
    return id == null ? null : id.value();
  }

  static OffsetDateTime moment(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
