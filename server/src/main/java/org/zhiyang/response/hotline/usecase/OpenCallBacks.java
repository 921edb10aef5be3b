package org.zhiyang.response.hotline.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.response.hotline.domain.CallBack;
import org.zhiyang.response.hotline.domain.CallBackFacts;
import org.zhiyang.response.hotline.domain.CallBacks;
import org.zhiyang.response.hotline.domain.CallShare;
import org.zhiyang.service.homecare.VisitDecided;
import org.zhiyang.service.homecare.VisitVerified;

/** Follows the news from home care: abnormal and sampled visits become call-backs, visits decided elsewhere close theirs. Hearing the same twice changes nothing. */
@Component
class OpenCallBacks {
  private final CallBacks callBacks;
  private final Parameters parameters;
  private final Clock clock;

  OpenCallBacks(CallBacks callBacks, Parameters parameters, Clock clock) {
    this.callBacks = callBacks;
    this.parameters = parameters;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(VisitVerified event) {
    if (event.normal() && !event.sampled()) return;
    var today = LocalDate.now(clock);
    var days = parameters.get(HotlineParameters.DAYS, event.regionCode(), event.serviceDay(), today).value();
    var facts = new CallBackFacts(Generators.timeBasedEpochGenerator().generate(), event.visit(), event.elder().value(), event.provider().value(), event.regionCode(), event.serviceDay(),
        event.normal(), event.flags(), clock.instant(), today.plusDays(days));
    var share = parameters.get(HotlineParameters.ABNORMAL_SHARE, event.regionCode(), event.serviceDay(), today).value();
    var call = event.sampled() || CallShare.takes(event.visit().value(), share);
    var added = callBacks.add(call ? CallBack.open(facts) : CallBack.openForOfficer(facts));
    if (!added && !event.normal()) callBacks.keepFlags(event.visit(), event.flags());
  }

  @ApplicationModuleListener
  void on(VisitDecided event) {
    callBacks.findOf(event.visit()).ifPresent(callBack -> {
      callBack.closeAsDecidedOtherwise(event.confirmed(), clock.instant());
      callBacks.save(callBack);
    });
  }
}
