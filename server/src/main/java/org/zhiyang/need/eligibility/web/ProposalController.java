package org.zhiyang.need.eligibility.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.eligibility.Entitlement;
import org.zhiyang.need.eligibility.domain.Determination.Conclusion;
import org.zhiyang.need.eligibility.domain.ProposalStatus;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.need.eligibility.store.Proposals;
import org.zhiyang.need.eligibility.usecase.DecideProposals;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;

/** 资格与测算: the list of proposals and their decision, one or many. */
@RestController
class ProposalController {
  private final Proposals proposals;
  private final Entitlements entitlements;
  private final DecideProposals decide;
  private final ElderQueries elders;
  private final RegionQueries regions;
  private final CurrentActor current;
  private final Clock clock;

  ProposalController(Proposals proposals, Entitlements entitlements, DecideProposals decide, ElderQueries elders, RegionQueries regions, CurrentActor current, Clock clock) {
    this.proposals = proposals;
    this.entitlements = entitlements;
    this.decide = decide;
    this.elders = elders;
    this.regions = regions;
    this.current = current;
    this.clock = clock;
  }

  record Person(UUID id, String name, @Nullable Integer age, @Nullable String level) {}

  /** {@code toOn} is exclusive; the now… figures are what the elder has today, 0 for nothing. */
  record ProposalRow(UUID id, Person elder, String regionCode, String regionName, ProposalStatus status, String statusName, Conclusion conclusion, String cause, LocalDate fromOn,
      @Nullable LocalDate toOn, int minutesPerMonth, long voucherCapFen, int voucherRatePermille, int nowMinutesPerMonth, long nowVoucherCapFen, List<String> missing, UUID rulingId,
      OffsetDateTime computedAt, @Nullable OffsetDateTime decidedAt, @Nullable String reason) {}

  @GetMapping("/api/entitlement-proposals")
  @Guarded(permission = "eligibility.read", audit = true)
  Page<ProposalRow> list(@Valid PageQuery query, @RequestParam @Nullable ProposalStatus status, @RequestParam @Nullable Conclusion conclusion,
      @RequestParam @Nullable String region, @RequestParam @Nullable UUID elder) {
    var page = proposals.page(new Proposals.Filter(status, conclusion, region, elder), query, current.scope());
    var today = LocalDate.now(clock);
    var people = elders.list(page.items().stream().map(p -> new ElderId(p.elder())).distinct().toList());
    var now = entitlements.listOn(page.items().stream().map(Proposals.Proposal::elder).distinct().toList(), today);
    return page.map(p -> row(p, people.get(new ElderId(p.elder())), now.get(p.elder()), today));
  }

  private ProposalRow row(Proposals.Proposal p, @Nullable ElderProfile elder, @Nullable Entitlement now, LocalDate today) {
    var person = elder == null ? new Person(p.elder(), "", null, null) : new Person(p.elder(), elder.name(), elder.ageOn(today), elder.levelOn(today));
    var missing = p.benefits().stream().flatMap(b -> b.rules().stream()).flatMap(r -> r.missing().stream()).distinct().toList();
    return new ProposalRow(p.id(), person, p.regionCode(), regions.fullName(new RegionCode(p.regionCode())), p.status(), p.status().chinese(), p.conclusion(), p.cause(), p.from(), p.to(),
        p.amount().minutes(), p.amount().voucherCapFen(), p.amount().voucherRatePermille(), now == null ? 0 : now.minutesPerMonth(), now == null ? 0 : now.voucherCapFen(), missing,
        p.ruling(), at(p.computedAt()), p.decidedAt() == null ? null : at(p.decidedAt()), p.reason());
  }

  enum Decision { CONFIRM, RETURN }

  record DecisionRequest(@NotEmpty @Size(max = 200) List<@NotNull UUID> ids, @NotNull Decision decision, @Nullable @Size(max = 500) String reason) {}

  record DecisionResponse(long confirmed, long returned, List<DecideProposals.Result> results) {}

  /** Decides up to 200 proposals together; those that cannot be decided any more are told one by one and stay as they are. */
  @PostMapping("/api/entitlement-proposals/decisions")
  @Guarded(permission = "eligibility.decide", audit = true)
  DecisionResponse decide(@Valid @RequestBody DecisionRequest body) {
    var reason = body.reason() == null || body.reason().isBlank() ? null : body.reason().strip();
    if (body.decision() == Decision.RETURN && reason == null) throw new InvalidInput("reason", "required");
    var results = decide.handle(new DecideProposals.Command(body.ids().stream().distinct().toList(), body.decision() == Decision.CONFIRM, reason, current.get()));
    return new DecisionResponse(results.stream().filter(r -> r.result().equals("CONFIRMED")).count(), results.stream().filter(r -> r.result().equals("RETURNED")).count(), results);
  }

  private OffsetDateTime at(Instant moment) {
    return moment.atZone(clock.getZone()).toOffsetDateTime();
  }
}
