package org.zhiyang.need.intake.store;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.CasePositionPolicy;
import org.zhiyang.need.intake.domain.Steps;

/** The steps of cases, append-only. A step stands while a record that it was reached with has not been taken back. */
@Component
public class CaseHistory {
  private static final String SAME = "s.case_id = :case and s.step = :step and s.month is not distinct from :month::date and s.source = :source";

  private final JdbcClient jdbc;

  CaseHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** WAIVED: an urgent order went past the step before it was done. GOES_ON: the ending told before does not hold. */
  public enum Kind { REACHED, FELL_BACK, MONTH_PASSED, ENDING, GOES_ON, CLOSED, WAIVED }

  /** Writes that a step was reached; false when this very record reached it already and was not taken back. */
  public boolean addReached(CaseRow row, CaseStep step, @Nullable YearMonth month, Reached reached) {
    return add(row, step, month, Kind.REACHED, reached, "select (select count(*)::int from intake.case_step s where " + SAME + " and s.kind = 'FELL_BACK')") == 1;
  }

  /** Writes that a step was taken back; false when this record never reached it or was taken back already. */
  public boolean addFallBack(CaseRow row, CaseStep step, @Nullable YearMonth month, Reached why) {
    return add(row, step, month, Kind.FELL_BACK, why, "select s.turn from intake.case_step s where " + SAME + """
        \sand s.kind = 'REACHED' and not exists (select from intake.case_step f where f.case_id = s.case_id and f.step = s.step and f.month is not distinct from s.month
           and f.source = s.source and f.turn = s.turn and f.kind = 'FELL_BACK')""") == 1;
  }

  /** Writes that an urgent order (the source) goes past a step; once for each step and order. */
  public void addWaived(CaseRow row, CaseStep step, Reached why) {
    add(row, step, null, Kind.WAIVED, why, "select 0");
  }

  /** The steps that were waived for this very order. */
  public Steps waivedFor(CaseId id, UUID order) {
    return Steps.of(jdbc.sql("select step from intake.case_step where case_id = :id and kind = 'WAIVED' and source = :order").param("id", id.value()).param("order", order)
        .query((r, n) -> CaseStep.valueOf(r.getString(1))).list());
  }

  /** Writes something about the case that is no step: a month passed over, its ending, its closing. Once for each step and month. */
  public void note(CaseRow row, Kind kind, Reached what) {
    add(row, row.position().step(), row.position().month(), kind, what, "select 0");
  }

  /** Writes that the case is going to end, or goes on after all (ENDING, GOES_ON): as often as that turns. */
  public void noteTurn(CaseRow row, Kind kind, Reached what) {
    add(row, row.position().step(), row.position().month(), kind, what, "select (select count(*)::int from intake.case_step s where s.case_id = :case and s.kind = 'GOES_ON')");
  }

  private int add(CaseRow row, CaseStep step, @Nullable YearMonth month, Kind kind, Reached reached, String turn) {
    var by = reached.by();
    return jdbc.sql("""
            insert into intake.case_step (case_id, elder_id, month, step, kind, source, turn, reached_at, acted_by, acted_role, acted_role_name, acted_name, on_behalf, place, reason, provider_id)
            select :case, :elder, :month::date, :step, :kind, :source, t.turn, :at, :by, :role, :roleName, :name, :behalf, :place, :reason, :provider::uuid
            from (""" + turn + ") t (turn) on conflict do nothing")
        .param("case", row.id().value()).param("elder", row.elder().value()).param("month", month == null ? null : Date.valueOf(month.atDay(1)), java.sql.Types.DATE)
        .param("step", step.name()).param("kind", kind.name()).param("source", reached.source()).param("at", reached.at().atOffset(ZoneOffset.UTC))
        .param("by", by.accountId()).param("role", by.role().key()).param("roleName", by.role().name()).param("name", by.displayName()).param("behalf", isOnBehalf(step, kind, by.role().key()))
        .param("place", reached.place(), java.sql.Types.VARCHAR).param("reason", reached.reason(), java.sql.Types.VARCHAR).param("provider", reached.provider()).update();
  }

  /** Capturing, agreeing and saying how it felt are the elder's own acts; anybody else does them on the elder's behalf. */
  private static boolean isOnBehalf(CaseStep step, Kind kind, String role) {
    var eldersOwn = kind == Kind.REACHED && (step == CaseStep.NEED || step == CaseStep.PLANNED || step == CaseStep.FELT);
    return eldersOwn && !role.equals("elder") && !role.equals("platform");
  }

  /** When each step that stands was first reached, and when a provider was lost last. */
  public CasePositionPolicy.Standing standing(CaseId id) {
    var own = new EnumMap<CaseStep, Instant>(CaseStep.class);
    var months = new TreeMap<YearMonth, Map<CaseStep, Instant>>();
    var waived = EnumSet.noneOf(CaseStep.class);
    jdbc.sql("select distinct step from intake.case_step where case_id = :id and kind = 'WAIVED'").param("id", id.value()).query(r -> {
      waived.add(CaseStep.valueOf(r.getString(1)));
    });
    jdbc.sql("""
            select s.month, s.step, min(s.reached_at) as first from intake.case_step s
            where s.case_id = :id and s.kind = 'REACHED' and not exists (select from intake.case_step f where f.case_id = s.case_id and f.step = s.step
              and f.month is not distinct from s.month and f.source = s.source and f.turn = s.turn and f.kind = 'FELL_BACK')
            group by s.month, s.step""")
        .param("id", id.value()).query(r -> {
          var month = r.getObject("month", LocalDate.class);
          var of = month == null ? own : months.computeIfAbsent(YearMonth.from(month), m -> new EnumMap<>(CaseStep.class));
          of.put(CaseStep.valueOf(r.getString("step")), r.getObject("first", OffsetDateTime.class).toInstant());
        });
    waived.removeAll(own.keySet());
    return new CasePositionPolicy.Standing(own, months, waived, lost(id));
  }

  private Map<YearMonth, Map<CaseStep, Instant>> lost(CaseId id) {
    var lost = new TreeMap<YearMonth, Map<CaseStep, Instant>>();
    jdbc.sql("select month, step, max(reached_at) as last from intake.case_step where case_id = :id and kind = 'FELL_BACK' and step in ('MATCHED', 'DISPATCHED') group by month, step")
        .param("id", id.value()).query(r -> {
          lost.computeIfAbsent(YearMonth.from(r.getObject("month", LocalDate.class)), m -> new EnumMap<>(CaseStep.class))
              .put(CaseStep.valueOf(r.getString("step")), r.getObject("last", OffsetDateTime.class).toInstant());
        });
    return lost;
  }
}
