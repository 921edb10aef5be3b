package org.zhiyang.need.intake.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.store.CaseHistory.Kind;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;

/** What happened in the loop: one case's whole list of steps, or all of an elder's cases newest first. The caller has checked that the elder is in scope. */
@Component
public class Timeline {
  private static final String ROWS = """
      select s.id, s.case_id, s.elder_id, s.month, s.step, s.kind, s.source, s.reached_at, s.acted_role, s.acted_role_name, s.acted_name, s.on_behalf, s.place, s.reason, s.provider_id from intake.case_step s where\s""";

  private final JdbcClient jdbc;
  private final Clock clock;

  Timeline(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param source the record that shows it; the elder where the register itself does */
  public record Entry(UUID careCase, UUID elder, @Nullable YearMonth month, CaseStep step, Kind kind, UUID source, OffsetDateTime at, String actorRole, String actorRoleName, String actorName, boolean onBehalf,
      @Nullable String place, @Nullable String reason, @Nullable UUID provider) {}

  /** Oldest first. */
  public List<Entry> of(UUID careCase) {
    return jdbc.sql(ROWS + "s.case_id = :case order by s.reached_at, s.id").param("case", careCase).query(Timeline::entry).list();
  }

  public Page<Entry> of(ElderId elder, PageQuery query) {
    var total = jdbc.sql("select count(*) from intake.case_step s where s.elder_id = :elder").param("elder", elder.value()).query(Long.class).single();
    var rows = jdbc.sql(ROWS + "s.elder_id = :elder order by s.reached_at desc, s.id desc limit :limit offset :offset")
        .param("elder", elder.value()).param("limit", query.limit()).param("offset", query.offset()).query(Timeline::entry).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  private static Entry entry(ResultSet r, int n) throws SQLException {
    var month = r.getObject("month", LocalDate.class);
    return new Entry(r.getObject("case_id", UUID.class), r.getObject("elder_id", UUID.class), month == null ? null : YearMonth.from(month), CaseStep.valueOf(r.getString("step")), Kind.valueOf(r.getString("kind")),
        r.getObject("source", UUID.class), r.getObject("reached_at", OffsetDateTime.class), r.getString("acted_role"), r.getString("acted_role_name"), r.getString("acted_name"), r.getBoolean("on_behalf"),
        r.getString("place"), r.getString("reason"), r.getObject("provider_id", UUID.class));
  }
}
