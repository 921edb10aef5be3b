package org.zhiyang.need.careplan.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.careplan.CarePlanAccepted;
import org.zhiyang.need.careplan.CarePlanEnded;
import org.zhiyang.need.careplan.PlanId;
import org.zhiyang.need.careplan.domain.AcceptedHow;
import org.zhiyang.need.careplan.domain.PlanRefusal;
import org.zhiyang.need.careplan.domain.PlanStatus;
import org.zhiyang.need.careplan.store.Plans;
import org.zhiyang.need.careplan.store.Plans.Plan;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** The elder, the proxy, or staff who heard them, say yes or what should be different; a plan in force is ended. */
@Component
public class AnswerPlan {
  private final Plans plans;
  private final QuotePlan quotes;
  private final ElderQueries elders;
  private final CareCaseCommands cases;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AnswerPlan(Plans plans, QuotePlan quotes, ElderQueries elders, CareCaseCommands cases, ApplicationEventPublisher events, Clock clock) {
    this.plans = plans;
    this.quotes = quotes;
    this.elders = elders;
    this.cases = cases;
    this.events = events;
    this.clock = clock;
  }

  /** @param place where it was said, @param note in words; both may be absent for IN_APP */
  public record Acceptance(UUID plan, long version, AcceptedHow how, @Nullable String place, @Nullable String note, Actor by) {}

  /** The plan holds from its first day, or from today if that has passed; the plan before it ends the day before. */
  @Transactional
  public void accept(Acceptance said) {
    var plan = plans.lock(said.plan(), said.version(), said.by().scope());
    plan.status().to(PlanStatus.ACCEPTED);
    plans.lockElder(plan.elder());
    var today = LocalDate.now(clock);
    var from = plan.from().isBefore(today) ? today : plan.from();
    var elder = elders.get(new ElderId(plan.elder()), said.by().scope());
    var quote = quotes.of(elder, from, plan.items());
    var read = plan.quote() == null ? 0 : plan.quote().mostElderFen();
    if (quote.mostElderFen() > read) throw new PlanRefusal.CostRisen(read, quote.mostElderFen());
    for (var former : plans.lockInForceFrom(plan.elder(), from)) end(former, from, "由新计划接替");
    var at = clock.instant();
    plans.accept(plan.id(), from, quote, new Plans.Acceptance(at, said.by().accountId(), said.by().role().key(), Plans.isOnBehalf(said.by()), said.how(), said.place(), said.note()));
    plans.note(plan.id(), "ACCEPTED", said.by(), said.how().name(), said.place(), said.note());
    cases.reach(new CaseId(plan.careCase()), CaseStep.PLANNED, null, new Reached(said.by(), at, said.place() == null ? plan.regionCode() : said.place(), said.note(), plan.id()));
    events.publishEvent(new CarePlanAccepted(new PlanId(plan.id()), elder.id(), new CaseId(plan.careCase()), from, at));
  }

  /** 想改一改: back to those who wrote it, with the elder's words. */
  @Transactional
  public void wantChange(UUID id, long version, String words, @Nullable AcceptedHow how, Actor by) {
    var plan = plans.lock(id, version, by.scope());
    plan.status().to(PlanStatus.CHANGE_WANTED);
    plans.wantChange(id, words);
    plans.note(id, "CHANGE_WANTED", by, how == null ? null : how.name(), null, words);
  }

  /** Staff end a plan in force: no visit on or after {@code to}. */
  @Transactional
  public void end(UUID id, long version, LocalDate to, String reason, Actor by) {
    var plan = plans.lock(id, version, by.scope());
    plan.status().to(PlanStatus.ENDED);
    end(plan, to, reason);
    plans.note(plan.id(), "ENDED", by, null, plan.regionCode(), reason);
    if (plans.lockInForceFrom(plan.elder(), to).isEmpty()) {
      fallBack(plan, reason, by);
    }
  }

  /** The case has no plan any more: also the plans that were followed by another hold its step no longer. */
  private void fallBack(Plan last, String reason, Actor by) {
    for (var plan : plans.listAcceptedOf(last.careCase())) {
      cases.fallBack(new CaseId(last.careCase()), CaseStep.PLANNED, null, new Reached(by, clock.instant(), last.regionCode(), reason, plan));
    }
  }

  /** A closed case: everything in force ends, what is in work is withdrawn. Twice is once. */
  @Transactional
  public void endAll(ElderId elder, LocalDate to, String reason) {
    endInForce(elder, to, reason);
  }

  /** Death, moving away: as {@link #endAll}, and the open case needs a plan again, should the elder come back or never have died. */
  @Transactional
  public void endWithElder(ElderId elder, LocalDate to, String reason) {
    endInForce(elder, to, reason).forEach(plan -> fallBack(plan, reason, Actor.PLATFORM));
  }

  private List<Plan> endInForce(ElderId elder, LocalDate to, String reason) {
    plans.lockElder(elder.value());
    var ended = plans.lockInForceFrom(elder.value(), to);
    for (var plan : ended) {
      end(plan, to, reason);
      plans.note(plan.id(), "ENDED", Actor.PLATFORM, null, plan.regionCode(), reason);
    }
    plans.findOpenOf(elder.value()).ifPresent(open -> {
      plans.withdraw(open);
      plans.note(open, "WITHDRAWN", Actor.PLATFORM, null, null, reason);
    });
    return ended;
  }

  private void end(Plan plan, LocalDate to, String reason) {
    var last = plans.end(plan, to, reason);
    events.publishEvent(new CarePlanEnded(new PlanId(plan.id()), new ElderId(plan.elder()), last, clock.instant()));
  }
}
