package org.zhiyang.response.hotline.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.response.hotline.domain.AnsweredBy;
import org.zhiyang.response.hotline.domain.Attempt;
import org.zhiyang.response.hotline.domain.AttemptOutcome;
import org.zhiyang.response.hotline.domain.CallBack;
import org.zhiyang.response.hotline.domain.CallBackFacts;
import org.zhiyang.response.hotline.domain.CallBackStatus;
import org.zhiyang.response.hotline.domain.CallBacks;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Call-backs in {@code hotline.call_back}, their calls in {@code hotline.attempt} (only added to). */
@Repository
class JdbcCallBacks implements CallBacks {
  static final ScopeColumns SCOPE = ScopeColumns.of("region_code", null, null, null);
  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcCallBacks(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public CallBack get(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select * from hotline.call_back where id = :id and " + mine.sql() + " for update").param("id", id).params(mine.params())
        .query(this::read).optional().orElseThrow(NotFound::new);
  }

  @Override
  public Optional<CallBack> findOf(VisitId visit) {
    return jdbc.sql("select * from hotline.call_back where visit_id = :visit for update").param("visit", visit.value()).query(this::read).optional();
  }

  @Override
  public boolean add(CallBack callBack) {
    var f = callBack.facts();
    var added = jdbc.sql("""
            insert into hotline.call_back (id, visit_id, elder_id, provider_id, region_code, service_day, normal, flags, status, opened_at, due_on)
            values (:id, :visit, :elder, :provider, :region, :day, :normal, :flags, 'OPEN', :opened, :due) on conflict (visit_id) do nothing""")
        .param("id", f.id()).param("visit", f.visit().value()).param("elder", f.elder()).param("provider", f.provider()).param("region", f.regionCode()).param("day", f.serviceDay())
        .param("normal", f.normal()).param("flags", f.flags().stream().sorted().map(Enum::name).toArray(String[]::new)).param("opened", at(f.openedAt())).param("due", f.dueOn()).update() == 1;
    if (added && callBack.status() != CallBackStatus.OPEN) save(callBack);
    return added;
  }

  @Override
  public void keepFlags(VisitId visit, Set<VisitFlag> flags) {
    jdbc.sql("update hotline.call_back set normal = false, flags = :flags::text[], version = version + 1 where visit_id = :visit and status <> 'DONE' and flags <@ :flags::text[] and (normal or not flags @> :flags::text[])")
        .param("flags", flags.stream().sorted().map(Enum::name).toArray(String[]::new)).param("visit", visit.value()).update();
  }

  @Override
  public void save(CallBack callBack) {
    var values = new HashMap<String, @Nullable Object>();
    var claim = callBack.claim();
    values.put("claimedBy", claim == null ? null : claim.by());
    values.put("claimedName", claim == null ? null : claim.name());
    values.put("claimedUntil", claim == null ? null : at(claim.until()));
    var found = callBack.finding();
    values.put("result", found == null ? null : found.result().name());
    values.put("answers", found == null ? "{}" : json.writeValueAsString(found.answers()));
    values.put("note", found == null ? null : found.note());
    values.put("resultBy", found == null ? null : found.by());
    values.put("resultName", found == null ? null : found.byName());
    values.put("resultAt", found == null ? null : at(found.at()));
    var decision = callBack.decision();
    values.put("confirmed", decision == null ? null : decision.confirmed());
    values.put("reason", decision == null ? null : decision.reason());
    values.put("decidedBy", decision == null ? null : decision.by());
    values.put("decidedName", decision == null ? null : decision.byName());
    values.put("decidedRole", decision == null ? null : decision.role());
    values.put("decidedAt", decision == null ? null : at(decision.at()));
    var next = callBack.nextTryAt();
    values.put("next", next == null ? null : at(next));
    jdbc.sql("""
            update hotline.call_back set status = :status, next_try_at = :next::timestamptz, claimed_by = :claimedBy::uuid, claimed_name = :claimedName, claimed_until = :claimedUntil::timestamptz,
              attempts = :attempts, result = :result, answers = :answers::jsonb, note = :note, result_by = :resultBy::uuid, result_name = :resultName, result_at = :resultAt::timestamptz,
              confirmed = :confirmed::boolean, decision_reason = :reason, decided_by = :decidedBy::uuid, decided_name = :decidedName, decided_role = :decidedRole,
              decided_at = :decidedAt::timestamptz, version = version + 1
            where id = :id""")
        .params(values).param("status", callBack.status().name()).param("attempts", callBack.attempts()).param("id", callBack.facts().id()).update();
    callBack.added().forEach(a -> add(callBack.facts().id(), a));
  }

  private void add(UUID callBack, Attempt attempt) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("answered", attempt.answeredBy() == null ? null : attempt.answeredBy().name());
    values.put("note", attempt.note());
    values.put("next", attempt.nextTryAt() == null ? null : at(attempt.nextTryAt()));
    jdbc.sql("""
            insert into hotline.attempt (call_back_id, at, by_account, by_name, outcome, answered_by, note, next_try_at)
            values (:callBack, :at, :by, :name, :outcome, :answered, :note, :next::timestamptz)""")
        .params(values).param("callBack", callBack).param("at", at(attempt.at())).param("by", attempt.by()).param("name", attempt.byName()).param("outcome", attempt.outcome().name()).update();
  }

