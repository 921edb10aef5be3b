package org.zhiyang.service.homecare.usecase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.ElderProfile;

/** What whoever enters a single order sees before: which services there are, and who would pay. Reserves nothing, so it is no promise: {@link PlaceOrders} decides. */
@Component
public class QuoteOrder {
  private final ElderQueries elders;
  private final EligibilityQueries eligibility;
  private final Promises promises;
  private final Cover cover;
  private final CareCaseQueries cases;

  QuoteOrder(ElderQueries elders, EligibilityQueries eligibility, Promises promises, Cover cover, CareCaseQueries cases) {
    this.elders = elders;
    this.eligibility = eligibility;
    this.promises = promises;
    this.cover = cover;
    this.cases = cases;
  }

  /** @param openCase false: the elder gets no services before a need is captured; @param away nobody would be at home that day, null: somebody is; @param services those that are planned, with the
   *  prices of the day */
  public record Offer(boolean openCase, @Nullable ElderStatus away, List<ServiceItem> services) {}

  /** @param askedMinutes of the entitlement, 0 where the service does not count against it; @param of what the day's month holds before this order */
  public record Quote(int askedMinutes, org.zhiyang.need.eligibility.Quote of) {}

  public Offer offer(ElderId elder, LocalDate day, Actor by) {
    var profile = served(elder, day, by);
    return new Offer(cases.findOpenOf(elder).isPresent(), elders.wasAbsentOn(elder, day) ? profile.status() : null, eligibility.serviceList(profile.regionCode(), day).stream().filter(item -> !item.isUrgent()).toList());
  }

  public Quote quote(ElderId elder, String service, int units, LocalDate day, Actor by) {
    var profile = served(elder, day, by);
    var item = eligibility.serviceItem(service, profile.regionCode(), day);
    if (item.isUrgent()) throw new InvalidInput("service", "urgent");
    cover.requireOneVisit(item, units, profile.regionCode(), day);
    var quote = eligibility.quote(elder, new PlannedUse(day, item, units), promises.ofElder(elder.value(), YearMonth.from(day)));
    return new Quote(item.countsAgainstHours() ? units * item.durationMinutes() : 0, quote);
  }

  private ElderProfile served(ElderId elder, LocalDate day, Actor by) {
    var profile = elders.get(elder, by.scope());
    profile.requireServed();
    cover.requireNear(profile, day);
    return profile;
  }
}
