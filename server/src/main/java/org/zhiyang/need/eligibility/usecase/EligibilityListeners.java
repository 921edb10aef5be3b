package org.zhiyang.need.eligibility.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AssessmentCompleted;
import org.zhiyang.need.assessment.AssessmentExpired;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.need.eligibility.store.Proposals;
import org.zhiyang.need.intake.NeedCaptured;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.ElderStatusChanged;

/** What happens elsewhere that changes what an elder is entitled to. Each is safe to run twice. */
@Component
class EligibilityListeners {
  private final ComputeEntitlement compute;
  private final Entitlements entitlements;
  private final Proposals proposals;
  private final Resumption resumption;
  private final ElderQueries elders;
  private final Clock clock;

  EligibilityListeners(ComputeEntitlement compute, Entitlements entitlements, Proposals proposals, Resumption resumption, ElderQueries elders, Clock clock) {
    this.compute = compute;
    this.entitlements = entitlements;
    this.proposals = proposals;
    this.resumption = resumption;
    this.elders = elders;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(AssessmentCompleted event) {
    if (isServed(event.elder())) compute.handle(new ComputeEntitlement.Command(event.elder(), "能力评估生效", Actor.PLATFORM));
  }

  @ApplicationModuleListener
  void on(AssessmentExpired event) {
    if (isServed(event.elder())) compute.handle(new ComputeEntitlement.Command(event.elder(), "能力评估到期", Actor.PLATFORM));
  }

  /** What was told before a death or a move may arrive after it. */
  private boolean isServed(ElderId id) {
    var elder = elders.list(List.of(id)).get(id);
    return elder != null && elder.status().isServed();
  }

  /** Somebody whose level is still in force is not assessed again: what it grants is worked out with the need. */
  @ApplicationModuleListener
  void on(NeedCaptured event) {
    if (!event.firstOfCase()) return;
    var elder = elders.list(List.of(event.elder())).get(event.elder());
    if (elder == null || !elder.status().isServed() || !elder.hasLevelOn(LocalDate.now(clock))) return;
    compute.handle(new ComputeEntitlement.Command(event.elder(), "登记了服务需求，沿用有效期内的能力等级", Actor.PLATFORM));
  }

  /** Death and moving away are facts a person recorded with a reason: what was granted ends with them. Coming back is computed anew, and the case asks for its entitlement again. */
  @ApplicationModuleListener
  void on(ElderStatusChanged event) {
    if (event.takesDeathBack()) {
      restore(event, null);
      if (!resumption.resume(event.elder()) && resumption.hasOpenCase(event.elder()) && isServed(event.elder())) {
        compute.handle(new ComputeEntitlement.Command(event.elder(), "去世登记已撤销", Actor.PLATFORM));
      }
    } else if (event.to() == ElderStatus.DECEASED || event.to() == ElderStatus.MOVED) {
      if (event.formerly() != null && event.formerly().isBefore(event.since())) restore(event, event.since());
      proposals.lockElder(event.elder().value());
      proposals.supersedeOpen(event.elder().value());
      entitlements.endFrom(event.elder(), event.since(), event.to() == ElderStatus.DECEASED ? "老人去世" : "老人迁出");
    } else if (event.from() == ElderStatus.MOVED && !resumption.resume(event.elder()) && isServed(event.elder())) {
      resumption.fallBack(event.elder(), "老人曾迁出，待遇已停");
      compute.handle(new ComputeEntitlement.Command(event.elder(), "老人迁回本市", Actor.PLATFORM));
    }
  }

  /** What ended on the day that was wrong holds again: until the right day, at most as long as it was granted. */
  private void restore(ElderStatusChanged event, @Nullable LocalDate until) {
    var elder = elders.list(List.of(event.elder())).get(event.elder());
    if (elder == null || event.formerly() == null) return;
    proposals.lockElder(event.elder().value());
    entitlements.restore(event.elder(), elder.regionCode(), event.formerly(), until);
  }
}
