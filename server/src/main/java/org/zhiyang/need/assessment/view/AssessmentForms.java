package org.zhiyang.need.assessment.view;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.Grading;
import org.zhiyang.need.assessment.domain.Signature;
import org.zhiyang.registry.workforce.WorkforceQueries;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signatures and result of one assessment, read without locking it; the caller has checked the scope. */
@Component
public class AssessmentForms {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final WorkforceQueries workforce;

  AssessmentForms(JdbcClient jdbc, JsonMapper json, WorkforceQueries workforce) {
    this.jdbc = jdbc;
    this.json = json;
    this.workforce = workforce;
  }

  public List<Signature> signatures(UUID id) {
    return json.readValue(jdbc.sql("select signatures from assessment.assessment where id = :id").param("id", id)
        .query(String.class).single(), new TypeReference<>() {});
  }

  /** Empty before grading. */
  public Optional<Grading> grading(UUID id) {
    return jdbc.sql("select grading from assessment.assessment where id = :id and grading is not null").param("id", id)
        .query(String.class).optional().map(text -> json.readValue(text, Grading.class));
  }

  /** Where a report stands, for the public check of a printed one: nothing about the person. */
  public record Standing(long number, AssessmentStatus status, @Nullable LocalDate effectiveOn, @Nullable LocalDate validUntil) {}

  public Standing standing(UUID id) {
    return jdbc.sql("select number, status, effective_on, valid_until from assessment.assessment where id = :id").param("id", id)
        .query((row, n) -> new Standing(row.getLong("number"), AssessmentStatus.valueOf(row.getString("status")),
            row.getObject("effective_on", LocalDate.class), row.getObject("valid_until", LocalDate.class))).single();
  }

  /** Names of assessors by account, for showing; who left the register is left out. */
  public Map<UUID, String> assessorNames(List<UUID> accounts) {
    var names = new HashMap<UUID, String>();
    accounts.stream().distinct().forEach(account ->
        workforce.findAssessorByAccount(account).ifPresent(assessor -> names.put(account, assessor.name())));
    return names;
  }
}
