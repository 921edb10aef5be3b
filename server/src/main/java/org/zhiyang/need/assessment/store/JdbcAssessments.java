package org.zhiyang.need.assessment.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessment;
import org.zhiyang.need.assessment.domain.AssessmentRefusal;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.Draft;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Assessments in table {@code assessment.assessment}, their history in {@code assessment.transition} (only added to). */
@Repository
class JdbcAssessments implements Assessments {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final AssessmentRow rows;

  JdbcAssessments(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = new AssessmentRow(json);
  }

  @Override
  public Assessment get(AssessmentId id) {
    return jdbc.sql(AssessmentRow.SELECT + " where id = :id for update").param("id", id.value())
        .query(rows::read).optional().map(Assessment::of).orElseThrow(AssessmentRefusal.NotFound::new);
  }

  @Override
  public Optional<AssessmentId> findOpenOf(UUID elder) {
    return jdbc.sql("""
        select id from assessment.assessment
        where elder_id = :elder and status in ('REQUESTED', 'SCHEDULED', 'STARTED', 'SIGNED', 'IN_PUBLICITY')""")
        .param("elder", elder).query(UUID.class).optional().map(AssessmentId::new);
  }

  @Override
  public Optional<Assessment> findEffectiveOf(UUID elder) {
    return jdbc.sql(AssessmentRow.SELECT + " where elder_id = :elder and status = 'EFFECTIVE' for update")
        .param("elder", elder).query(rows::read).optional().map(Assessment::of);
  }

  @Override
  public List<AssessmentId> listDueToTakeEffectOn(LocalDate day) {
    return ids("select id from assessment.assessment where status = 'IN_PUBLICITY' and public_to <= :day order by public_to, id", day);
  }

  @Override
  public List<AssessmentId> listLapsedOn(LocalDate day) {
    return ids("select id from assessment.assessment where status = 'EFFECTIVE' and valid_until < :day order by valid_until, id", day);
  }

  @Override
  public List<Due> listDueUntil(LocalDate lastDay) {
    return jdbc.sql("""
        select elder_id, region_code, valid_until from assessment.assessment a
        where status = 'EFFECTIVE' and valid_until <= :day and not exists (
          select 1 from assessment.assessment o where o.elder_id = a.elder_id
            and o.status in ('REQUESTED', 'SCHEDULED', 'STARTED', 'SIGNED', 'IN_PUBLICITY'))
        order by valid_until, id""").param("day", lastDay)
        .query((row, n) -> new Due(row.getObject("elder_id", UUID.class), row.getString("region_code"),
            row.getObject("valid_until", LocalDate.class))).list();
  }

  @Override
  public Set<UUID> listInWorkOrEffective(Collection<UUID> elders) {
    return new HashSet<>(jdbc.sql("""
        select elder_id from assessment.assessment
        where elder_id = any(:elders) and status in ('REQUESTED', 'SCHEDULED', 'STARTED', 'SIGNED', 'IN_PUBLICITY', 'EFFECTIVE')""")
        .param("elders", elders.toArray(UUID[]::new)).query(UUID.class).list());
  }

  private List<AssessmentId> ids(String sql, LocalDate day) {
    return jdbc.sql(sql).param("day", day).query(UUID.class).list().stream().map(AssessmentId::new).toList();
  }

  @Override
  public void save(Assessment assessment) {
    var snapshot = assessment.snapshot();
    try {
      int saved = snapshot.version() == 0 ? rows.insert(jdbc, snapshot) : rows.update(jdbc, snapshot);
      if (saved == 0) {
        throw new AssessmentRefusal.Stale(snapshot.version());
      }
    } catch (DuplicateKeyException e) {
      throw new AssessmentRefusal.AlreadyOpen(snapshot.request().id());
    }
    for (var step : assessment.news()) {
      addToHistory(assessment.id(), step.from() == null ? null : step.from().name(), step.to().name(), step.act());
    }
  }

  private void addToHistory(AssessmentId id, @Nullable String from, String to, Act act) {
    jdbc.sql("""
        insert into assessment.transition (assessment_id, from_status, to_status, actor, at, place, reason)
        values (:id, :from, :to, :actor, :at, :place, :reason)""")
        .param("id", id.value()).param("from", from).param("to", to).param("actor", act.actor())
        .param("at", AssessmentRow.moment(act.at())).param("place", act.place()).param("reason", act.reason()).update();
  }

  @Override
  public Draft getDraft(AssessmentId id) {
    return jdbc.sql("select version, answers, tables, saved_at, saved_by from assessment.draft where assessment_id = :id")
        .param("id", id.value())
        .query((row, n) -> new Draft(row.getLong("version"), json.readValue(row.getString("answers"), MAP),
            json.readValue(row.getString("tables"), MAP), row.getObject("saved_at", OffsetDateTime.class).toInstant(),
            row.getObject("saved_by", UUID.class)))
        .optional().orElse(Draft.EMPTY);
  }

  @Override
  public void saveDraft(AssessmentId id, Draft draft) {
    int saved = jdbc.sql("""
        insert into assessment.draft (assessment_id, version, answers, tables, saved_at, saved_by)
        values (:id, :version, :answers::jsonb, :tables::jsonb, :at, :by)
        on conflict (assessment_id) do update set version = excluded.version, answers = excluded.answers,
          tables = excluded.tables, saved_at = excluded.saved_at, saved_by = excluded.saved_by
        where draft.version = excluded.version - 1""")
        .param("id", id.value()).param("version", draft.version())
        .param("answers", json.writeValueAsString(draft.answers())).param("tables", json.writeValueAsString(draft.tables()))
        .param("at", draft.savedAt() == null ? null : AssessmentRow.moment(draft.savedAt())).param("by", draft.savedBy())
        .update();
    if (saved == 0) {
      throw new AssessmentRefusal.StaleDraft(getDraft(id).version());
    }
  }
}
