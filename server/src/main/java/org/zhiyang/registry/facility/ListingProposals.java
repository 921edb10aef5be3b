package org.zhiyang.registry.facility;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 失信名单 (M278): an officer proposes a provider's listing or its removal with reason and evidence, another person decides. The listing changes with the approval; open orders of a defaulted
 *  provider then find another ({@link ProviderListed}). */
@Component
class ListingProposals {
  private static final ScopeColumns SCOPE = ScopeColumns.of("region_code", null, null, null);
  private static final Map<String, String> SORTABLE = Map.of("proposedAt", "proposed_at", "decidedAt", "decided_at", "listing", "listing");

  private final JdbcClient jdbc;
  private final Facilities facilities;
  private final Clock clock;

  ListingProposals(JdbcClient jdbc, Facilities facilities, Clock clock) {
    this.jdbc = jdbc;
    this.facilities = facilities;
    this.clock = clock;
  }

  /** @param approved null while it waits */
  record Proposal(UUID id, UUID provider, String regionCode, Listing listing, Listing former, String reason, String evidence, Instant proposedAt, UUID proposedBy, String proposedName,
      @Nullable Boolean approved, @Nullable String decision, @Nullable Instant decidedAt, @Nullable String decidedName) {
    boolean isOpen() {
      return approved == null;
    }
  }

  /** What a person wants to change and why. {@code evidence}: numbers of documents, inspections, complaints or visits. */
  record Wanted(Listing listing, String reason, String evidence) {}

  @Transactional
  public UUID propose(ProviderId id, Wanted wanted, Actor by) {
    var provider = mine(id, by);
    openOf(id).ifPresent(open -> {
      throw new FacilityRefusal.ProposalOpen(open.proposedName(), open.proposedAt());
    });
    if (provider.listing() == wanted.listing()) throw new FacilityRefusal.SameListing(wanted.listing());
    var proposal = Generators.timeBasedEpochGenerator().generate();
    var added = jdbc.sql("""
            insert into facility.listing_proposal (id, provider_id, region_code, listing, former, reason, evidence, proposed_at, proposed_by, proposed_name)
            values (:id, :provider, :region, :listing, :former, :reason, :evidence, :at, :by, :name) on conflict (provider_id) where decided_at is null do nothing""")
        .param("id", proposal).param("provider", id.value()).param("region", provider.regionCode()).param("listing", wanted.listing().name()).param("former", provider.listing().name())
        .param("reason", wanted.reason()).param("evidence", wanted.evidence()).param("at", Timestamp.from(clock.instant())).param("by", by.accountId()).param("name", by.displayName()).update();
    if (added == 0) throw new FacilityRefusal.ProposalOpen("", clock.instant());
    return proposal;
  }

  /** The same decision twice is refused: somebody should know that another was first. */
  @Transactional
  public ProviderId decide(UUID id, boolean approved, String words, Actor by) {
    var scope = by.scope().on(SCOPE);
    var proposal = jdbc.sql("select * from facility.listing_proposal where id = :id and " + scope.sql() + " for update").param("id", id).params(scope.params()).query(ListingProposals::read)
        .optional().orElseThrow(NotFound::new);
    if (!proposal.isOpen()) throw new FacilityRefusal.AlreadyDecided();
    if (proposal.proposedBy().equals(by.accountId())) throw new FacilityRefusal.SamePerson();
    jdbc.sql("update facility.listing_proposal set approved = :approved, decision = :words, decided_at = :at, decided_by = :by, decided_name = :name where id = :id").param("approved", approved)
        .param("words", words).param("at", Timestamp.from(clock.instant())).param("by", by.accountId()).param("name", by.displayName()).param("id", id).update();
    var provider = new ProviderId(proposal.provider());
    if (approved) facilities.changeListing(provider, proposal.listing(), LocalDate.now(clock), proposal.reason());
    return provider;
  }

  /** Newest first; {@code open} keeps those that wait. */
  Page<Proposal> page(@Nullable UUID provider, @Nullable Boolean open, @Nullable String region, PageQuery query, Scope scope) {
    var where = new ListConditions(scope.on(SCOPE)).equal("provider_id", provider).region(region);
    if (open != null) where.and("(decided_at is null) = :open", "open", open);
    var total = jdbc.sql("select count(*) from facility.listing_proposal where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = jdbc.sql("select * from facility.listing_proposal where " + where.sql() + " order by " + query.orderBy(SORTABLE, "proposed_at desc", "id") + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(ListingProposals::read).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  List<Proposal> waiting(Scope scope, int most) {
    var where = new ListConditions(scope.on(SCOPE)).and("decided_at is null", "most", most);
    return jdbc.sql("select * from facility.listing_proposal where " + where.sql() + " order by proposed_at limit :most").params(where.params()).query(ListingProposals::read).list();
  }

  private java.util.Optional<Proposal> openOf(ProviderId id) {
    return jdbc.sql("select * from facility.listing_proposal where provider_id = :id and decided_at is null").param("id", id.value()).query(ListingProposals::read).optional();
  }

  private Provider mine(ProviderId id, Actor by) {
    var provider = facilities.findProvider(id).orElseThrow(NotFound::new);
    if (!(by.scope() instanceof Scope.Region mine) || !mine.contains(provider.regionCode())) throw new NotFound();
    return provider;
  }

  private static Proposal read(ResultSet r, int n) throws SQLException {
    var decided = r.getTimestamp("decided_at");
    return new Proposal(r.getObject("id", UUID.class), r.getObject("provider_id", UUID.class), r.getString("region_code"), Listing.valueOf(r.getString("listing")),
        Listing.valueOf(r.getString("former")), r.getString("reason"), r.getString("evidence"), r.getTimestamp("proposed_at").toInstant(), r.getObject("proposed_by", UUID.class),
        r.getString("proposed_name"), r.getObject("approved", Boolean.class), r.getString("decision"), decided == null ? null : decided.toInstant(), r.getString("decided_name"));
  }
}
