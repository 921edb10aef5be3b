package org.zhiyang.need.eligibility.usecase;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.EligibilityDecided;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;

/** What becomes of the open case of somebody who never died, or came back from where they had moved. */
@Component
class Resumption {
  private final Entitlements entitlements;
  private final ComputeEntitlement.Outside outside;

  Resumption(Entitlements entitlements, ComputeEntitlement.Outside outside) {
    this.entitlements = entitlements;
    this.outside = outside;
  }

  /** Tells what is in force today, so that it is planned anew; false when nothing is. */
  boolean resume(ElderId elder) {
    if (entitlements.findOn(elder, LocalDate.now(outside.clock)).isEmpty()) return false;
    outside.events.publishEvent(new EligibilityDecided(elder, outside.cases.findOpenOf(elder).orElse(null), outside.clock.instant()));
    return true;
  }

  boolean hasOpenCase(ElderId elder) {
    return outside.cases.findOpenOf(elder).isPresent();
  }

  /** What was granted holds no more: the case asks for its entitlement again. */
  void fallBack(ElderId elder, String why) {
    var at = outside.clock.instant();
    outside.cases.findOpenOf(elder).ifPresent(careCase -> entitlements.listEverOf(elder).forEach(granted ->
        outside.caseCommands.fallBack(careCase, CaseStep.ELIGIBLE, null, new Reached(Actor.PLATFORM, at, outside.elders.get(elder, Actor.PLATFORM.scope()).regionCode(), why, granted))));
  }
}
