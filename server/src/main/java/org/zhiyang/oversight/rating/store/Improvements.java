package org.zhiyang.oversight.rating.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.oversight.rating.domain.Improvement;
import org.zhiyang.oversight.rating.domain.ImprovementStatus;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.NotFound;

/** Improvement tasks in {@code rating.improvement}, their history in {@code rating.improvement_step} (only added to). Loading locks the row. */
@Repository
public class Improvements {
  public static final ScopeColumns SCOPE = ScopeColumns.of("region_code", "provider_id", null, null);

  private final JdbcClient jdbc;

  Improvements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Improvement get(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select * from rating.improvement where id = :id and " + mine.sql() + " for update").param("id", id).params(mine.params()).query(Improvements::read).optional()
        .orElseThrow(NotFound::new);
  }

  /** False when there is one for this cause already. */
  public boolean add(Improvement task) {
    var f = task.facts();
    var values = new HashMap<String, @Nullable Object>();
    values.put("visit", f.visit());
    values.put("score", f.cause() == Improvement.Cause.LOW_SCORE ? f.source() : null);
    values.put("elder", f.elder());
    values.put("stars", f.stars());
    var added = jdbc.sql("""
            insert into rating.improvement (id, cause, source_id, visit_id, score_id, elder_id, stars, provider_id, region_code, status, opened_at, due_on)
            values (:id, :cause, :source, :visit::uuid, :score::uuid, :elder::uuid, :stars::int, :provider, :region, 'OPEN', :opened, :due) on conflict (cause, source_id) do nothing""")
        .params(values).param("id", f.id()).param("cause", f.cause().name()).param("source", f.source()).param("provider", f.provider()).param("region", f.regionCode())
        .param("opened", at(f.openedAt())).param("due", task.state().dueOn()).update() == 1;
    if (added) addSteps(task);
    return added;
  }

  public void save(Improvement task) {
    var s = task.state();
    var values = new HashMap<String, @Nullable Object>();
    values.put("measures", s.measures());
    values.put("done", s.doneOn());
    values.put("answered", s.answeredAt() == null ? null : at(s.answeredAt()));
    values.put("closed", s.closedAt() == null ? null : at(s.closedAt()));
    jdbc.sql("""
            update rating.improvement set status = :status, due_on = :due, measures = :measures, done_on = :done::date, answered_at = :answered::timestamptz, closed_at = :closed::timestamptz,
              version = version + 1 where id = :id""")
        .params(values).param("status", s.status().name()).param("due", s.dueOn()).param("id", task.facts().id()).update();
    addSteps(task);
  }

  private void addSteps(Improvement task) {
    for (var step : task.added()) {
      var values = new HashMap<String, @Nullable Object>();
      values.put("from", step.from() == null ? null : step.from().name());
      values.put("words", step.words());
      jdbc.sql("""
              insert into rating.improvement_step (improvement_id, at, by_account, by_name, by_role, from_status, to_status, words)
              values (:id, :at, :by, :name, :role, :from, :to, :words)""")
          .params(values).param("id", task.facts().id()).param("at", at(step.by().at())).param("by", step.by().account()).param("name", step.by().name()).param("role", step.by().role())
          .param("to", step.to().name()).update();
    }
  }

  private static Improvement read(ResultSet r, int n) throws SQLException {
    var facts = new Improvement.Facts(r.getObject("id", UUID.class), Improvement.Cause.valueOf(r.getString("cause")), r.getObject("source_id", UUID.class), r.getObject("visit_id", UUID.class),
        r.getObject("elder_id", UUID.class), r.getObject("stars", Integer.class), r.getObject("provider_id", UUID.class), r.getString("region_code"), moment(r, "opened_at"));
    return Improvement.of(facts, new Improvement.State(ImprovementStatus.valueOf(r.getString("status")), r.getObject("due_on", LocalDate.class), r.getString("measures"),
        r.getObject("done_on", LocalDate.class), r.getObject("answered_at") == null ? null : moment(r, "answered_at"), r.getObject("closed_at") == null ? null : moment(r, "closed_at")));
  }

  private static Instant moment(ResultSet r, String column) throws SQLException {
    return r.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
