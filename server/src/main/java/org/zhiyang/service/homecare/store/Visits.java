package org.zhiyang.service.homecare.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.service.homecare.domain.ProofField;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitTransitions;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Visits with their carers, moves from status to status, and the story of each. */
@Component
public class Visits {
  /** How the reason ends with which a visit is cancelled after its day, because the elder was away: by it the visit is found again when the absence turns out to be wrong. */
  public static final String NOBODY_CAME = "，这次没有人上门";
  /** The one reason to cancel a visit that lies with its provider: another one is looked for. */
  public static final String PROVIDER_LEFT = "服务商失信退出";

  /** Staff by the elder's region, providers by their own visits, carers by those they go to, families by their elder. */
  public static final ScopeColumns SCOPE = new ScopeColumns("v.region_code", "v.provider_id", null, "v.elder_id",
      "exists (select from homecare.visit_carer c where c.visit_id = v.id and c.carer_id = :scopeParty and c.active)");

  public static final String SELECT = """
      select v.*, array(select c.carer_id from homecare.visit_carer c where c.visit_id = v.id and c.active order by c.place, c.carer_id) as carers
      from homecare.visit v\s""";

  private static final TypeReference<List<Map<String, Object>>> FIELDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final RowMapper<Visit> rows = this::read;

  Visits(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public RowMapper<Visit> rows() {
    return rows;
  }

  public Optional<Visit> find(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql(SELECT + "where v.id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(rows).optional();
  }

  public Visit get(UUID id, Scope scope) {
    return find(id, scope).orElseThrow(NotFound::new);
  }

  /** Locks the visit until the transaction ends: all acts on one visit happen one after the other. */
  public Visit lock(VisitId id) {
    var there = jdbc.sql("select true from homecare.visit where id = :id for update").param("id", id.value()).query(Boolean.class).optional();
    if (there.isEmpty()) throw new NotFound();
    return jdbc.sql(SELECT + "where v.id = :id").param("id", id.value()).query(rows).single();
  }

  public List<Visit> list(String where, Map<String, ?> params) {
    return jdbc.sql(SELECT + where).params(params).query(rows).list();
  }

  /** Moves to a status, keeping who, when and why; refuses what the table of transitions does not know. */
  public void move(Visit visit, VisitStatus to, Instant at, Actor by, @Nullable String reason) {
    if (!VisitTransitions.allows(visit.status(), to)) throw new HomecareRefusal.WrongStatus(visit.status(), to.name());
    jdbc.sql("update homecare.visit set status = :to, status_since = :at, version = version + 1 where id = :id").param("to", to.name()).param("at", Timestamp.from(at))
        .param("id", visit.id()).update();
    note(visit.id(), visit.status(), to, at, by, reason);
  }

  public void note(UUID visit, @Nullable VisitStatus from, VisitStatus to, Instant at, Actor by, @Nullable String reason) {
    jdbc.sql("""
            insert into homecare.visit_step (visit_id, from_status, to_status, at, by_account, by_role, on_behalf, reason)
            values (:visit, :from, :to, :at, :by, :role, :behalf, :reason)""")
        .param("visit", visit).param("from", from == null ? null : from.name()).param("to", to.name()).param("at", Timestamp.from(at)).param("by", by.accountId())
        .param("role", by.role().key()).param("behalf", by.isStaff() && !by.equals(Actor.PLATFORM)).param("reason", reason).update();
  }

  public void keepPresence(UUID visit, @Nullable Instant checkedIn, @Nullable Instant checkedOut, Instant received) {
    jdbc.sql("update homecare.visit set checked_in_at = :in, checked_out_at = :out, last_received_at = :received, version = version + 1 where id = :id")
        .param("in", timestamp(checkedIn)).param("out", timestamp(checkedOut)).param("received", timestamp(received)).param("id", visit).update();
  }

  public void keepEvidence(UUID visit, int minutesDone, String digest) {
    jdbc.sql("update homecare.visit set minutes_done = :minutes, evidence_digest = :digest where id = :id").param("minutes", minutesDone).param("digest", digest).param("id", visit).update();
  }

  public void keepFindings(UUID visit, Set<VisitFlag> flags, Object findings, boolean sampled, @Nullable UUID ruling) {
    jdbc.sql("update homecare.visit set flags = :flags, findings = :findings::jsonb, sampled = :sampled, ruling_id = coalesce(:ruling, ruling_id) where id = :id")
        .param("flags", flags.stream().map(Enum::name).toArray(String[]::new)).param("findings", json.writeValueAsString(findings)).param("sampled", sampled)
        .param("ruling", ruling).param("id", visit).update();
  }

  public void keepShares(UUID visit, PayerShares shares) {
    jdbc.sql("""
            update homecare.visit set price_fen = :price, public_fen = :public, voucher_fen = :voucher, elder_fen = :elder, public_minutes = :minutes where id = :id""")
        .param("price", shares.priceFen()).param("public", shares.publicFen()).param("voucher", shares.voucherFen()).param("elder", shares.elderFen())
        .param("minutes", shares.publicMinutes()).param("id", visit).update();
  }

  public void keepDecision(UUID visit, Instant at, Actor by, @Nullable String reason) {
    jdbc.sql("update homecare.visit set decided_at = :at, decided_by = :by, decision_reason = :reason where id = :id").param("at", Timestamp.from(at)).param("by", by.accountId())
        .param("reason", reason).param("id", visit).update();
  }

  /** The rules had decided; a person will. */
  public void takeBackDecision(UUID visit) {
    jdbc.sql("update homecare.visit set decided_at = null, decided_by = null, decision_reason = null where id = :id").param("id", visit).update();
  }

  /** Gives the visit its carers and its time; the database refuses a carer who is elsewhere then. */
  public void keepCarers(UUID visit, List<UUID> carers, @Nullable Instant from, @Nullable Instant to, boolean fixedByHand) {
    jdbc.sql("delete from homecare.visit_carer where visit_id = :visit").param("visit", visit).update();
    for (var place = 0; place < carers.size(); place++) {
      jdbc.sql("insert into homecare.visit_carer (visit_id, carer_id, place, planned) values (:visit, :carer, :place, tstzrange(:from::timestamptz, :to::timestamptz, '[)'))")
          .param("visit", visit).param("carer", carers.get(place)).param("place", place).param("from", timestamp(from)).param("to", timestamp(to)).update();
    }
    jdbc.sql("update homecare.visit set planned_from = :from, planned_to = :to, fixed_by_hand = :fixed, version = version + 1 where id = :id").param("from", timestamp(from))
        .param("to", timestamp(to)).param("fixed", fixedByHand).param("id", visit).update();
  }

  /** A colleague who went although another was assigned: stands on the visit, without a planned time. */
  public void addCarer(UUID visit, UUID carer) {
    jdbc.sql("""
            insert into homecare.visit_carer (visit_id, carer_id, place) select :visit, :carer, count(*) from homecare.visit_carer where visit_id = :visit
            on conflict (visit_id, carer_id) do nothing""").param("visit", visit).param("carer", carer).update();
  }

  /** A cancelled visit came to pass: it takes its day again unless another was made for it, and the carer who went stands on it; without the planned time where somebody planned them elsewhere meanwhile. */
  public void comeBack(UUID visit, UUID carer) {
    takeDayAgain(visit);
    jdbc.sql("""
            update homecare.visit_carer c set active = true, planned = case when exists (select from homecare.visit_carer o
              where o.carer_id = c.carer_id and o.visit_id <> c.visit_id and o.active and o.planned && c.planned) then null else c.planned end
            where c.visit_id = :visit and c.carer_id = :carer and not c.active""").param("visit", visit).param("carer", carer).update();
  }

  /** A cancelled visit leaves its day of the order to another. */
  public void leaveDay(UUID visit) {
    jdbc.sql("update homecare.visit set replaced = true where id = :id").param("id", visit).update();
  }

  /** Answers whether it did: not where another visit of the order has the day by now. */
  public boolean takeDayAgain(UUID visit) {
    return jdbc.sql("""
            update homecare.visit v set replaced = false where v.id = :visit and v.replaced
              and not exists (select from homecare.visit o where o.order_id = v.order_id and o.day = v.day and not o.replaced)""").param("visit", visit).update() == 1;
  }

  /** The status before the one it has. */
  public VisitStatus cameFrom(UUID visit) {
    return VisitStatus.valueOf(jdbc.sql("select from_status from homecare.visit_step where visit_id = :visit and from_status <> to_status order by id desc limit 1").param("visit", visit).query(String.class).single());
  }

  /** Who was sent to each visit: those with a planned time, also after it was given back, as with a missed visit. Who stands on the visit without one came by themselves. */
  public Map<UUID, Set<UUID>> sent(Collection<UUID> visits) {
    var sent = new HashMap<UUID, Set<UUID>>();
    jdbc.sql("select visit_id, carer_id from homecare.visit_carer where visit_id = any(:visits) and planned is not null order by place").param("visits", visits.toArray(UUID[]::new))
        .query((r, n) -> sent.computeIfAbsent(r.getObject(1, UUID.class), v -> new LinkedHashSet<>()).add(r.getObject(2, UUID.class))).list();
    return sent;
  }

  /** Why those of them that were ever cancelled were, the last time. */
  public Map<UUID, String> whyCancelled(Collection<UUID> visits) {
    var why = new HashMap<UUID, String>();
    jdbc.sql("select visit_id, coalesce(reason, '未写原因') from homecare.visit_step where visit_id = any(:visits) and to_status = 'CANCELLED' order by id").param("visits", visits.toArray(UUID[]::new))
        .query((r, n) -> why.put(r.getObject(1, UUID.class), r.getString(2))).list();
    return why;
  }

  /** Those of the elder's visits from the day on that nobody has begun take place there; null where nothing is known of the place. */
  public void moveHome(UUID elder, LocalDate from, @Nullable Position home) {
    jdbc.sql("update homecare.visit set lng = :lng, lat = :lat where elder_id = :elder and day >= :from and status in ('PLANNED', 'ASSIGNED') and (lng, lat) is distinct from (:lng, :lat)")
        .param("elder", elder).param("from", java.sql.Date.valueOf(from)).param("lng", home == null ? null : home.lng(), java.sql.Types.DOUBLE).param("lat", home == null ? null : home.lat(), java.sql.Types.DOUBLE)
        .update();
  }

  /** The carers' time is free again. */
  public void freeCarers(UUID visit) {
    jdbc.sql("update homecare.visit_carer set active = false where visit_id = :visit").param("visit", visit).update();
  }

  /** Another visit of one of these carers in that time, if any. */
  public Optional<HomecareRefusal.CarerElsewhere> findClash(UUID visit, Collection<UUID> carers, Instant from, Instant to) {
    return jdbc.sql("""
            select carer_id, lower(planned), upper(planned) from homecare.visit_carer
            where carer_id = any(:carers) and active and visit_id <> :visit and planned && tstzrange(:from::timestamptz, :to::timestamptz, '[)') limit 1""")
        .param("carers", carers.toArray(UUID[]::new)).param("visit", visit).param("from", Timestamp.from(from)).param("to", Timestamp.from(to))
        .query((r, n) -> new HomecareRefusal.CarerElsewhere(r.getObject(1, UUID.class), r.getTimestamp(2).toInstant(), r.getTimestamp(3).toInstant())).optional();
  }

  private Visit read(ResultSet r, int n) throws SQLException {
    var shares = new PayerShares(r.getLong("price_fen"), r.getLong("public_fen"), r.getLong("voucher_fen"), r.getLong("elder_fen"), r.getInt("public_minutes"));
    return new Visit(r.getObject("id", UUID.class), r.getLong("number"), r.getObject("order_id", UUID.class), r.getObject("case_id", UUID.class), r.getObject("elder_id", UUID.class),
        r.getString("region_code"), r.getObject("provider_id", UUID.class), r.getString("service"), r.getString("service_name"), r.getString("unit"), r.getObject("day", LocalDate.class),
        r.getInt("units"), r.getInt("unit_minutes"), r.getObject("part_minutes", Integer.class), r.getBoolean("timed"), r.getInt("crew"), r.getString("required_skill"), r.getObject("minimum_certificate", Integer.class),
        r.getObject("window_from", LocalTime.class), r.getObject("window_to", LocalTime.class), r.getString("wishes"), r.getObject("lng", Double.class), r.getObject("lat", Double.class),
        fields(r.getString("before_start")), fields(r.getString("at_check_out")), VisitStatus.valueOf(r.getString("status")), r.getTimestamp("status_since").toInstant(), r.getBoolean("replaced"),
        instant(r, "planned_from"), instant(r, "planned_to"), r.getBoolean("fixed_by_hand"), List.of((UUID[]) r.getArray("carers").getArray()), instant(r, "checked_in_at"),
        instant(r, "checked_out_at"), instant(r, "last_received_at"), r.getInt("minutes_done"), flags(r.getArray("flags")), r.getBoolean("sampled"), r.getObject("ruling_id", UUID.class),
        r.getString("evidence_digest"), shares, instant(r, "decided_at"), r.getObject("decided_by", UUID.class), r.getString("decision_reason"), r.getObject("rating_id", UUID.class),
        r.getLong("version"));
  }

  private List<ProofField> fields(String stored) {
    return stored.length() <= 2 ? List.of() : json.readValue(stored, FIELDS).stream().map(ProofField::of).toList();
  }

  private static Set<VisitFlag> flags(Array array) throws SQLException {
    var flags = EnumSet.noneOf(VisitFlag.class);
    Arrays.stream((String[]) array.getArray()).map(VisitFlag::valueOf).forEach(flags::add);
    return flags;
  }

  static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
    var value = r.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  static @Nullable Timestamp timestamp(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }
}
