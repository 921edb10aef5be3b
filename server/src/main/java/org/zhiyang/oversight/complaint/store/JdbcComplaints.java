package org.zhiyang.oversight.complaint.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.oversight.complaint.domain.Complaint;
import org.zhiyang.oversight.complaint.domain.ComplaintChannel;
import org.zhiyang.oversight.complaint.domain.ComplaintKind;
import org.zhiyang.oversight.complaint.domain.ComplaintStatus;
import org.zhiyang.oversight.complaint.domain.Complaints;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.NotFound;

/** Complaints in {@code complaint.complaint}, their history in {@code complaint.step} (only added to). A provider sees what was forwarded to it. */
@Repository
public class JdbcComplaints implements Complaints {
  public static final ScopeColumns SCOPE = ScopeColumns.of("region_code", "case when status <> 'RECEIVED' then provider_id end", null, "elder_id");

  private final JdbcClient jdbc;

  JdbcComplaints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Complaint get(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select * from complaint.complaint where id = :id and " + mine.sql() + " for update").param("id", id).params(mine.params()).query(JdbcComplaints::read).optional()
        .orElseThrow(NotFound::new);
  }

  @Override
  public Optional<Open> holdOpenOf(UUID visit, ComplaintKind kind) {
    hold(visit);
    return jdbc.sql("select id, number from complaint.complaint where visit_id = :visit and kind = :kind and status in ('RECEIVED', 'ASSIGNED', 'ANSWERED')").param("visit", visit)
        .param("kind", kind.name()).query(JdbcComplaints::open).optional();
  }

  @Override
  public Optional<Open> holdOpenOf(UUID elder, @Nullable UUID provider, ComplaintKind kind, LocalDate receivedOn) {
    hold(elder);
    return jdbc.sql("""
            select id, number from complaint.complaint where elder_id = :elder and visit_id is null and kind = :kind and status in ('RECEIVED', 'ASSIGNED', 'ANSWERED')
              and received_at >= :from and received_at < :to and (:provider::uuid is null or provider_id = :provider::uuid) order by number limit 1""")
        .param("elder", elder).param("kind", kind.name()).param("from", receivedOn.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
        .param("to", receivedOn.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()).param("provider", provider, java.sql.Types.OTHER).query(JdbcComplaints::open).optional();
  }

  private void hold(UUID what) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 29))").param("what", what.toString()).query((r, n) -> n).list();
  }

  private static Open open(ResultSet r, int n) throws SQLException {
    return new Open(r.getObject("id", UUID.class), r.getLong("number"));
  }

  @Override
  public void add(Complaint complaint) {
    var f = complaint.facts();
    var values = new HashMap<String, @Nullable Object>();
    values.put("visit", f.visit());
    values.put("provider", complaint.state().provider());
    jdbc.sql("""
            insert into complaint.complaint (id, elder_id, region_code, visit_id, provider_id, kind, channel, words, status, received_at, received_by, received_name, received_role, on_behalf)
            values (:id, :elder, :region, :visit::uuid, :provider::uuid, :kind, :channel, :words, 'RECEIVED', :at, :by, :name, :role, :behalf)""")
        .params(values).param("id", f.id()).param("elder", f.elder()).param("region", f.regionCode()).param("kind", f.kind().name()).param("channel", f.channel().name())
        .param("words", f.words()).param("at", at(f.receivedBy().at())).param("by", f.receivedBy().account()).param("name", f.receivedBy().name()).param("role", f.receivedBy().role())
        .param("behalf", f.onBehalf()).update();
    if (complaint.state().status() == ComplaintStatus.RECEIVED) addSteps(complaint);
    else save(complaint);
  }

  @Override
  public void save(Complaint complaint) {
    var s = complaint.state();
    var values = new HashMap<String, @Nullable Object>();
    values.put("provider", s.provider());
    values.put("due", s.answerDueOn());
    values.put("answer", s.answer());
    values.put("answeredAt", s.answeredAt() == null ? null : at(s.answeredAt()));
    var d = s.decision();
    values.put("founded", d == null ? null : d.founded());
    values.put("reason", d == null ? null : d.reason());
    values.put("decidedBy", d == null ? null : d.by());
    values.put("decidedAt", d == null ? null : at(d.at()));
    jdbc.sql("""
            update complaint.complaint set status = :status, provider_id = :provider::uuid, answer_due_on = :due::date, answer = :answer, answered_at = :answeredAt::timestamptz,
              founded = :founded::boolean, decision_reason = :reason, decided_by = :decidedBy::uuid, decided_at = :decidedAt::timestamptz, version = version + 1 where id = :id""")
        .params(values).param("status", s.status().name()).param("id", complaint.facts().id()).update();
    addSteps(complaint);
  }

  private void addSteps(Complaint complaint) {
    for (var step : complaint.added()) {
      var values = new HashMap<String, @Nullable Object>();
      values.put("from", step.from() == null ? null : step.from().name());
      values.put("words", step.words());
      jdbc.sql("""
              insert into complaint.step (complaint_id, at, by_account, by_name, by_role, from_status, to_status, words)
              values (:id, :at, :by, :name, :role, :from, :to, :words)""")
          .params(values).param("id", complaint.facts().id()).param("at", at(step.by().at())).param("by", step.by().account()).param("name", step.by().name())
          .param("role", step.by().role()).param("to", step.to().name()).update();
    }
  }

  private static Complaint read(ResultSet r, int n) throws SQLException {
    var facts = new Complaint.Facts(r.getObject("id", UUID.class), r.getObject("elder_id", UUID.class), r.getString("region_code"), r.getObject("visit_id", UUID.class),
        ComplaintKind.valueOf(r.getString("kind")), ComplaintChannel.valueOf(r.getString("channel")), r.getString("words"),
        new Complaint.By(r.getObject("received_by", UUID.class), r.getString("received_name"), r.getString("received_role"), r.getObject("received_at", OffsetDateTime.class).toInstant()),
        r.getBoolean("on_behalf"));
    var decided = r.getObject("decided_at", OffsetDateTime.class);
    var answered = r.getObject("answered_at", OffsetDateTime.class);
    return Complaint.of(facts, new Complaint.State(ComplaintStatus.valueOf(r.getString("status")), r.getObject("provider_id", UUID.class), r.getObject("answer_due_on", LocalDate.class),
        r.getString("answer"), answered == null ? null : answered.toInstant(),
        decided == null ? null : new Complaint.Decision(r.getBoolean("founded"), r.getString("decision_reason"), r.getObject("decided_by", UUID.class), decided.toInstant())));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
