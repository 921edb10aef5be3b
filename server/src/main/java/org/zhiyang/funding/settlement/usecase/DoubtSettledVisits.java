package org.zhiyang.funding.settlement.usecase;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.store.Doubts;
import org.zhiyang.service.homecare.VisitDecided;
import org.zhiyang.service.homecare.VisitVerified;

/** Hears when a visit is found abnormal after its month was frozen, and how it was decided then. Hearing the same twice changes nothing. */
@Component
class DoubtSettledVisits {
  private final Doubts doubts;

  DoubtSettledVisits(Doubts doubts) {
    this.doubts = doubts;
  }

  @ApplicationModuleListener
  void on(VisitVerified event) {
    if (!event.normal()) doubts.raise(event.visit().value(), event.flags(), event.occurredAt());
  }

  @ApplicationModuleListener
  void on(VisitDecided event) {
    doubts.decide(event.visit().value(), event.confirmed(), event.occurredAt());
  }
}
