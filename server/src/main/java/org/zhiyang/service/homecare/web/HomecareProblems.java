package org.zhiyang.service.homecare.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Problems;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.domain.HomecareRefusal;

/** Home care's refusals as problems. */
@RestControllerAdvice
@Order(100)
class HomecareProblems {
  private final WorkforceQueries workforce;

  HomecareProblems(WorkforceQueries workforce) {
    this.workforce = workforce;
  }

  @ExceptionHandler
  ProblemDetail on(HomecareRefusal refusal) {
    return switch (refusal) {
      case HomecareRefusal.WrongStatus r -> conflict("wrong-status", r, fields("state", r.status(), "wanted", r.wanted()));
      case HomecareRefusal.CarerElsewhere r -> conflict("carer-elsewhere", r, fields("carerId", r.carer(), "carerName", name(r.carer()), "from", at(r.from()), "to", at(r.to())));
      case HomecareRefusal.ForeignCarer r -> conflict("foreign-carer", r, fields("carerId", r.carer()));
      case HomecareRefusal.CrewIncomplete r -> conflict("crew-incomplete", r, fields("needed", r.needed(), "given", r.given()));
      case HomecareRefusal.NotQualified r ->
        conflict("not-qualified", r, fields("carerId", r.carer(), "carerName", name(r.carer()), "skill", r.skill(), "minimumCertificate", r.minimumCertificate()));
      case HomecareRefusal.CarerUnwanted r -> conflict("carer-unwanted", r, fields("carerId", r.carer(), "carerName", name(r.carer())));
      case HomecareRefusal.AlreadyDecided r -> conflict("already-decided", r, fields("state", r.status()));
      case HomecareRefusal.AlreadyRated r -> conflict("already-rated", r, Map.of());
      case HomecareRefusal.OfferClosed r -> conflict("offer-closed", r, fields("state", r.status()));
      case HomecareRefusal.OrderClosed r -> conflict("order-closed", r, fields("state", r.status()));
      case HomecareRefusal.ProviderUnfit r -> conflict("provider-unfit", r, fields("why", r.why()));
      case HomecareRefusal.ProviderExcluded r -> conflict("provider-excluded", r, Map.of("because", r.because()));
      case HomecareRefusal.BeyondEntitlement r -> conflict("beyond-entitlement", r,
          fields("leftMinutes", r.quote().leftMinutes(), "promisedMinutes", r.quote().promisedMinutes(), "freeMinutes", r.quote().freeMinutes(), "entitled", r.quote().entitled(), "askedMinutes",
              r.askedMinutes(), "leftVoucherFen", r.quote().leftVoucherFen(), "elderFen", r.quote().shares().elderFen()));
      case HomecareRefusal.UrgentInWork r -> conflict("urgent-in-work", r, fields("orderId", r.order(), "number", OrderPages.number(r.number())));
      case HomecareRefusal.AlreadyOrdered r -> conflict("already-ordered", r, fields("orderId", r.order().id(), "number", OrderPages.number(r.order().number()), "day", r.order().from(),
          "windowFrom", r.order().windowFrom().toString(), "windowTo", r.order().windowTo().toString()));
      case HomecareRefusal.ElderAway r -> conflict("elder-away", r, fields("state", r.status(), "since", r.since()));
      case HomecareRefusal.NoCase r -> conflict("no-case", r, Map.of());
    };
  }

  private @Nullable String name(java.util.UUID carer) {
    return workforce.namesOf(java.util.List.of(new CarerId(carer))).get(new CarerId(carer));
  }

  private static @Nullable Object at(@Nullable Instant moment) {
    return moment == null ? null : moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }

  private static ProblemDetail conflict(String slug, HomecareRefusal refusal, Map<String, ?> fields) {
    return Problems.of(HttpStatus.CONFLICT, "homecare/" + slug, refusal.getMessage(), fields);
  }

  private static Map<String, Object> fields(@Nullable Object... pairs) {
    var fields = new HashMap<String, Object>();
    for (var i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] != null) fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }
}
