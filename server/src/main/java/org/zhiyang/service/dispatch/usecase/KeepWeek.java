package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.service.dispatch.domain.DayPlan;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.PlanStatus;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.domain.WeekRun;
import org.zhiyang.service.dispatch.store.DayPlans;

/** Keeps what was found for a county's week: a draft for each day of a provider that would change, published by itself where the profile says so. */
@Component
class KeepWeek {
  private static final Logger log = LoggerFactory.getLogger(KeepWeek.class);

  private final Drafts drafts;
  private final DayPlans plans;
  private final PublishPlan publish;
  private final Parameters parameters;
  private final TransactionTemplate transaction;
  private final Clock clock;

  KeepWeek(Drafts drafts, DayPlans plans, PublishPlan publish, Parameters parameters, TransactionTemplate transaction, Clock clock) {
    this.drafts = drafts;
    this.plans = plans;
    this.publish = publish;
    this.parameters = parameters;
    this.transaction = transaction;
    this.clock = clock;
  }

  record Kept(int drafts, int overtaken) {}

  /** @param found one plan for each piece of work, in their order */
  Kept handle(WeekRun run, List<RunWeeks.Work> work, List<DayPlan> found) {
    var made = new ArrayList<StoredPlan>();
    var overtaken = 0;
    for (int i = 0; i < work.size(); i++) {
      var plan = found.get(i);
      if (plan.unserved().isEmpty() && Drafts.changes(work.get(i).day(), plan) == 0) continue;
      var kept = keep(run, work.get(i), plan);
      if (kept.isPresent()) made.add(kept.get());
      else overtaken++;
    }
    if (run.origin() == StoredPlan.Origin.NIGHTLY) made.stream().filter(plan -> isPublishedByItself(run, plan)).forEach(plan -> publish(plan.id()));
    return new Kept(made.size(), overtaken);
  }

  /** Empty when somebody changed the day while the week was being planned, or is at a draft of their own: what they do counts. */
  private Optional<StoredPlan> keep(WeekRun run, RunWeeks.Work work, DayPlan plan) {
    return java.util.Objects.requireNonNull(transaction.execute(t -> {
      plans.lock(work.provider().id(), work.day().day());
      if (plans.versionOf(work.provider().id(), work.day().day()) != work.version() || hasDraftByHand(run, work)) return Optional.empty();
      return Optional.of(drafts.keep(work.provider(), work.day(), plan, run.origin(), run.id(), Actor.PLATFORM));
    }));
  }

  private boolean hasDraftByHand(WeekRun run, RunWeeks.Work work) {
    return run.origin() == StoredPlan.Origin.NIGHTLY && plans.of(work.provider().id(), work.day().day(), new Scope.Everything()).stream()
        .anyMatch(plan -> plan.status() == PlanStatus.DRAFT && plan.origin() == StoredPlan.Origin.BY_HAND);
  }

  private boolean isPublishedByItself(WeekRun run, StoredPlan plan) {
    var today = LocalDate.now(clock);
    var ahead = parameters.get(WeekParameters.PUBLISH, run.region(), plan.day(), today).value();
    return plan.day().isAfter(today) && !plan.day().isAfter(today.plusDays(ahead));
  }

  private void publish(UUID plan) {
    try {
      publish.handle(plan, Actor.PLATFORM);
    } catch (DispatchRefusal refused) {
      log.info("draft {} waits for a person: {}", plan, refused.getMessage());
    }
  }
}
