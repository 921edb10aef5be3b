package org.zhiyang.need.careplan.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;

/** Elders of whom is settled what they are entitled to, if anything, and for whom no plan was proposed yet. */
@Component
public class Waiting {
  private static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("w.region_code", "w.elder_id");

  private final JdbcClient jdbc;
  private final Clock clock;

  Waiting(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public record Row(UUID elder, Instant since) {}

  /** Twice is once; the first day stays. */
  public void add(UUID elder, String regionCode) {
    jdbc.sql("insert into careplan.to_plan (elder_id, region_code, since) values (:elder, :region, :since) on conflict do nothing")
        .param("elder", elder).param("region", regionCode).param("since", clock.instant().atOffset(ZoneOffset.UTC)).update();
  }

  public void remove(UUID elder) {
    jdbc.sql("delete from careplan.to_plan where elder_id = :elder").param("elder", elder).update();
  }

  public List<Row> oldest(Scope scope, int most) {
    var reached = scope.on(SCOPE);
    return jdbc.sql("select w.elder_id, w.since from careplan.to_plan w where " + reached.sql() + " order by w.since limit :most").params(reached.params()).param("most", most)
        .query((r, n) -> new Row(r.getObject("elder_id", UUID.class), r.getObject("since", OffsetDateTime.class).toInstant())).list();
  }
}
