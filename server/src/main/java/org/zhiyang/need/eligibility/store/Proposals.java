package org.zhiyang.need.eligibility.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.domain.Amount;
import org.zhiyang.need.eligibility.domain.BenefitDecision;
import org.zhiyang.need.eligibility.domain.Determination;
import org.zhiyang.need.eligibility.domain.Determination.Conclusion;
import org.zhiyang.need.eligibility.domain.ProposalStatus;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every computed proposal, also the negative ones. */
@Component
public class Proposals {
  private static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("p.region_code", "p.elder_id");
  private static final Map<String, String> SORTABLE = Map.of("computedAt", "p.computed_at", "minutesPerMonth", "p.minutes_per_month", "region", "p.region_code",
      "status", "p.status", "decidedAt", "p.decided_at");

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Proposals(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** One proposal. {@code from} inclusive, {@code to} exclusive or null; {@code facts} {name: value, "unknown": {…}} and {@code figures} as the ruling keeps them. */
  public record Proposal(UUID id, UUID elder, String regionCode, @Nullable UUID careCase, ProposalStatus status, Conclusion conclusion, String cause, LocalDate from,
      @Nullable LocalDate to, Amount amount, List<BenefitDecision> benefits, JsonNode facts, JsonNode figures, UUID ruling, Instant computedAt,
      @Nullable Instant decidedAt, @Nullable String decidedRole, @Nullable String reason) {}

  /** What is asked for; every part may be absent. */
  public record Filter(@Nullable ProposalStatus status, @Nullable Conclusion conclusion, @Nullable String region, @Nullable UUID elder) {}

  /** One computation at a time for an elder, until the transaction ends. */
  public void lockElder(UUID elder) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:elder, 26))").param("elder", elder.toString()).query((row, n) -> n).list();
  }

  public void supersedeOpen(UUID elder) {
    jdbc.sql("update eligibility.proposal set status = 'SUPERSEDED', version = version + 1 where elder_id = :elder and status in ('PROPOSED', 'UNDECIDABLE', 'RETURNED')")
        .param("elder", elder).update();
  }

  /** What a computation adds. */
  public record New(UUID id, UUID elder, String regionCode, @Nullable UUID careCase, ProposalStatus status, Determination determination, String cause, LocalDate from,
      @Nullable LocalDate to, Object facts, Object figures, UUID ruling, Actor by) {}

  public void add(New p) {
    var amount = p.determination().amount();
    jdbc.sql("""
            insert into eligibility.proposal (id, elder_id, region_code, case_id, status, conclusion, cause, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille,
              benefits, facts, figures, ruling_id, computed_at, computed_by)
            values (:id, :elder, :region, :case, :status, :conclusion, :cause, :from, :to, :minutes, :cap, :rate, :benefits::jsonb, :facts::jsonb, :figures::jsonb, :ruling, :at, :by)""")
        .param("id", p.id()).param("elder", p.elder()).param("region", p.regionCode()).param("case", p.careCase(), java.sql.Types.OTHER).param("status", p.status().name())
        .param("conclusion", p.determination().conclusion().name()).param("cause", p.cause()).param("from", p.from()).param("to", p.to(), java.sql.Types.DATE)
        .param("minutes", amount.minutes()).param("cap", amount.voucherCapFen()).param("rate", amount.voucherRatePermille())
        .param("benefits", json.writeValueAsString(p.determination().benefits())).param("facts", json.writeValueAsString(p.facts()))
        .param("figures", json.writeValueAsString(p.figures())).param("ruling", p.ruling()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("by", p.by().accountId())
        .update();
  }

  /** The proposals of these ids that the scope reaches, locked until the transaction ends, in the order of ids. */
  public List<Proposal> lock(Collection<UUID> ids, Scope scope) {
    var reached = scope.on(SCOPE);
    return jdbc.sql("select p.* from eligibility.proposal p where p.id in (:ids) and " + reached.sql() + " order by p.id for update")
        .param("ids", ids).params(reached.params()).query(this::read).list();
  }

  public void decide(UUID id, ProposalStatus to, Actor by, @Nullable String reason) {
    jdbc.sql("update eligibility.proposal set status = :to, version = version + 1, decided_at = :at, decided_by = :by, decided_role = :role, reason = :reason where id = :id")
        .param("to", to.name()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("by", by.accountId()).param("role", by.role().key())
        .param("reason", reason, java.sql.Types.VARCHAR).param("id", id).update();
  }

  public Optional<Proposal> findLatest(UUID elder, Scope scope) {
    var reached = scope.on(SCOPE);
    return jdbc.sql("select p.* from eligibility.proposal p where p.elder_id = :elder and " + reached.sql() + " order by p.computed_at desc, p.id desc limit 1")
        .param("elder", elder).params(reached.params()).query(this::read).optional();
  }

  /** The newest proposal a person decided (confirmed). */
  public Optional<Proposal> findLastConfirmed(UUID elder) {
    return jdbc.sql("select p.* from eligibility.proposal p where p.elder_id = :elder and p.status = 'CONFIRMED' order by p.decided_at desc limit 1")
        .param("elder", elder).query(this::read).optional();
  }

  public List<Proposal> history(UUID elder, Scope scope, int most) {
    var reached = scope.on(SCOPE);
    return jdbc.sql("select p.* from eligibility.proposal p where p.elder_id = :elder and " + reached.sql() + " order by p.computed_at desc, p.id desc limit :most")
        .param("elder", elder).params(reached.params()).param("most", most).query(this::read).list();
  }

  public Page<Proposal> page(Filter filter, PageQuery query, Scope scope) {
    var where = new ListConditions("p", scope.on(SCOPE)).equal("conclusion", filter.conclusion()).equal("elder_id", filter.elder()).region(filter.region());
    if (filter.status() == null) where.and("p.status <> 'SUPERSEDED'");
    else where.equal("status", filter.status());
    var from = " from eligibility.proposal p where " + where.sql();
    var total = jdbc.sql("select count(*)" + from).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Proposal>of() : jdbc.sql("select p.*" + from + " order by " + query.orderBy(SORTABLE, "p.computed_at", "p.id") + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(this::read).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  /** Proposals in this status in the scope, oldest first. */
  public List<Proposal> oldest(ProposalStatus status, Scope scope, int most) {
    var reached = scope.on(SCOPE);
    return jdbc.sql("select p.* from eligibility.proposal p where p.status = :status and " + reached.sql() + " order by p.computed_at limit :most")
        .param("status", status.name()).params(reached.params()).param("most", most).query(this::read).list();
  }

  public long count(ProposalStatus status, Scope scope) {
    var reached = scope.on(SCOPE);
    return jdbc.sql("select count(*) from eligibility.proposal p where p.status = :status and " + reached.sql()).param("status", status.name()).params(reached.params())
        .query(Long.class).single();
  }

  private Proposal read(ResultSet r, int n) throws SQLException {
    var decided = r.getObject("decided_at", OffsetDateTime.class);
    return new Proposal(r.getObject("id", UUID.class), r.getObject("elder_id", UUID.class), r.getString("region_code"), r.getObject("case_id", UUID.class),
        ProposalStatus.valueOf(r.getString("status")), Conclusion.valueOf(r.getString("conclusion")), r.getString("cause"), r.getObject("from_on", LocalDate.class),
        r.getObject("to_on", LocalDate.class), new Amount(r.getInt("minutes_per_month"), r.getLong("voucher_cap_fen"), r.getInt("voucher_rate_permille")),
        json.readValue(r.getString("benefits"), new TypeReference<List<BenefitDecision>>() {}), json.readTree(r.getString("facts")), json.readTree(r.getString("figures")),
        r.getObject("ruling_id", UUID.class), r.getObject("computed_at", OffsetDateTime.class).toInstant(), decided == null ? null : decided.toInstant(),
        r.getString("decided_role"), r.getString("reason"));
  }
}
