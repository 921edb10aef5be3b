package org.zhiyang.registry.facility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 失信名单: proposals to list a provider or to take it off the list, and the second person's decision. */
@RestController
class ListingController {
  private final ListingProposals proposals;
  private final Facilities facilities;
  private final RegionQueries regions;
  private final CurrentActor current;

  ListingController(ListingProposals proposals, Facilities facilities, RegionQueries regions, CurrentActor current) {
    this.proposals = proposals;
    this.facilities = facilities;
    this.regions = regions;
    this.current = current;
  }

  /** @param mayDecide the reader is a second person */
  record Row(UUID id, UUID providerId, String providerName, String regionCode, String regionName, Listing listing, Listing former, String reason, String evidence, OffsetDateTime proposedAt,
      String proposedBy, @Nullable Boolean approved, @Nullable String decision, @Nullable OffsetDateTime decidedAt, @Nullable String decidedBy, boolean mayDecide) {}

  @GetMapping("/api/listing-proposals")
  @Guarded(permission = "facility.write")
  Page<Row> list(@Valid PageQuery query, @RequestParam @Nullable UUID provider, @RequestParam @Nullable Boolean open, @RequestParam @Nullable String region) {
    var actor = current.get();
    var page = proposals.page(provider, open, region, query, actor.scope());
    var providers = facilities.listProviders(page.items().stream().map(p -> new ProviderId(p.provider())).distinct().toList());
    return page.map(p -> {
      var of = providers.get(new ProviderId(p.provider()));
      return new Row(p.id(), p.provider(), of == null ? "" : of.name(), p.regionCode(), regions.fullName(new RegionCode(p.regionCode())), p.listing(), p.former(), p.reason(), p.evidence(),
          at(p.proposedAt()), p.proposedName(), p.approved(), p.decision(), p.decidedAt() == null ? null : at(p.decidedAt()), p.decidedName(), p.isOpen() && !p.proposedBy().equals(actor.accountId()));
    });
  }

  record ProposalRequest(@NotNull Listing listing, @NotBlank @Size(min = 4, max = 500) String reason, @NotBlank @Size(min = 4, max = 1000) String evidence) {}

  record Proposed(UUID id) {}

  /** An officer of the provider's region proposes; nothing changes before a second person approved. */
  @PostMapping("/api/providers/{id}/listing-proposals")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "facility.write", audit = true)
  Proposed propose(@PathVariable UUID id, @Valid @RequestBody ProposalRequest body) {
    return new Proposed(proposals.propose(new ProviderId(id), new ListingProposals.Wanted(body.listing(), body.reason().strip(), body.evidence().strip()), current.get()));
  }

  record DecisionRequest(@NotNull Boolean approved, @NotBlank @Size(min = 4, max = 500) String words) {}

  /** @param listing as it stands after the decision */
  record Decided(UUID providerId, Listing listing) {}

  @PostMapping("/api/listing-proposals/{id}/decision")
  @Guarded(permission = "facility.write", audit = true)
  Decided decide(@PathVariable UUID id, @Valid @RequestBody DecisionRequest body) {
    var provider = proposals.decide(id, body.approved(), body.words().strip(), current.get());
    return new Decided(provider.value(), facilities.findProvider(provider).orElseThrow().listing());
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
