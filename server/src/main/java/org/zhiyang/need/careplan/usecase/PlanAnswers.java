package org.zhiyang.need.careplan.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiyang.need.careplan.CarePlan;
import org.zhiyang.need.careplan.CarePlanQueries;
import org.zhiyang.need.careplan.PlanId;
import org.zhiyang.need.careplan.store.Plans;
import org.zhiyang.need.careplan.store.Plans.Plan;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.registry.elder.ElderId;

/** Answers other modules: plans that were accepted; drafts and proposals are nobody else's business. */
@Component
class PlanAnswers implements CarePlanQueries {
  private final Plans plans;

  PlanAnswers(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Optional<CarePlan> find(PlanId id) {
    return plans.find(id.value(), new Scope.Everything()).filter(p -> p.acceptance() != null).map(PlanAnswers::outside);
  }

  @Override
  public Optional<CarePlan> findActiveOf(ElderId elder, LocalDate day) {
    return plans.findInForce(elder.value(), day).map(PlanAnswers::outside);
  }

  @Override
  public List<PlanId> listActive(LocalDate from, LocalDate to) {
    return plans.listInForce(from, to).stream().map(PlanId::new).toList();
  }

  private static CarePlan outside(Plan p) {
    return new CarePlan(new PlanId(p.id()), new ElderId(p.elder()), new CaseId(p.careCase()), p.from(), p.to(), p.items());
  }
}
