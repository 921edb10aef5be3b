package org.zhiyang.need.eligibility.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityDecided;
import org.zhiyang.need.eligibility.Entitlement;
import org.zhiyang.need.eligibility.domain.Amount;
import org.zhiyang.need.eligibility.domain.Answer;
import org.zhiyang.need.eligibility.domain.Determination;
import org.zhiyang.need.eligibility.domain.Determination.Conclusion;
import org.zhiyang.need.eligibility.domain.ProposalStatus;
import org.zhiyang.need.eligibility.rules.RuleBook;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.need.eligibility.store.Proposals;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;

/** Asks the rules about one elder today and stores the ruling and the proposal, also when the answer is no. Supersedes an open proposal; running twice leaves one open. Throws {@code ElderRefusal.NotServed} for the dead and those who moved away. */
@Component
public class ComputeEntitlement {
  static final String RULE = "eligibility.entitlement";
  private static final int VERSION = 1;
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final GatherFacts gather;
  private final RuleBook rules;
  private final RulingStore rulings;
  private final Proposals proposals;
  private final Entitlements entitlements;
  private final Outside outside;

  ComputeEntitlement(GatherFacts gather, RuleBook rules, RulingStore rulings, Proposals proposals, Entitlements entitlements, Outside outside) {
    this.gather = gather;
    this.rules = rules;
    this.rulings = rulings;
    this.proposals = proposals;
    this.entitlements = entitlements;
    this.outside = outside;
  }

  /** What this needs of other modules. */
  @Component
  static class Outside {
    final ElderQueries elders;
    final CareCaseQueries cases;
    final CareCaseCommands caseCommands;
    final ApplicationEventPublisher events;
    final Clock clock;

    Outside(ElderQueries elders, CareCaseQueries cases, CareCaseCommands caseCommands, ApplicationEventPublisher events, Clock clock) {
      this.elders = elders;
      this.cases = cases;
      this.caseCommands = caseCommands;
      this.events = events;
      this.clock = clock;
    }
  }

  /** @param cause why now, in Chinese, for the list */
  public record Command(ElderId elder, String cause, Actor by) {}

  public record Computed(UUID proposal, ProposalStatus status, Conclusion conclusion) {}

  @Transactional
  public Computed handle(Command command) {
    proposals.lockElder(command.elder().value());
    var elder = outside.elders.list(List.of(command.elder())).values().stream().findFirst().orElseThrow(NotFound::new);
    elder.requireServed();
    var today = LocalDate.now(outside.clock);
    var computed = decide(elder, today);
    var id = IDS.generate();
    var subject = new RulingStore.Subject("entitlement", id, elder.regionCode(), elder.id().value(), true);
    var ruling = rulings.store(computed.ruling, subject, outside.clock.instant(), command.by().accountId().toString()).value();
    var careCase = outside.cases.findOpenOf(elder.id());
    var current = entitlements.findOn(elder.id(), today);
    var status = status(computed, elder, current);
    proposals.supersedeOpen(elder.id().value());
    proposals.add(new Proposals.New(id, elder.id().value(), elder.regionCode(), careCase.map(c -> c.value()).orElse(null), status, computed.determination, command.cause(), today,
        computed.to, facts(computed.gathered), computed.gathered.figures(), ruling, command.by()));
    if (status == ProposalStatus.UNCHANGED && careCase.isPresent()) {
      outside.caseCommands.reach(careCase.get(), CaseStep.ELIGIBLE, null, new CareCaseCommands.Reached(command.by(), outside.clock.instant(), elder.regionCode(), "待遇不变",
          current.map(e -> e.id().value()).orElse(id)));
      outside.events.publishEvent(new EligibilityDecided(elder.id(), careCase.get(), outside.clock.instant()));
    }
    return new Computed(id, status, computed.determination.conclusion());
  }

  /** What the rules say today without storing anything.
   *
   *  @param to first day it does not hold any more; null = until changed */
  record Decided(Determination determination, @Nullable LocalDate to, GatherFacts.Gathered gathered, Ruling<Determination> ruling) {}

  Decided decide(ElderProfile elder, LocalDate today) {
    var gathered = gather.of(elder, today);
    var determination = rules.decide(gathered.facts());
    var until = determination.endsWithLevel() ? gathered.levelValidUntil() : null;
    return new Decided(determination, until == null ? null : until.plusDays(1), gathered, ruling(determination, gathered));
  }

  private Ruling<Determination> ruling(Determination determination, GatherFacts.Gathered gathered) {
    var trace = Ruling.by(RULE, VERSION);
    gathered.facts().elder().forEach((name, value) -> trace.fact("elder." + name, value));
    gathered.facts().figure().forEach((name, value) -> trace.fact("figure." + name, value));
    gathered.facts().unknown().forEach((name, why) -> trace.fact(name, "未知：" + why));
    gathered.figures().forEach(trace::parameter);
    rules.rules().stream().map(r -> r.source()).distinct().forEach(trace::source);
    for (var benefit : determination.benefits()) {
      trace.because(benefit.name() + "：" + switch (benefit.answer()) {
        case YES -> "有";
        case NO -> "没有";
        case UNDECIDABLE -> "不能判定";
      });
      benefit.rules().stream().filter(r -> benefit.answer() != Answer.YES || r.code().equals(benefit.decisive())).forEach(r -> {
        trace.because(r.name() + "（" + r.code() + " 第" + r.version() + "版）：" + r.sentence());
        r.gaps().forEach(trace::because);
      });
    }
    return trace.decide(determination);
  }

  private ProposalStatus status(Decided computed, ElderProfile elder, Optional<Entitlement> current) {
    if (computed.determination.conclusion() == Conclusion.UNDECIDABLE) return ProposalStatus.UNDECIDABLE;
    if (computed.determination.conclusion() == Conclusion.NOTHING) {
      var saidNoBefore = proposals.findLastConfirmed(elder.id().value()).map(p -> p.conclusion() == Conclusion.NOTHING).orElse(false);
      return current.isEmpty() && saidNoBefore ? ProposalStatus.UNCHANGED : ProposalStatus.PROPOSED;
    }
    var same = current.isPresent() && amountOf(current.get()).equals(computed.determination.amount()) && java.util.Objects.equals(current.get().to(), computed.to);
    return same ? ProposalStatus.UNCHANGED : ProposalStatus.PROPOSED;
  }

  static Amount amountOf(Entitlement e) {
    return new Amount(e.minutesPerMonth(), e.voucherCapFen(), e.voucherRatePermille());
  }

  private static Object facts(GatherFacts.Gathered gathered) {
    var all = new LinkedHashMap<String, Object>(gathered.facts().elder());
    all.put("unknown", gathered.facts().unknown());
    return all;
  }
}
