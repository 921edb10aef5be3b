package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.need.careplan.CarePlanAccepted;
import org.zhiyang.need.careplan.CarePlanEnded;
import org.zhiyang.need.intake.CareCaseClosed;
import org.zhiyang.registry.elder.ElderHomeChanged;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.ElderStatusChanged;
import org.zhiyang.registry.facility.Listing;
import org.zhiyang.registry.facility.ProviderListed;

/** News from the modules below that change orders; each may arrive twice. */
@Component
class HomecareListeners {
  private final PlaceOrders place;
  private final EndOrders end;
  private final ReopenVisits reopen;
  private final MissVisits miss;
  private final Homes homes;
  private final Clock clock;

  HomecareListeners(PlaceOrders place, EndOrders end, ReopenVisits reopen, MissVisits miss, Homes homes, Clock clock) {
    this.place = place;
    this.end = end;
    this.reopen = reopen;
    this.miss = miss;
    this.homes = homes;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(CarePlanAccepted event) {
    place.fromPlan(event.plan());
  }

  @ApplicationModuleListener
  void on(CarePlanEnded event) {
    end.ofPlan(event.plan().value(), event.to());
  }

  @ApplicationModuleListener
  void on(CareCaseClosed event) {
    end.ofCase(event.careCase().value(), LocalDate.now(clock));
  }

  @ApplicationModuleListener
  void on(ElderStatusChanged event) {
    var elder = event.elder().value();
    end.hold(elder);
    putBack(event);
    switch (event.to()) {
      case DECEASED -> end.ofElder(elder, event.since(), "老人去世");
      case MOVED -> end.ofElder(elder, event.since(), "老人迁出");
      case IN_HOSPITAL -> end.suspend(elder, event.since(), "老人住院");
      case AWAY -> end.suspend(elder, event.since(), "老人外出");
      case LIVING -> end.resume(elder);
    }
    if (event.to() != ElderStatus.LIVING) {
      reopen.ofAbsent(elder, event.since(), event.to());
      miss.ofAbsent(elder, event.since(), event.to());
    }
  }

  /** Days the elder was not away after all. An absence that ends leaves those before its end as they are. */
  private void putBack(ElderStatusChanged event) {
    var from = event.endsAbsence() ? event.since() : event.formerly();
    if (from == null) return;
    var why = whyPresent(event);
    reopen.ofPresent(event.elder().value(), from, why);
    miss.ofPresent(event.elder().value(), from, why);
  }

  private static String whyPresent(ElderStatusChanged event) {
    if (event.takesDeathBack()) return "去世登记有误，已撤销：老人当天不在“不在家”登记内";
    if (event.takesAbsenceBack()) return "自 %s 起的“%s”登记有误，已撤销：老人当天在家".formatted(event.since(), event.from().chinese());
    if (event.endsAbsence()) return "老人自 %s 起已不是“%s”：当天在家".formatted(event.since(), event.from().chinese());
    return "“%s”的日期由 %s 更正为 %s".formatted(event.to().chinese(), event.formerly(), event.since());
  }

  @ApplicationModuleListener
  void on(ElderHomeChanged event) {
    homes.moved(event.elder());
  }

  @ApplicationModuleListener
  void on(ProviderListed event) {
    if (event.listing() == Listing.DEFAULTED) end.leaveProvider(event.provider().value(), event.since());
  }
}
