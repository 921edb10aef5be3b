package org.zhiyang.need.intake.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.Closure;
import org.zhiyang.need.intake.domain.Position;
import org.zhiyang.need.intake.domain.Steps;
import org.zhiyang.registry.elder.ElderId;

/** Reads and writes care cases. Whoever changes one holds its row's lock ({@link #lock}). */
@Component
public class Cases {
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final JdbcClient jdbc;

  Cases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<CaseId> findOpenOf(ElderId elder) {
    return jdbc.sql("select id from intake.care_case where elder_id = :elder and closed_at is null").param("elder", elder.value()).query(UUID.class).optional().map(CaseId::new);
  }

  public Map<CaseId, LocalDate> lastDays(Collection<CaseId> cases, CaseStep step) {
    var found = new HashMap<CaseId, LocalDate>();
    if (cases.isEmpty()) return found;
    jdbc.sql("select id, due_on from intake.care_case where id in (:ids) and step = :step and due_on is not null and closed_at is null")
        .param("ids", cases.stream().map(CaseId::value).toList()).param("step", step.name())
        .query((r, n) -> found.put(new CaseId(r.getObject(1, UUID.class)), r.getObject(2, LocalDate.class))).list();
    return found;
  }

  public List<ElderId> eldersInCare(@Nullable ElderId after, int limit) {
    return jdbc.sql("select elder_id from intake.care_case where closed_at is null and elder_id > :after order by elder_id limit :limit")
        .param("after", after == null ? new UUID(0, 0) : after.value()).param("limit", limit).query(UUID.class).list().stream().map(ElderId::new).toList();
  }

  /** What the case itself has reached of the steps before the monthly ones. */
  public Steps ownDone(CaseId id) {
    return new Steps(jdbc.sql("select own_done from intake.care_case where id = :id").param("id", id.value()).query(Integer.class).single());
  }

  /** The case, its row locked until the end of the transaction. */
  public Optional<CaseRow> lock(CaseId id) {
    return jdbc.sql("select " + CaseRow.COLUMNS + " from intake.care_case c where c.id = :id for update").param("id", id.value()).query(CaseRow::read).optional();
  }

  /** The elder's open case, locked. */
  public Optional<CaseRow> lockOpenOf(ElderId elder) {
    return jdbc.sql("select " + CaseRow.COLUMNS + " from intake.care_case c where c.elder_id = :elder and c.closed_at is null for update")
        .param("elder", elder.value()).query(CaseRow::read).optional();
  }

  /** Opens a case, its need being captured; empty when somebody opened one for this elder at the same moment. */
  public Optional<CaseRow> open(ElderId elder, String regionCode, Instant at, @Nullable LocalDate dueOn) {
    return jdbc.sql("""
            insert into intake.care_case as c (id, elder_id, region_code, opened_at, own_done, ever_done, step, step_since, due_on)
            values (:id, :elder, :region, :at, :done, :done, 'ASSESSED', :at, :due)
            on conflict (elder_id) where closed_at is null do nothing returning\s""" + CaseRow.COLUMNS)
        .param("id", IDS.generate()).param("elder", elder.value()).param("region", regionCode).param("at", at.atOffset(ZoneOffset.UTC))
        .param("done", Steps.bit(CaseStep.NEED)).param("due", dueOn == null ? null : Date.valueOf(dueOn), java.sql.Types.DATE).query(CaseRow::read).optional();
  }

  /** What a case's steps amount to now. */
  public record Standing(Steps own, Steps waived, Steps month, Steps ever, Position position, @Nullable LocalDate dueOn, @Nullable YearMonth servedThrough) {}

  public void place(CaseId id, Standing now, @Nullable UUID provider) {
    jdbc.sql("""
            update intake.care_case set own_done = :own, waived = :waived, month = :month, month_done = :monthDone, ever_done = :ever, step = :step, step_since = :since, due_on = :due,
              served_through = :served, provider_id = coalesce(:provider::uuid, provider_id), version = version + 1
            where id = :id""")
        .param("own", now.own.bits()).param("waived", now.waived.bits()).param("month", day(now.position.month()), java.sql.Types.DATE).param("monthDone", now.month.bits()).param("ever", now.ever.bits())
        .param("step", now.position.step().name()).param("since", now.position.since().atOffset(ZoneOffset.UTC))
        .param("due", now.dueOn == null ? null : Date.valueOf(now.dueOn), java.sql.Types.DATE).param("served", day(now.servedThrough), java.sql.Types.DATE)
        .param("provider", provider).param("id", id.value()).update();
  }

  /** A step that does not move the case: it counts, and nothing else changes. */
  public void count(CaseId id, Steps month, Steps ever, @Nullable YearMonth servedThrough, @Nullable UUID provider) {
    jdbc.sql("""
            update intake.care_case set month_done = :month, ever_done = :ever, served_through = :served, provider_id = coalesce(:provider::uuid, provider_id), version = version + 1
            where id = :id""")
        .param("month", month.bits()).param("ever", ever.bits()).param("served", day(servedThrough), java.sql.Types.DATE).param("provider", provider).param("id", id.value()).update();
  }

  /** Whether nobody is left who would take an order of the case. */
  public void markUnmatched(CaseId id, UUID order, boolean unmatched) {
    jdbc.sql("""
            update intake.care_case set unmatched = case when :unmatched then unmatched || :order::uuid else array_remove(unmatched, :order::uuid) end, version = version + 1
            where id = :id and (:order::uuid = any(unmatched)) <> :unmatched""")
        .param("unmatched", unmatched).param("order", order).param("id", id.value()).update();
  }

  /** @param ending null: the case goes on after all */
  public void markEnding(CaseId id, @Nullable Closure ending) {
    jdbc.sql("update intake.care_case set ending = :ending, version = version + 1 where id = :id").param("ending", ending == null ? null : ending.name(), java.sql.Types.VARCHAR).param("id", id.value()).update();
  }

  public void close(CaseId id, Closure closure, Instant at) {
    jdbc.sql("update intake.care_case set closed_at = :at, closure = :closure, due_on = null, version = version + 1 where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC)).param("closure", closure.name()).param("id", id.value()).update();
  }

  /** Open cases whose month in work is over and had no visit. */
  public List<CaseId> listIdleBefore(YearMonth month) {
    return jdbc.sql("select id from intake.care_case where closed_at is null and month < :month and month_done & :visited = 0 order by id")
        .param("month", day(month)).param("visited", Steps.bit(CaseStep.VISITED)).query(UUID.class).list().stream().map(CaseId::new).toList();
  }

  private static @Nullable Date day(@Nullable YearMonth month) {
    return month == null ? null : Date.valueOf(month.atDay(1));
  }
}
