package org.zhiyang.service.homecare.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.HomecareCommands;
import org.zhiyang.service.homecare.VisitId;

/** Home care's acts for other modules. */
@Component
class HomecareActs implements HomecareCommands {
  private final AssignVisit assign;
  private final DecideVisit decide;
  private final RateVisit rate;

  HomecareActs(AssignVisit assign, DecideVisit decide, RateVisit rate) {
    this.assign = assign;
    this.decide = decide;
    this.rate = rate;
  }

  @Override
  public void assign(VisitId visit, List<CarerId> carers, Instant from, boolean fixedByHand, Actor by) {
    assign.assign(visit, carers, from, fixedByHand, by);
  }

  @Override
  public void unassign(VisitId visit, Actor by, String why) {
    assign.unassign(visit, by, why);
  }

  @Override
  public void decide(VisitId visit, boolean confirmed, String reason, Actor by) {
    decide.handle(visit, confirmed, reason, by);
  }

  @Override
  public UUID rate(VisitId visit, int stars, String words, Actor by) {
    return rate.handle(visit, stars, words, by);
  }
}
