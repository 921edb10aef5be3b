package org.zhiyang.need.eligibility.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
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
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.Entitlement;
import org.zhiyang.need.eligibility.domain.BenefitDecision;
import org.zhiyang.need.eligibility.domain.Determination.Conclusion;
import org.zhiyang.need.eligibility.domain.ProposalStatus;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.need.eligibility.store.Proposals;
import org.zhiyang.need.eligibility.usecase.ComputeEntitlement;
import org.zhiyang.need.eligibility.usecase.ServiceCatalogue;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.city.CityProfile;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import tools.jackson.databind.JsonNode;

/** One elder's benefits with their reasons, the balance of a month, the service list. */
@RestController
class EntitlementController {
  private static final int HISTORY = 20;

  private final Proposals proposals;
  private final Entitlements entitlements;
  private final EligibilityQueries queries;
  private final ServiceCatalogue catalogue;
  private final ComputeEntitlement compute;
  private final ElderQueries elders;
  private final CurrentActor current;
  private final CityProfile city;
  private final Clock clock;

  EntitlementController(Proposals proposals, Entitlements entitlements, EligibilityQueries queries, ServiceCatalogue catalogue, ComputeEntitlement compute, ElderQueries elders,
      CurrentActor current, CityProfile city, Clock clock) {
    this.proposals = proposals;
    this.entitlements = entitlements;
    this.queries = queries;
    this.catalogue = catalogue;
    this.compute = compute;
    this.elders = elders;
    this.current = current;
    this.city = city;
    this.clock = clock;
  }

  /** {@code toOn} exclusive; null = until changed. */
  record EntitlementView(UUID id, LocalDate fromOn, @Nullable LocalDate toOn, int minutesPerMonth, long voucherCapFen, int voucherRatePermille, UUID rulingId) {
    static EntitlementView of(Entitlement e) {
      return new EntitlementView(e.id().value(), e.from(), e.to(), e.minutesPerMonth(), e.voucherCapFen(), e.voucherRatePermille(), e.ruling());
    }
  }

  record ComputationRow(UUID id, ProposalStatus status, String statusName, Conclusion conclusion, String cause, int minutesPerMonth, long voucherCapFen, OffsetDateTime computedAt,
      @Nullable OffsetDateTime decidedAt, @Nullable String reason, UUID rulingId) {}

  /** The newest computation with each benefit's rules; {@code facts} as the rules saw them, {@code facts.unknown} tells what is not known and why. */
  record ComputationView(ComputationRow computation, LocalDate fromOn, @Nullable LocalDate toOn, List<BenefitDecision> benefits, JsonNode facts, JsonNode figures) {}

  /** {@code current} is what the elder has today; null for nothing. {@code latest} is null before the first computation. */
  record EntitlementsOfElder(UUID elderId, String elderName, @Nullable EntitlementView current, List<EntitlementView> periods, @Nullable ComputationView latest, List<ComputationRow> history) {}

  @GetMapping("/api/elders/{id}/entitlements")
  @Guarded(permission = "eligibility.read", audit = true)
  EntitlementsOfElder read(@PathVariable UUID id) {
    var scope = current.scope();
    var elder = elders.get(new ElderId(id), scope);
    var history = proposals.history(id, scope, HISTORY);
    var latest = history.isEmpty() ? null : history.getFirst();
    var view = latest == null ? null : new ComputationView(row(latest), latest.from(), latest.to(), latest.benefits(), latest.facts(), latest.figures());
    return new EntitlementsOfElder(id, elder.name(), entitlements.findOn(elder.id(), LocalDate.now(clock)).map(EntitlementView::of).orElse(null),
        entitlements.listOf(elder.id()).stream().map(EntitlementView::of).toList(), view, history.stream().map(this::row).toList());
  }

  private ComputationRow row(Proposals.Proposal p) {
    return new ComputationRow(p.id(), p.status(), p.status().chinese(), p.conclusion(), p.cause(), p.amount().minutes(), p.amount().voucherCapFen(),
        p.computedAt().atZone(clock.getZone()).toOffsetDateTime(), p.decidedAt() == null ? null : p.decidedAt().atZone(clock.getZone()).toOffsetDateTime(), p.reason(), p.ruling());
  }

  record ComputationRequest(@Nullable @Size(max = 200) String cause) {}

  @PostMapping("/api/elders/{id}/entitlement-computations")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "eligibility.compute", audit = true)
  ComputeEntitlement.Computed compute(@PathVariable UUID id, @Valid @RequestBody ComputationRequest body) {
    var elder = elders.get(new ElderId(id), current.scope());
    var cause = body.cause() == null || body.cause().isBlank() ? "人工重新测算" : body.cause().strip();
    return compute.handle(new ComputeEntitlement.Command(elder.id(), cause, current.get()));
  }

  record BalanceView(YearMonth month, int grantedMinutes, int reservedMinutes, int usedMinutes, int leftMinutes, long voucherCapFen, long voucherReservedFen, long voucherUsedFen, long leftVoucherFen) {}

  /** {@code month} as YYYY-MM, this month when left out. */
  @GetMapping("/api/elders/{id}/balance")
  @Guarded(permission = "eligibility.read", audit = true)
  BalanceView balance(@PathVariable UUID id, @RequestParam @Nullable YearMonth month) {
    var elder = elders.get(new ElderId(id), current.scope());
    var b = queries.balanceOf(elder.id(), month == null ? YearMonth.now(clock) : month);
    return new BalanceView(b.month(), b.grantedMinutes(), b.reservedMinutes(), b.usedMinutes(), b.leftMinutes(), b.voucherCapFen(), b.voucherReservedFen(), b.voucherUsedFen(), b.leftVoucherFen());
  }

  /** The service list (服务清单) with the prices of a day in a place: the whole city and today when left out. */
  @GetMapping("/api/service-items")
  @Guarded(permission = Guarded.SIGNED_IN)
  List<ServiceCatalogue.Offer> serviceItems(@RequestParam @Nullable String region, @RequestParam @Nullable LocalDate day) {
    if (region != null && !RegionCode.isWellFormed(region)) throw new InvalidInput("region", "pattern");
    return catalogue.offers(region == null ? city.code() : region, day == null ? LocalDate.now(clock) : day);
  }
}
