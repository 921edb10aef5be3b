package org.zhiyang.service.dispatch.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.routing.care.CareScore;
import org.zhiyang.service.dispatch.domain.SpanFigures;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.domain.WeekRun;
import tools.jackson.databind.json.JsonMapper;

/** Plannings of counties' weeks: the queue of those that wait, and the record of all. */
@Component
public class WeekRuns {
  private static final ScopeColumns SCOPE = ScopeColumns.of("w.region_code", null, null, null);

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WeekRuns(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** False when a run of the county waits or is at work already. */
  public boolean add(WeekRun run) {
    return jdbc.sql("""
            insert into dispatch.week_run (id, region_code, from_on, days, fresh, origin, state, planner, seconds_limit, requested_at, requested_by)
            values (:id, :region, :from, :days, :fresh, :origin, 'WAITING', :planner, :seconds, :at, :by) on conflict (region_code) where state in ('WAITING', 'RUNNING') do nothing""")
        .param("id", run.id()).param("region", run.region()).param("from", Date.valueOf(run.from())).param("days", run.days()).param("fresh", run.fresh()).param("origin", run.origin().name())
        .param("planner", run.planner()).param("seconds", run.secondsLimit()).param("at", run.requestedAt().atOffset(ZoneOffset.UTC)).param("by", run.requestedBy()).update() == 1;
  }

  /** Runs a stopped server left behind wait again; those begun so many times have failed. */
  public void takeUpInterrupted(int mostAttempts, Instant now) {
    jdbc.sql("update dispatch.week_run set state = 'FAILED', ended_at = :now, fault = 'interrupted again and again' where state = 'RUNNING' and attempts >= :most")
        .param("now", now.atOffset(ZoneOffset.UTC)).param("most", mostAttempts).update();
    jdbc.sql("update dispatch.week_run set state = 'WAITING', started_at = null, score = null, search_seconds = null where state = 'RUNNING'").update();
  }

  /** The next run that waits, now at work. */
  public Optional<WeekRun> begin(Instant now) {
    var id = jdbc.sql("""
            update dispatch.week_run set state = 'RUNNING', started_at = :now, attempts = attempts + 1
            where id = (select id from dispatch.week_run where state = 'WAITING' order by requested_at, id limit 1 for update skip locked) returning id""")
        .param("now", now.atOffset(ZoneOffset.UTC)).query(UUID.class).optional();
    return id.flatMap(i -> find(i, new Scope.Everything()));
  }

  public void size(UUID id, WeekRun.Size size) {
    jdbc.sql("update dispatch.week_run set providers = :providers, carers = :carers, visits = :visits where id = :id").param("providers", size.providers()).param("carers", size.carers())
        .param("visits", size.visits()).param("id", id).update();
  }

  public void progress(UUID id, double seconds, CareScore score) {
    jdbc.sql("update dispatch.week_run set search_seconds = :seconds, score = :score::jsonb where id = :id and state = 'RUNNING'").param("seconds", seconds)
        .param("score", json.writeValueAsString(score)).param("id", id).update();
  }

  /** @param drafts, overtaken days of providers that got a draft, and those somebody changed meanwhile */
  public record Result(CareScore score, double searchSeconds, SpanFigures standing, SpanFigures planned, int drafts, int overtaken) {}

  public void done(UUID id, Result result, Instant now) {
    jdbc.sql("""
            update dispatch.week_run set state = 'DONE', ended_at = :now, score = :score::jsonb, search_seconds = :seconds, standing = :standing::jsonb, planned = :planned::jsonb,
              drafts = :drafts, overtaken = :overtaken where id = :id and state = 'RUNNING'""")
        .param("now", now.atOffset(ZoneOffset.UTC)).param("score", json.writeValueAsString(result.score())).param("seconds", result.searchSeconds())
        .param("standing", json.writeValueAsString(result.standing())).param("planned", json.writeValueAsString(result.planned())).param("drafts", result.drafts())
        .param("overtaken", result.overtaken()).param("id", id).update();
  }

  public void failed(UUID id, String fault, Instant now) {
    jdbc.sql("update dispatch.week_run set state = 'FAILED', ended_at = :now, fault = :fault where id = :id and state = 'RUNNING'").param("now", now.atOffset(ZoneOffset.UTC)).param("fault", fault)
        .param("id", id).update();
  }

  public Optional<WeekRun> find(UUID id, Scope scope) {
    return read("w.id = :id", Map.of("id", id), scope).stream().findFirst();
  }

  /** Newest first, at most twenty; of one county or of all the scope reaches. */
  public List<WeekRun> newest(@Nullable String region, Scope scope) {
    return region == null ? read("true", Map.of(), scope) : read("w.region_code = :region", Map.of("region", region), scope);
  }

  private List<WeekRun> read(String where, Map<String, Object> params, Scope scope) {
    var mine = scope.on(SCOPE);
    var all = new HashMap<>(params);
    all.putAll(mine.params());
    return jdbc.sql("select w.* from dispatch.week_run w where " + where + " and " + mine.sql() + " order by w.requested_at desc, w.id limit 20").params(all).query((r, n) -> run(r)).list();
  }

  private WeekRun run(ResultSet r) throws SQLException {
    var visits = r.getObject("visits", Integer.class);
    return new WeekRun(r.getObject("id", UUID.class), r.getString("region_code"), r.getObject("from_on", LocalDate.class), r.getInt("days"), r.getBoolean("fresh"),
        StoredPlan.Origin.valueOf(r.getString("origin")), WeekRun.State.valueOf(r.getString("state")), r.getInt("attempts"), r.getString("planner"), r.getInt("seconds_limit"),
        r.getObject("requested_at", OffsetDateTime.class).toInstant(), r.getObject("requested_by", UUID.class), instant(r, "started_at"), instant(r, "ended_at"),
        visits == null ? null : new WeekRun.Size(r.getInt("providers"), r.getInt("carers"), visits), r.getObject("search_seconds", Double.class), json(r, "score", CareScore.class),
        json(r, "standing", SpanFigures.class), json(r, "planned", SpanFigures.class), r.getObject("drafts", Integer.class), r.getObject("overtaken", Integer.class), r.getString("fault"));
  }

  private <T> @Nullable T json(ResultSet r, String column, Class<T> type) throws SQLException {
    var text = r.getString(column);
    return text == null ? null : json.readValue(text, type);
  }

  private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
    var at = r.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
