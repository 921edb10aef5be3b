package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.OrderId;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.service.homecare.domain.ServiceOrder;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import org.zhiyang.service.homecare.store.Orders;

/** Providers answer, questions lapse, a county officer assigns by hand, an order is put to all providers again. */
@Component
public class AnswerOffers {
  private final Orders orders;
  private final MatchOrder match;
  private final FacilityQueries facilities;
  private final OrderUrgentHelp urgent;
  private final Clock clock;

  AnswerOffers(Orders orders, MatchOrder match, OrderUrgentHelp urgent, FacilityQueries facilities, Clock clock) {
    this.orders = orders;
    this.match = match;
    this.urgent = urgent;
    this.facilities = facilities;
    this.clock = clock;
  }

  /** The asked provider takes the order, or refuses with a reason and the next is asked. The same answer twice is once. */
  @Transactional
  public void answer(OrderId id, int n, boolean accept, @Nullable String reason, Actor by) {
    var order = orders.lock(id.value());
    var offer = orders.offers(order.id()).stream().filter(o -> o.n() == n && o.provider().equals(by.organizationId())).findFirst().orElseThrow(NotFound::new);
    var wanted = accept ? "ACCEPTED" : "REFUSED";
    if (offer.status().equals(wanted)) return;
    var now = clock.instant();
    if (!offer.status().equals("OPEN")) throw new HomecareRefusal.OfferClosed(offer.status());
    if (!now.isBefore(offer.expiresAt())) throw new HomecareRefusal.OfferClosed("EXPIRED");
    if (!accept && (reason == null || reason.isBlank())) throw new InvalidInput("reason", "required");
    if (accept) requireFit(order, offer.provider());
    orders.answer(order.id(), n, wanted, now, by.accountId(), reason);
    if (accept) accept(order, offer.provider(), by);
    else match.match(order.id(), false, by);
  }

  /** A question nobody answered in time; does nothing if it was answered meanwhile. */
  @Transactional
  public void expire(UUID orderId, int n) {
    var order = orders.lock(orderId);
    var open = orders.offers(orderId).stream().anyMatch(o -> o.n() == n && o.status().equals("OPEN"));
    if (!open) return;
    orders.answer(orderId, n, "EXPIRED", clock.instant(), null, "到期未答复");
    if (order.status() == Status.OFFERED) match.match(orderId, false, Actor.PLATFORM);
  }

  /** An officer names the provider. A defaulted one and one that does not offer the service are refused; distance, room and skills are the officer's to judge: what speaks against the provider is said first, and
   *  stands in the record when it is taken {@code despite} that. */
  @Transactional
  public void assign(OrderId id, ProviderId providerId, String reason, boolean despite, Actor by) {
    var found = orders.find(id.value(), by.scope()).orElseThrow(NotFound::new);
    var order = orders.lock(found.id());
    if (order.status() == Status.ACCEPTED && providerId.value().equals(order.provider())) return;
    if (order.status() == Status.ACCEPTED || order.status() == Status.ENDED) throw new HomecareRefusal.OrderClosed(order.status().name());
    var provider = facilities.findProvider(providerId).orElseThrow(() -> new InvalidInput("providerId", "unknown"));
    requireFit(order, provider.id().value());
    var against = match.against(order, provider);
    if (!against.isEmpty() && !despite) throw new HomecareRefusal.ProviderExcluded(against);
    var now = clock.instant();
    var offers = orders.offers(order.id());
    offers.stream().filter(o -> o.status().equals("OPEN")).forEach(o -> orders.answer(order.id(), o.n(), "WITHDRAWN", now, by.accountId(), "改由民政指定"));
    var n = orders.ask(order.id(), offers.stream().mapToInt(Orders.Offer::round).max().orElse(1), provider.id().value(), now, now.plus(Duration.ofDays(1)), true);
    orders.answer(order.id(), n, "ACCEPTED", now, by.accountId(), against.isEmpty() ? reason : reason + "（已知：" + String.join("；", against) + "）");
    accept(order, provider.id().value(), by);
  }

  /** Whoever was put on the default list after being asked takes nothing any more (M278). */
  private void requireFit(ServiceOrder order, UUID id) {
    var provider = facilities.findProvider(new ProviderId(id)).orElseThrow(NotFound::new);
    if (!provider.mayTakeOrders()) throw new HomecareRefusal.ProviderUnfit("DEFAULTED");
    if (!provider.services().contains(order.service())) throw new HomecareRefusal.ProviderUnfit("NOT_OFFERED");
  }

  private void accept(ServiceOrder order, UUID provider, Actor by) {
    if (order.isUrgent()) urgent.beginNow(order);
    match.accept(order.isUrgent() ? orders.lock(order.id()) : order, provider, by);
  }

  /** Puts an order that found nobody to all providers again. */
  @Transactional
  public void rematch(OrderId id, Actor by) {
    var order = orders.lock(orders.find(id.value(), by.scope()).orElseThrow(NotFound::new).id());
    if (order.status() != Status.UNMATCHED && order.status() != Status.OPEN) throw new HomecareRefusal.OrderClosed(order.status().name());
    match.match(order.id(), true, by);
  }
}
