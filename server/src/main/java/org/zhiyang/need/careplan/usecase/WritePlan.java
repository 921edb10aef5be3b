package org.zhiyang.need.careplan.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.need.careplan.domain.PlanForm;
import org.zhiyang.need.careplan.domain.PlanQuote;
import org.zhiyang.need.careplan.domain.PlanRefusal;
import org.zhiyang.need.careplan.domain.PlanStatus;
import org.zhiyang.need.careplan.store.Plans;
import org.zhiyang.need.careplan.store.Waiting;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Problems.FieldError;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;

/** Writes, prices, proposes and withdraws a plan before it is accepted. */
@Component
public class WritePlan {
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final Plans plans;
  private final Waiting waiting;
  private final QuotePlan quotes;
  private final Others others;
  private final Clock clock;

  WritePlan(Plans plans, Waiting waiting, QuotePlan quotes, Others others, Clock clock) {
    this.plans = plans;
    this.waiting = waiting;
    this.quotes = quotes;
    this.others = others;
    this.clock = clock;
  }

  /** What this asks of other modules. */
  @Component
  record Others(ElderQueries elders, CareCaseQueries cases, FacilityQueries facilities) {}

  /** A plan as typed. */
  public record Draft(LocalDate from, List<PlanItem> items, boolean ownShareAccepted) {}

  /** Prices a draft; stores nothing. */
  public PlanQuote quote(UUID elder, Draft draft, Actor by) {
    var profile = others.elders.get(new ElderId(elder), by.scope());
    check(draft);
    return quotes.of(profile, draft.from(), draft.items());
  }

  @Transactional
  public UUID create(UUID elder, Draft draft, Actor by) {
    var profile = served(others.elders.get(new ElderId(elder), by.scope()));
    check(draft);
    quotes.of(profile, draft.from(), draft.items());
    plans.lockElder(elder);
    plans.findOpenOf(elder).ifPresent(open -> {
      throw new PlanRefusal.AlreadyOpen(open);
    });
    var careCase = others.cases.findOpenOf(profile.id()).orElseThrow(PlanRefusal.NoOpenCase::new);
    var id = IDS.generate();
    plans.add(id, elder, profile.regionCode(), careCase.value(), draft.from(), draft.ownShareAccepted(), draft.items(), by);
    plans.note(id, "CREATED", by, null, profile.regionCode(), null);
    return id;
  }

  @Transactional
  public void change(UUID id, long version, Draft draft, Actor by) {
    var plan = plans.lock(id, version, by.scope());
    plan.status().to(PlanStatus.DRAFT);
    check(draft);
    quotes.of(served(others.elders.get(new ElderId(plan.elder()), by.scope())), draft.from(), draft.items());
    plans.rewrite(id, draft.from(), draft.ownShareAccepted(), draft.items());
    plans.note(id, "CHANGED", by, null, plan.regionCode(), plan.changeWanted());
  }

  /** Puts the plan before the elder. @throws PlanRefusal.TooEarly while level or entitlement are open; a draft may be written meanwhile
   *  @throws PlanRefusal.BeyondEntitlement unless {@code ownShareAccepted} when the entitlement does not cover it */
  @Transactional
  public void propose(UUID id, long version, boolean ownShareAccepted, Actor by) {
    var plan = plans.lock(id, version, by.scope());
    plan.status().to(PlanStatus.PROPOSED);
    var elder = served(others.elders.get(new ElderId(plan.elder()), by.scope()));
    check(new Draft(plan.from(), plan.items(), ownShareAccepted));
    var missing = others.cases.missingBeforePlan(new CaseId(plan.careCase()));
    if (!missing.isEmpty()) throw new PlanRefusal.TooEarly(missing);
    var quote = quotes.of(elder, plan.from(), plan.items());
    var beyond = quote.beyond();
    if (beyond.isPresent() && !ownShareAccepted) throw new PlanRefusal.BeyondEntitlement(beyond.get());
    plans.propose(id, quote, ownShareAccepted, by);
    plans.note(id, "PROPOSED", by, null, plan.regionCode(), beyond.isPresent() ? "超出待遇的部分由老人自费" : null);
    waiting.remove(plan.elder());
  }

  @Transactional
  public void withdraw(UUID id, long version, @Nullable String reason, Actor by) {
    var plan = plans.lock(id, version, by.scope());
    plan.status().to(PlanStatus.WITHDRAWN);
    plans.withdraw(id);
    plans.note(id, "WITHDRAWN", by, null, plan.regionCode(), reason);
  }

  private void check(Draft draft) {
    var faults = new ArrayList<>(PlanForm.faults(draft.from(), draft.items(), LocalDate.now(clock)));
    for (int i = 0; i < draft.items().size(); i++) {
      var provider = draft.items().get(i).wishedProvider();
      if (provider != null && others.facilities.findProvider(new ProviderId(provider)).isEmpty()) faults.add(new FieldError("items[" + i + "].wishedProvider", "unknown", Map.of()));
    }
    if (!faults.isEmpty()) throw new InvalidInput(faults);
  }

  private static ElderProfile served(ElderProfile elder) {
    elder.requireServed();
    return elder;
  }
}
