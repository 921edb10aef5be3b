package org.zhiyang.service.homecare.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.service.homecare.usecase.QuoteOrder;

/** Before a single order ({@code POST /api/orders}): what can be ordered for an elder on a day, and who would pay. Changes nothing. */
@RestController
class OrderQuoteController {
  private final QuoteOrder quote;
  private final CurrentActor current;

  OrderQuoteController(QuoteOrder quote, CurrentActor current) {
    this.quote = quote;
    this.current = current;
  }

  record Service(String code, String name, String description, String unit, int durationMinutes, long priceFen) {}

  /** {@code openCase} false: nothing can be ordered before a need is captured; {@code away}: the elder is not at home that day, so nothing can be ordered for it. */
  record Offer(boolean openCase, @Nullable ElderStatus away, List<Service> services) {}

  @GetMapping("/api/order-services")
  @Guarded(permission = "order.write")
  Offer services(@RequestParam UUID elder, @RequestParam LocalDate day) {
    var offer = quote.offer(new ElderId(elder), day, current.get());
    return new Offer(offer.openCase(), offer.away(), offer.services().stream().map(s -> new Service(s.code(), s.name(), s.description(), s.unit(), s.durationMinutes(), s.priceFen())).toList());
  }

  /** The three shares add up to the price; {@code elderFen} above 0 must be agreed ({@code elderPays}). {@code leftMinutes} and {@code leftVoucherFen} are those of the elder's balance; the
   *  promised part of them is the agreed plan's and that of orders placed before; not {@code entitled}: no entitlement is in force that day. */
  record Quote(long priceFen, long publicFen, long voucherFen, long elderFen, int publicMinutes, int askedMinutes, int leftMinutes, int promisedMinutes, long leftVoucherFen, long promisedVoucherFen,
      boolean entitled) {}

  @GetMapping("/api/order-quotes")
  @Guarded(permission = "order.write", audit = true)
  Quote quote(@RequestParam UUID elder, @RequestParam String service, @RequestParam @Min(1) @Max(24) int units, @RequestParam LocalDate day) {
    var quoted = quote.quote(new ElderId(elder), service, units, day, current.get());
    var of = quoted.of();
    var shares = of.shares();
    return new Quote(shares.priceFen(), shares.publicFen(), shares.voucherFen(), shares.elderFen(), shares.publicMinutes(), quoted.askedMinutes(), of.leftMinutes(), of.promisedMinutes(),
        of.leftVoucherFen(), of.promisedVoucherFen(), of.entitled());
  }
}
