package org.zhiyang.need.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.Closure;
import org.zhiyang.need.intake.domain.Position;
import org.zhiyang.need.intake.domain.Steps;
import org.zhiyang.registry.elder.ElderId;

/** A care case as it is stored: where it stands, and what its board, lists and closing need to know without reading its history.
 *
 *  @param ownDone steps of the case as a whole; @param waived those passed over for urgent help and not made up yet; @param monthDone steps of the month in work; @param everDone steps reached in any month
 *  @param unmatched an order of the case has nobody who would take it
 *  @param servedThrough last month with a visit, null = never served */
public record CaseRow(CaseId id, String number, ElderId elder, String regionCode, Instant openedAt, Steps ownDone, Steps waived, Steps monthDone, Steps everDone, Position position, @Nullable LocalDate dueOn,
    @Nullable UUID provider, boolean unmatched, @Nullable YearMonth servedThrough, @Nullable Closure ending, @Nullable Instant closedAt, @Nullable Closure closure, long version) {

  public static final String COLUMNS = """
      c.id, c.number, c.elder_id, c.region_code, c.opened_at, c.own_done, c.waived, c.month, c.month_done, c.ever_done, c.step, c.step_since, c.due_on, c.provider_id, cardinality(c.unmatched) > 0 as unmatched, c.served_through,
      c.ending, c.closed_at, c.closure, c.version""";

  public static CaseRow read(ResultSet r, int n) throws SQLException {
    var position = new Position(CaseStep.valueOf(r.getString("step")), month(r, "month"), moment(r, "step_since"));
    return new CaseRow(new CaseId(r.getObject("id", UUID.class)), number(r.getLong("number")), new ElderId(r.getObject("elder_id", UUID.class)), r.getString("region_code"),
        moment(r, "opened_at"), new Steps(r.getInt("own_done")), new Steps(r.getInt("waived")), new Steps(r.getInt("month_done")), new Steps(r.getInt("ever_done")), position,
        r.getObject("due_on", LocalDate.class), r.getObject("provider_id", UUID.class), r.getBoolean("unmatched"), month(r, "served_through"), closure(r, "ending"),
        r.getObject("closed_at") == null ? null : moment(r, "closed_at"), closure(r, "closure"), r.getLong("version"));
  }

  /** As people say it on the phone: AL100001. */
  public static String number(long number) {
    return "AL" + number;
  }

  /** In whose hands the case lies, in Chinese. Nobody asks the dead. An order nobody takes is the county's to give: it alone names a provider. */
  public String holder() {
    var step = position.step();
    if (ending == Closure.DECEASED && step == CaseStep.FELT) return "家属";
    if (!unmatched || isClosed()) return step.holder();
    return switch (step) {
      case ORDERED, MATCHED -> CaseStep.COUNTY;
      case DISPATCHED, VISITED -> step.holder() + "；无人可接的工单由" + CaseStep.COUNTY + "指定";
      default -> step.holder();
    };
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  private static Instant moment(ResultSet r, String column) throws SQLException {
    return r.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable YearMonth month(ResultSet r, String column) throws SQLException {
    var day = r.getObject(column, LocalDate.class);
    return day == null ? null : YearMonth.from(day);
  }

  private static @Nullable Closure closure(ResultSet r, String column) throws SQLException {
    var text = r.getString(column);
    return text == null ? null : Closure.valueOf(text);
  }
}
