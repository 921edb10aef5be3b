package org.zhiyang.need.careplan.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.need.careplan.store.Plans;
import org.zhiyang.need.careplan.store.Waiting;
import org.zhiyang.need.eligibility.EligibilityDecided;
import org.zhiyang.need.intake.CareCaseClosed;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.ElderStatusChanged;

/** What happens elsewhere that begins or ends planning. Each is safe to run twice. */
@Component
class PlanListeners {
  private final AnswerPlan answer;
  private final Plans plans;
  private final Waiting waiting;
  private final WatchOwnShare own;
  private final ElderQueries elders;
  private final Clock clock;

  PlanListeners(AnswerPlan answer, Plans plans, Waiting waiting, WatchOwnShare own, ElderQueries elders, Clock clock) {
    this.answer = answer;
    this.plans = plans;
    this.waiting = waiting;
    this.own = own;
    this.elders = elders;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(EligibilityDecided event) {
    own.ofElder(event.elder());
    if (event.careCase() != null) plan(event.elder());
  }

  private void plan(ElderId id) {
    var elder = id.value();
    if (plans.findOpenOf(elder).isPresent() || !plans.lockInForceFrom(elder, LocalDate.now(clock)).isEmpty()) return;
    var profile = elders.list(List.of(id)).get(id);
    if (profile != null && profile.status().isServed()) waiting.add(elder, profile.regionCode());
  }

  @ApplicationModuleListener
  void on(ElderStatusChanged event) {
    if (event.to() != ElderStatus.DECEASED && event.to() != ElderStatus.MOVED) return;
    waiting.remove(event.elder().value());
    answer.endWithElder(event.elder(), event.since(), event.to() == ElderStatus.DECEASED ? "老人去世" : "老人迁出");
  }

  @ApplicationModuleListener
  void on(CareCaseClosed event) {
    waiting.remove(event.elder().value());
    answer.endAll(event.elder(), event.occurredAt().atZone(clock.getZone()).toLocalDate(), "服务案例结案");
  }
}
