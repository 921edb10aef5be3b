package org.zhiyang.need.careplan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.need.careplan.domain.AcceptedHow;
import org.zhiyang.need.careplan.domain.PlanQuote;
import org.zhiyang.need.careplan.domain.PlanStatus;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.platform.web.StaleVersion;
import tools.jackson.databind.json.JsonMapper;

/** Plans with their items; the database lets an elder have one accepted plan on any day. */
@Component
public class Plans {
  private static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("p.region_code", "p.elder_id");
  private static final Map<String, String> SORTABLE = Map.of("number", "p.number", "status", "p.status", "fromOn", "p.from_on", "createdAt", "p.created_at", "proposedAt", "p.proposed_at",
      "region", "p.region_code");

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Plans(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Who said yes, how, and for whom. */
  public record Acceptance(Instant at, UUID by, String role, boolean onBehalf, AcceptedHow how, @Nullable String place, @Nullable String note) {}

  /** One plan as stored; {@code to} exclusive. */
  public record Plan(UUID id, long number, long version, UUID elder, String regionCode, UUID careCase, PlanStatus status, LocalDate from, @Nullable LocalDate to, boolean ownShareAccepted,
      @Nullable PlanQuote quote, @Nullable String changeWanted, Instant createdAt, UUID createdBy, @Nullable Instant proposedAt, @Nullable Acceptance acceptance, @Nullable String endReason,
      List<PlanItem> items) {}

  public record Filter(@Nullable PlanStatus status, @Nullable String region, @Nullable UUID elder) {}

  /** One step of a plan's life; {@code onBehalf}: done by somebody else for the elder. */
  public record Step(String act, Instant at, UUID by, String role, boolean onBehalf, @Nullable String how, @Nullable String place, @Nullable String reason) {}

  public void lockElder(UUID elder) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:elder, 27))").param("elder", elder.toString()).query((row, n) -> n).list();
  }

  public Optional<UUID> findOpenOf(UUID elder) {
    return jdbc.sql("select id from careplan.plan where elder_id = :elder and status in ('DRAFT', 'PROPOSED', 'CHANGE_WANTED')").param("elder", elder).query(UUID.class).optional();
  }

  public void add(UUID id, UUID elder, String regionCode, UUID careCase, LocalDate from, boolean ownShareAccepted, List<PlanItem> items, Actor by) {
    jdbc.sql("""
            insert into careplan.plan (id, elder_id, region_code, case_id, status, from_on, own_share_accepted, created_at, created_by)
            values (:id, :elder, :region, :case, 'DRAFT', :from, :own, :at, :by)""")
        .param("id", id).param("elder", elder).param("region", regionCode).param("case", careCase).param("from", from).param("own", ownShareAccepted)
        .param("at", now()).param("by", by.accountId()).update();
    items(id, items);
  }

  private void items(UUID plan, List<PlanItem> items) {
    jdbc.sql("delete from careplan.item where plan_id = :plan").param("plan", plan).update();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      jdbc.sql("""
              insert into careplan.item (id, plan_id, position, service, weekdays, units, window_from, window_to, wished_provider, wishes)
              values (:id, :plan, :position, :service, :weekdays, :units, :from, :to, :provider, :wishes)""")
          .param("id", item.id()).param("plan", plan).param("position", i).param("service", item.service())
          .param("weekdays", item.weekdays().stream().sorted().toArray(Integer[]::new)).param("units", item.units()).param("from", Time.valueOf(item.windowFrom()))
          .param("to", Time.valueOf(item.windowTo())).param("provider", item.wishedProvider(), Types.OTHER).param("wishes", item.wishes(), Types.VARCHAR).update();
    }
  }

  /** The plan if the scope reaches it, locked until the transaction ends. @throws NotFound, and StaleVersion when {@code version} is not the newest */
  public Plan lock(UUID id, long version, Scope scope) {
    var reached = scope.on(SCOPE);
    var plan = jdbc.sql("select p.* from careplan.plan p where p.id = :id and " + reached.sql() + " for update").param("id", id).params(reached.params()).query(this::read).optional()
        .orElseThrow(NotFound::new);
    if (plan.version() != version) throw new StaleVersion(plan.version());
    return withItems(List.of(plan)).getFirst();
  }

  public Optional<Plan> find(UUID id, Scope scope) {
    var reached = scope.on(SCOPE);
    return withItems(jdbc.sql("select p.* from careplan.plan p where p.id = :id and " + reached.sql()).param("id", id).params(reached.params()).query(this::read).list()).stream().findFirst();
  }

  public void rewrite(UUID id, LocalDate from, boolean ownShareAccepted, List<PlanItem> items) {
    jdbc.sql("update careplan.plan set version = version + 1, status = 'DRAFT', from_on = :from, own_share_accepted = :own, quote = null, proposed_at = null, proposed_by = null, change_wanted = null where id = :id")
        .param("from", from).param("own", ownShareAccepted).param("id", id).update();
    items(id, items);
  }

  public void propose(UUID id, PlanQuote quote, boolean ownShareAccepted, Actor by) {
    jdbc.sql("update careplan.plan set version = version + 1, status = 'PROPOSED', quote = :quote::jsonb, own_share_accepted = :own, proposed_at = :at, proposed_by = :by where id = :id")
        .param("quote", json.writeValueAsString(quote)).param("own", ownShareAccepted).param("at", now()).param("by", by.accountId()).param("id", id).update();
  }

  public void wantChange(UUID id, String words) {
    jdbc.sql("update careplan.plan set version = version + 1, status = 'CHANGE_WANTED', change_wanted = :words where id = :id").param("words", words).param("id", id).update();
  }

  public void withdraw(UUID id) {
    jdbc.sql("update careplan.plan set version = version + 1, status = 'WITHDRAWN' where id = :id").param("id", id).update();
  }

  public void accept(UUID id, LocalDate from, PlanQuote quote, Acceptance a) {
    jdbc.sql("""
            update careplan.plan set version = version + 1, status = 'ACCEPTED', from_on = :from, quote = :quote::jsonb, accepted_at = :at, accepted_by = :by, accepted_role = :role,
              accepted_on_behalf = :behalf, accepted_how = :how, accepted_place = :place, accepted_note = :note where id = :id""")
        .param("from", from).param("quote", json.writeValueAsString(quote)).param("at", a.at().atOffset(ZoneOffset.UTC)).param("by", a.by()).param("role", a.role())
        .param("behalf", a.onBehalf()).param("how", a.how().name()).param("place", a.place(), Types.VARCHAR).param("note", a.note(), Types.VARCHAR).param("id", id).update();
  }

  /** Ends a plan: no visit on or after {@code to}; a plan that has not begun by then never was in force. */
  public LocalDate end(Plan plan, LocalDate to, String reason) {
    var last = to.isBefore(plan.from()) ? plan.from() : to;
    jdbc.sql("update careplan.plan set version = version + 1, status = 'ENDED', to_on = :to, ended_at = :at, end_reason = :reason where id = :id")
        .param("to", last).param("at", now()).param("reason", reason).param("id", plan.id()).update();
    return last;
  }

  /** Accepted plans of the elder that are in force on {@code day} or later, locked. */
  public List<Plan> lockInForceFrom(UUID elder, LocalDate day) {
    return withItems(jdbc.sql("""
            select p.* from careplan.plan p where p.elder_id = :elder and p.status in ('ACCEPTED', 'ENDED') and (p.to_on is null or p.to_on > :day) and (p.to_on is null or p.to_on > p.from_on)
            order by p.from_on for update""").param("elder", elder).param("day", day).query(this::read).list());
  }

  /** Plans of the case somebody ever said yes to, whether they hold or not. */
  public List<UUID> listAcceptedOf(UUID careCase) {
    return jdbc.sql("select id from careplan.plan where case_id = :case and accepted_at is not null order by id").param("case", careCase).query(UUID.class).list();
  }

  public Optional<Plan> findInForce(UUID elder, LocalDate day) {
    return withItems(jdbc.sql("select p.* from careplan.plan p where p.elder_id = :elder and p.status in ('ACCEPTED', 'ENDED') and daterange(p.from_on, p.to_on) @> :day::date")
        .param("elder", elder).param("day", day).query(this::read).list()).stream().findFirst();
  }

  public List<UUID> listInForce(LocalDate from, LocalDate to) {
    return jdbc.sql("select id from careplan.plan where status in ('ACCEPTED', 'ENDED') and from_on < :to and (to_on is null or to_on > :from) and (to_on is null or to_on > from_on) order by id")
        .param("from", from).param("to", to).query(UUID.class).list();
  }

  /** Accepted plans without an end that have begun by {@code day}, all or of one elder, by id after {@code after}. */
  public List<Plan> listRunning(@Nullable UUID elder, UUID after, LocalDate day, int most) {
    return withItems(jdbc.sql("select p.* from careplan.plan p where p.status = 'ACCEPTED' and p.to_on is null and p.from_on <= :day and p.id > :after and (:elder::uuid is null or p.elder_id = :elder::uuid) order by p.id limit :most")
        .param("day", day).param("after", after).param("elder", elder, Types.OTHER).param("most", most).query(this::read).list());
  }

  public Page<Plan> page(Filter filter, PageQuery query, Scope scope) {
    var where = new ListConditions("p", scope.on(SCOPE)).equal("elder_id", filter.elder()).region(filter.region());
    if (filter.status() == null) where.and("p.status <> 'WITHDRAWN'");
    else where.equal("status", filter.status());
    var from = " from careplan.plan p where " + where.sql();
    var total = jdbc.sql("select count(*)" + from).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Plan>of() : withItems(jdbc.sql("select p.*" + from + " order by " + query.orderBy(SORTABLE, "p.created_at desc", "p.id") + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(this::read).list());
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public List<Plan> oldest(PlanStatus status, Scope scope, int most) {
    var reached = scope.on(SCOPE);
    return jdbc.sql("select p.* from careplan.plan p where p.status = :status and " + reached.sql() + " order by coalesce(p.proposed_at, p.created_at) limit :most")
        .param("status", status.name()).params(reached.params()).param("most", most).query(this::read).list();
  }

  public void note(UUID plan, String act, Actor by, @Nullable String how, @Nullable String place, @Nullable String reason) {
    jdbc.sql("""
            insert into careplan.act (plan_id, act, acted_at, acted_by, acted_role, on_behalf, how, place, reason) values (:plan, :act, :at, :by, :role, :behalf, :how, :place, :reason)""")
        .param("plan", plan).param("act", act).param("at", now()).param("by", by.accountId()).param("role", by.role().key()).param("behalf", isOnBehalf(by))
        .param("how", how, Types.VARCHAR).param("place", place, Types.VARCHAR).param("reason", reason, Types.VARCHAR).update();
  }

  /** Everybody but the elder acts on the elder's behalf. */
  public static boolean isOnBehalf(Actor by) {
    return !by.role().key().equals("elder");
  }

  public List<Step> history(UUID plan) {
    return jdbc.sql("select * from careplan.act where plan_id = :plan order by id").param("plan", plan)
        .query((r, n) -> new Step(r.getString("act"), r.getObject("acted_at", OffsetDateTime.class).toInstant(), r.getObject("acted_by", UUID.class), r.getString("acted_role"),
            r.getBoolean("on_behalf"), r.getString("how"), r.getString("place"), r.getString("reason"))).list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private List<Plan> withItems(List<Plan> plans) {
    if (plans.isEmpty()) return plans;
    var items = itemsOf(plans.stream().map(Plan::id).toList());
    return plans.stream().map(p -> new Plan(p.id(), p.number(), p.version(), p.elder(), p.regionCode(), p.careCase(), p.status(), p.from(), p.to(), p.ownShareAccepted(), p.quote(),
        p.changeWanted(), p.createdAt(), p.createdBy(), p.proposedAt(), p.acceptance(), p.endReason(), items.getOrDefault(p.id(), List.of()))).toList();
  }

  private record OfPlan(UUID plan, PlanItem item) {}

  private Map<UUID, List<PlanItem>> itemsOf(Collection<UUID> plans) {
    return jdbc.sql("select * from careplan.item where plan_id in (:plans) order by plan_id, position").param("plans", plans).query((r, n) -> new OfPlan(r.getObject("plan_id", UUID.class),
        new PlanItem(r.getObject("id", UUID.class), r.getString("service"), new TreeSet<>(Arrays.asList((Integer[]) r.getArray("weekdays").getArray())), r.getInt("units"),
            r.getObject("window_from", LocalTime.class), r.getObject("window_to", LocalTime.class), r.getObject("wished_provider", UUID.class), r.getString("wishes")))).list()
        .stream().collect(Collectors.groupingBy(OfPlan::plan, Collectors.mapping(OfPlan::item, Collectors.toList())));
  }

  private Plan read(ResultSet r, int n) throws SQLException {
    var proposed = r.getObject("proposed_at", OffsetDateTime.class);
    var accepted = r.getObject("accepted_at", OffsetDateTime.class);
    var acceptance = accepted == null ? null : new Acceptance(accepted.toInstant(), r.getObject("accepted_by", UUID.class), r.getString("accepted_role"), r.getBoolean("accepted_on_behalf"),
        AcceptedHow.valueOf(r.getString("accepted_how")), r.getString("accepted_place"), r.getString("accepted_note"));
    var quote = r.getString("quote");
    return new Plan(r.getObject("id", UUID.class), r.getLong("number"), r.getLong("version"), r.getObject("elder_id", UUID.class), r.getString("region_code"),
        r.getObject("case_id", UUID.class), PlanStatus.valueOf(r.getString("status")), r.getObject("from_on", LocalDate.class), r.getObject("to_on", LocalDate.class),
        r.getBoolean("own_share_accepted"), quote == null ? null : json.readValue(quote, PlanQuote.class), r.getString("change_wanted"),
        r.getObject("created_at", OffsetDateTime.class).toInstant(), r.getObject("created_by", UUID.class), proposed == null ? null : proposed.toInstant(), acceptance,
        r.getString("end_reason"), List.of());
  }
}
