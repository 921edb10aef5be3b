package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Problems;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.service.homecare.domain.HomecareRefusal;

/** Looks whether an order is one visit and within the entitlement before it is placed: what the agreed plan and earlier orders will need is theirs already. */
@Component
class Cover {
  private final EligibilityQueries eligibility;
  private final EligibilityCommands balance;
  private final Promises promises;
  private final ElderQueries elders;
  private final HomecareParameters parameters;
  private final Clock clock;

  Cover(EligibilityQueries eligibility, EligibilityCommands balance, Promises promises, ElderQueries elders, HomecareParameters parameters, Clock clock) {
    this.eligibility = eligibility;
    this.balance = balance;
    this.promises = promises;
    this.elders = elders;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** @throws InvalidInput for more units than one visit can hold */
  void requireOneVisit(ServiceItem item, int units, String region, LocalDate day) {
    var most = eligibility.mostUnitsAVisit(item, region, day);
    if (units > most) throw new InvalidInput(List.of(new Problems.FieldError("units", "too-long", Map.of("most", most))));
  }

  /** @throws InvalidInput for a day that is past or too far ahead; @throws HomecareRefusal.ElderAway when nobody would be at home */
  void requireDay(ElderProfile elder, LocalDate day) {
    requireNear(elder, day);
    if (elders.wasAbsentOn(elder.id(), day)) throw new HomecareRefusal.ElderAway(elder.status(), elder.statusSince());
  }

  /** As {@link #requireDay}, without asking whether anybody is at home. */
  void requireNear(ElderProfile elder, LocalDate day) {
    var today = LocalDate.now(clock);
    if (day.isBefore(today)) throw new InvalidInput("day", "past");
    var latest = today.plusDays(parameters.get(HomecareParameters.SINGLE_AHEAD, elder.regionCode(), today).value());
    if (day.isAfter(latest)) throw new InvalidInput(List.of(new Problems.FieldError("day", "too-late", Map.of("latest", latest))));
  }

  /** Until the transaction ends nobody else places an order for the elder on a day of this month. */
  @Transactional(propagation = Propagation.MANDATORY)
  void hold(ElderId elder, LocalDate day) {
    balance.hold(elder, YearMonth.from(day));
  }

  /** The month is held ({@link #hold}). @param elderPays the elder agreed to pay what neither minutes nor voucher cover
   *  @throws HomecareRefusal.BeyondEntitlement when something would be the elder's who did not agree */
  @Transactional(propagation = Propagation.MANDATORY)
  void require(ElderId elder, ServiceItem item, int units, LocalDate day, boolean elderPays) {
    if (elderPays) return;
    var month = YearMonth.from(day);
    var quote = eligibility.quote(elder, new PlannedUse(day, item, units), promises.ofElder(elder.value(), month));
    if (quote.shares().elderFen() > 0) throw new HomecareRefusal.BeyondEntitlement(quote, units * item.durationMinutes());
  }
}
