package org.zhiyang.oversight.complaint.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.complaint.ComplaintQueries;
import org.zhiyang.oversight.complaint.FoundedComplaint;
import org.zhiyang.oversight.complaint.domain.ComplaintChannel;
import org.zhiyang.oversight.complaint.domain.ComplaintKind;
import org.zhiyang.oversight.complaint.domain.ComplaintStatus;
import org.zhiyang.oversight.complaint.store.JdbcComplaints;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitId;

/** 投诉台账 and what other modules ask. */
@Component
public class ComplaintList implements ComplaintQueries {
  private static final Map<String, String> SORTABLE = Map.of("receivedAt", "received_at", "answerDueOn", "answer_due_on", "status", "status", "kind", "kind", "number", "number");

  private final JdbcClient jdbc;
  private final Clock clock;

  ComplaintList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. {@code overdue}: only those whose answer is late. */
  public record Filter(@Nullable ComplaintStatus status, @Nullable ComplaintKind kind, @Nullable String region, @Nullable UUID provider, @Nullable UUID elder, @Nullable Boolean founded,
      boolean overdue) {}

  public record Row(UUID id, long number, UUID elderId, String regionCode, @Nullable UUID visitId, @Nullable UUID providerId, ComplaintKind kind, ComplaintChannel channel, String words,
      ComplaintStatus status, OffsetDateTime receivedAt, String receivedName, boolean onBehalf, @Nullable LocalDate answerDueOn, @Nullable String answer, @Nullable OffsetDateTime answeredAt,
      @Nullable Boolean founded, @Nullable String decisionReason, @Nullable OffsetDateTime decidedAt) {}

  public record Step(OffsetDateTime at, String by, String role, @Nullable ComplaintStatus from, ComplaintStatus to, @Nullable String words) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var conditions = conditions(filter, scope);
    var where = " from complaint.complaint where " + conditions.sql();
    var params = conditions.params();
    var total = jdbc.sql("select count(*)" + where).params(params).query(Long.class).single();
    var rows = jdbc.sql("select *" + where + " order by " + query.orderBy(SORTABLE, "received_at desc", "id") + " limit :limit offset :offset").params(params).param("limit", query.limit())
        .param("offset", query.offset()).query(ComplaintList::row).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public Optional<Row> find(UUID id, Scope scope) {
    var mine = scope.on(JdbcComplaints.SCOPE);
    return jdbc.sql("select * from complaint.complaint where id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(ComplaintList::row).optional();
  }

  /** The history, oldest first; the caller has checked that the complaint is in scope. */
  public List<Step> steps(UUID id) {
    return jdbc.sql("select * from complaint.step where complaint_id = :id order by id").param("id", id)
        .query((r, n) -> new Step(at(r, "at"), r.getString("by_name"), r.getString("by_role"), r.getString("from_status") == null ? null : ComplaintStatus.valueOf(r.getString("from_status")),
            ComplaintStatus.valueOf(r.getString("to_status")), r.getString("words"))).list();
  }

  @Override
  public List<FoundedComplaint> foundedAgainst(ProviderId provider, LocalDate from, LocalDate to) {
    return jdbc.sql("""
            select id, visit_id, decided_at from complaint.complaint
            where provider_id = :provider and status = 'CLOSED' and founded and decided_at >= :from and decided_at < :to order by id""")
        .param("provider", provider.value()).param("from", from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()).param("to", to.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
        .query((r, n) -> {
          var visit = r.getObject("visit_id", UUID.class);
          return new FoundedComplaint(r.getObject("id", UUID.class), visit == null ? null : new VisitId(visit), at(r, "decided_at").toLocalDate());
        }).list();
  }

  @Override
  public List<ProviderId> providersFounded(LocalDate from, LocalDate to) {
    return jdbc.sql("select distinct provider_id from complaint.complaint where provider_id is not null and status = 'CLOSED' and founded and decided_at >= :from and decided_at < :to order by 1")
        .param("from", from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()).param("to", to.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
        .query(UUID.class).list().stream().map(ProviderId::new).toList();
  }

  /** Waiting ones of a status, the nearest deadline first. */
  List<Row> waiting(ComplaintStatus status, Scope scope, int most) {
    var mine = scope.on(JdbcComplaints.SCOPE);
    return jdbc.sql("select * from complaint.complaint where status = :status and " + mine.sql() + " order by answer_due_on nulls first, received_at limit :most").params(mine.params())
        .param("status", status.name()).param("most", most).query(ComplaintList::row).list();
  }

  private ListConditions conditions(Filter filter, Scope scope) {
    var conditions = new ListConditions(scope.on(JdbcComplaints.SCOPE))
        .equal("status", filter.status())
        .equal("kind", filter.kind())
        .equal("provider_id", filter.provider())
        .equal("elder_id", filter.elder())
        .equal("founded", filter.founded())
        .region(filter.region());
    return filter.overdue() ? conditions.and("status = 'ASSIGNED' and answer_due_on < :today", "today", LocalDate.now(clock)) : conditions;
  }

  private static Row row(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("id", UUID.class), r.getLong("number"), r.getObject("elder_id", UUID.class), r.getString("region_code"), r.getObject("visit_id", UUID.class),
        r.getObject("provider_id", UUID.class), ComplaintKind.valueOf(r.getString("kind")), ComplaintChannel.valueOf(r.getString("channel")), r.getString("words"),
        ComplaintStatus.valueOf(r.getString("status")), at(r, "received_at"), r.getString("received_name"), r.getBoolean("on_behalf"), r.getObject("answer_due_on", LocalDate.class),
        r.getString("answer"), r.getObject("answered_at") == null ? null : at(r, "answered_at"), (Boolean) r.getObject("founded"), r.getString("decision_reason"),
        r.getObject("decided_at") == null ? null : at(r, "decided_at"));
  }

  private static OffsetDateTime at(ResultSet r, String column) throws SQLException {
    return r.getObject(column, OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE).toOffsetDateTime();
  }
}