  private CallBack read(ResultSet r, int n) throws SQLException {
    var id = r.getObject("id", UUID.class);
    var facts = new CallBackFacts(id, new VisitId(r.getObject("visit_id", UUID.class)), r.getObject("elder_id", UUID.class), r.getObject("provider_id", UUID.class), r.getString("region_code"),
        r.getObject("service_day", LocalDate.class), r.getBoolean("normal"), flags(r.getArray("flags")), instant(r, "opened_at"), r.getObject("due_on", LocalDate.class));
    var claimedBy = r.getObject("claimed_by", UUID.class);
    var result = r.getString("result");
    return new CallBack(facts, CallBackStatus.valueOf(r.getString("status")), claimedBy == null ? null : new CallBack.Claim(claimedBy, r.getString("claimed_name"), instant(r, "claimed_until")),
        r.getObject("next_try_at") == null ? null : instant(r, "next_try_at"),
        result == null ? null : new CallBack.Finding(CallBackResult.valueOf(result), json.readValue(r.getString("answers"), ANSWERS), r.getString("note"), r.getObject("result_by", UUID.class),
            r.getString("result_name"), instant(r, "result_at")),
        r.getObject("confirmed") == null ? null : new CallBack.Decision(r.getBoolean("confirmed"), r.getString("decision_reason"), r.getObject("decided_by", UUID.class), r.getString("decided_name"),
            r.getString("decided_role"), instant(r, "decided_at")), attemptsOf(id));
  }

  private List<Attempt> attemptsOf(UUID id) {
    return jdbc.sql("select * from hotline.attempt where call_back_id = :id order by id").param("id", id).query(JdbcCallBacks::attempt).list();
  }

  private static Attempt attempt(ResultSet r, int n) throws SQLException {
    var answered = r.getString("answered_by");
    return new Attempt(instant(r, "at"), r.getObject("by_account", UUID.class), r.getString("by_name"), AttemptOutcome.valueOf(r.getString("outcome")),
        answered == null ? null : AnsweredBy.valueOf(answered), r.getString("note"), r.getObject("next_try_at") == null ? null : instant(r, "next_try_at"));
  }

  private static Set<VisitFlag> flags(Array array) throws SQLException {
    var flags = EnumSet.noneOf(VisitFlag.class);
    for (var name : (String[]) array.getArray()) flags.add(VisitFlag.valueOf(name));
    return flags;
  }

  private static Instant instant(ResultSet r, String column) throws SQLException {
    return r.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
