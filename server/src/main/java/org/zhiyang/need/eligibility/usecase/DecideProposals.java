package org.zhiyang.need.eligibility.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityDecided;
import org.zhiyang.need.eligibility.Entitlement;
import org.zhiyang.need.eligibility.EntitlementId;
import org.zhiyang.need.eligibility.domain.Determination.Conclusion;
import org.zhiyang.need.eligibility.domain.EligibilityRefusal;
import org.zhiyang.need.eligibility.domain.ProposalStatus;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.need.eligibility.store.Proposals;
import org.zhiyang.need.eligibility.store.Proposals.Proposal;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;

/** A county officer confirms or returns proposals: no decision about a person is the machine's alone. A proposal whose facts or figures have changed since it was
 *  computed is not confirmed but computed anew. */
@Component
public class DecideProposals {
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final Proposals proposals;
  private final Entitlements entitlements;
  private final ComputeEntitlement compute;
  private final ComputeEntitlement.Outside outside;

  DecideProposals(Proposals proposals, Entitlements entitlements, ComputeEntitlement compute, ComputeEntitlement.Outside outside) {
    this.proposals = proposals;
    this.entitlements = entitlements;
    this.compute = compute;
    this.outside = outside;
  }

  /** @param reason required for a return */
  public record Command(Collection<UUID> proposals, boolean confirm, @Nullable String reason, Actor by) {}

  /** What happened to one: CONFIRMED, RETURNED, ALREADY_DECIDED (status tells how it stands), RECOMPUTED (facts had changed; the new proposal waits), NOT_FOUND. */
  public record Result(UUID proposal, String result, @Nullable ProposalStatus status, @Nullable UUID newProposal) {}

  @Transactional
  public List<Result> handle(Command command) {
    var found = proposals.lock(command.proposals(), command.by().scope());
    var results = new ArrayList<Result>();
    for (var proposal : found) {
      if (command.by().elderIds().contains(proposal.elder())) throw new EligibilityRefusal.OwnCase(proposal.id());
      results.add(decide(proposal, command));
    }
    command.proposals().stream().filter(id -> found.stream().noneMatch(p -> p.id().equals(id))).distinct()
        .forEach(id -> results.add(new Result(id, "NOT_FOUND", null, null)));
    return results;
  }

  private Result decide(Proposal proposal, Command command) {
    if (proposal.status() != ProposalStatus.PROPOSED) return new Result(proposal.id(), "ALREADY_DECIDED", proposal.status(), null);
    if (!command.confirm()) {
      proposals.decide(proposal.id(), ProposalStatus.RETURNED, command.by(), command.reason());
      return new Result(proposal.id(), "RETURNED", ProposalStatus.RETURNED, null);
    }
    proposals.lockElder(proposal.elder());
    var elder = outside.elders.list(List.of(new ElderId(proposal.elder()))).get(new ElderId(proposal.elder()));
    var now = compute.decide(elder, LocalDate.now(outside.clock));
    if (!now.determination().amount().equals(proposal.amount()) || now.determination().conclusion() != proposal.conclusion() || !Objects.equals(now.to(), proposal.to())) {
      var anew = compute.handle(new ComputeEntitlement.Command(elder.id(), "确认时发现情况有变，重新测算", command.by()));
      return new Result(proposal.id(), "RECOMPUTED", ProposalStatus.SUPERSEDED, anew.proposal());
    }
    proposals.decide(proposal.id(), ProposalStatus.CONFIRMED, command.by(), command.reason());
    grant(proposal, command.by());
    return new Result(proposal.id(), "CONFIRMED", ProposalStatus.CONFIRMED, null);
  }

  private void grant(Proposal p, Actor by) {
    var elder = new ElderId(p.elder());
    var at = outside.clock.instant();
    var careCase = outside.cases.findOpenOf(elder).orElse(null);
    entitlements.endFrom(elder, p.from(), "被新确认的待遇取代");
    UUID source = p.id();
    if (p.conclusion() == Conclusion.GRANT) {
      var granted = new Entitlement(new EntitlementId(IDS.generate()), elder, p.from(), p.to(), p.amount().minutes(), p.amount().voucherCapFen(), p.amount().voucherRatePermille(), p.ruling());
      entitlements.add(granted, p.regionCode(), p.id(), by.accountId());
      source = granted.id().value();
    }
    if (careCase != null) {
      var reason = p.conclusion() == Conclusion.GRANT ? null : "没有政府保障的待遇，可以自费安排服务";
      outside.caseCommands.reach(careCase, CaseStep.ELIGIBLE, null, new CareCaseCommands.Reached(by, at, p.regionCode(), reason, source));
    }
    outside.events.publishEvent(new EligibilityDecided(elder, careCase, at));
  }
}
