package org.zhiyang.need.careplan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;

/** Accepted plans whose visits cost the elder more than was agreed. */
@Component
public class BeyondAgreed {
  private static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("p.region_code", "p.elder_id");
  private static final String ROWS = "select b.*, p.elder_id from careplan.beyond_agreed b join careplan.plan p on p.id = b.plan_id where p.status = 'ACCEPTED' and ";

  private final JdbcClient jdbc;
  private final Clock clock;

  BeyondAgreed(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param elderFen what the elder pays in the month, as things stand; @param entitled false: the entitlement has ended by then */
  public record Row(UUID plan, UUID elder, Instant since, YearMonth month, long elderFen, long agreedFen, boolean entitled) {}

  /** Twice is once; the first moment stays. */
  public void keep(UUID plan, YearMonth month, long elderFen, long agreedFen, boolean entitled) {
    jdbc.sql("""
            insert into careplan.beyond_agreed (plan_id, since, month, elder_fen, agreed_fen, entitled) values (:plan, :since, :month, :elder, :agreed, :entitled)
            on conflict (plan_id) do update set month = excluded.month, elder_fen = excluded.elder_fen, agreed_fen = excluded.agreed_fen, entitled = excluded.entitled""")
        .param("plan", plan).param("since", clock.instant().atOffset(ZoneOffset.UTC)).param("month", month.atDay(1)).param("elder", elderFen).param("agreed", agreedFen).param("entitled", entitled).update();
  }

  public void remove(UUID plan) {
    jdbc.sql("delete from careplan.beyond_agreed where plan_id = :plan").param("plan", plan).update();
  }

  public void removeEnded() {
    jdbc.sql("delete from careplan.beyond_agreed b using careplan.plan p where p.id = b.plan_id and p.status <> 'ACCEPTED'").update();
  }

  public Optional<Row> find(UUID plan) {
    return jdbc.sql(ROWS + "b.plan_id = :plan").param("plan", plan).query(BeyondAgreed::read).optional();
  }

  public List<Row> oldest(Scope scope, int most) {
    var reached = scope.on(SCOPE);
    return jdbc.sql(ROWS + reached.sql() + " order by b.since limit :most").params(reached.params()).param("most", most).query(BeyondAgreed::read).list();
  }

  private static Row read(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("plan_id", UUID.class), r.getObject("elder_id", UUID.class), r.getObject("since", OffsetDateTime.class).toInstant(), YearMonth.from(r.getObject("month", LocalDate.class)),
        r.getLong("elder_fen"), r.getLong("agreed_fen"), r.getBoolean("entitled"));
  }
}
