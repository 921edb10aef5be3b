package org.zhiyang.need.intake.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.AskedBy;
import org.zhiyang.need.intake.domain.Channel;
import org.zhiyang.need.intake.domain.Contact;
import org.zhiyang.need.intake.domain.Urgency;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.need.intake.store.Needs;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 需求登记: needs with where their case stands, newest first. */
@Component
public class NeedList {
  private static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("n.region_code", "n.elder_id");

  private static final Map<String, String> SORTABLE = Map.of("capturedAt", "n.captured_at", "number", "n.number", "region", "n.region_code");
  private static final String ROWS = """
      select n.id, n.number, n.case_id, c.number as case_number, c.step, c.closed_at, n.elder_id, n.region_code, n.captured_at, n.channel, n.asked_by, n.services, n.urgency, n.words,
        n.contact, n.supplement, n.acted_role_name, n.acted_name, n.on_behalf, n.place, n.received_at, n.received_name
      from intake.need n join intake.care_case c on c.id = n.case_id where\s""";

  private final JdbcClient jdbc;
  private final Clock clock;

  NeedList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. {@code waiting}: true = only those nobody received yet. */
  public record Filter(@Nullable String region, @Nullable Channel channel, @Nullable Urgency urgency, @Nullable UUID elder, @Nullable UUID careCase, @Nullable Boolean waiting, @Nullable Boolean open) {}

  public record Row(UUID id, String number, UUID careCase, String caseNumber, CaseStep step, boolean open, UUID elder, String regionCode, OffsetDateTime capturedAt, Channel channel,
      AskedBy askedBy, List<String> services, Urgency urgency, @Nullable String words, Contact contact, boolean supplement, String actedRoleName, String actedName, boolean onBehalf,
      String place, @Nullable OffsetDateTime receivedAt, @Nullable String receivedName) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var where = new ListConditions("n", scope.on(SCOPE)).region(filter.region).equal("channel", filter.channel).equal("urgency", filter.urgency).equal("elder_id", filter.elder).equal("case_id", filter.careCase);
    if (filter.waiting != null) where.and(filter.waiting ? "n.received_at is null" : "n.received_at is not null");
    var counted = "intake.need n";
    if (filter.open != null) {
      counted += " join intake.care_case c on c.id = n.case_id";
      where.and(filter.open ? "c.closed_at is null" : "c.closed_at is not null");
    }
    var total = jdbc.sql("select count(*) from " + counted + " where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Row>of() : jdbc.sql(ROWS + where.sql() + " order by " + query.orderBy(SORTABLE, "n.captured_at desc", "n.id desc") + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(NeedList::row).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public Optional<Row> find(UUID id, Scope scope) {
    var where = new ListConditions("n", scope.on(SCOPE)).equal("id", id);
    return jdbc.sql(ROWS + where.sql()).params(where.params()).query(NeedList::row).optional();
  }

  private static Row row(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("id", UUID.class), Needs.number(r.getLong("number")), r.getObject("case_id", UUID.class), CaseRow.number(r.getLong("case_number")),
        CaseStep.valueOf(r.getString("step")), r.getObject("closed_at") == null, r.getObject("elder_id", UUID.class), r.getString("region_code"),
        r.getObject("captured_at", OffsetDateTime.class), Channel.valueOf(r.getString("channel")), AskedBy.valueOf(r.getString("asked_by")),
        List.of((String[]) r.getArray("services").getArray()), Urgency.valueOf(r.getString("urgency")), r.getString("words"), Contact.valueOf(r.getString("contact")),
        r.getBoolean("supplement"), r.getString("acted_role_name"), r.getString("acted_name"), r.getBoolean("on_behalf"), r.getString("place"),
        r.getObject("received_at", OffsetDateTime.class), r.getString("received_name"));
  }
}
