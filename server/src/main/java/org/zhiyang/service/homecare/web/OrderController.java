package org.zhiyang.service.homecare.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.OrderId;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import org.zhiyang.service.homecare.usecase.AnswerOffers;
import org.zhiyang.service.homecare.usecase.PlaceOrders;
import org.zhiyang.service.homecare.view.OrderList;

/** 服务工单: list, one order with its candidates and questions, the provider's answer, assignment by hand, a single order. */
@RestController
class OrderController {
  private final OrderList list;
  private final OrderPages pages;
  private final AnswerOffers answers;
  private final PlaceOrders place;
  private final CurrentActor current;

  OrderController(OrderList list, OrderPages pages, AnswerOffers answers, PlaceOrders place, CurrentActor current) {
    this.list = list;
    this.pages = pages;
    this.answers = answers;
    this.place = place;
    this.current = current;
  }

  /** {@code asked=true}: only what the own organisation is being asked about. */
  @GetMapping("/api/orders")
  @Guarded(permission = "order.read", audit = true)
  Page<OrderPages.Row> list(@Valid PageQuery query, @RequestParam @Nullable Status status, @RequestParam @Nullable String service, @RequestParam @Nullable String region,
      @RequestParam @Nullable UUID provider, @RequestParam @Nullable UUID elder, @RequestParam(defaultValue = "false") boolean asked) {
    var actor = current.get();
    var page = list.page(new OrderList.Filter(status, service, region, provider, elder, asked ? actor.organizationId() : null), query, actor.scope());
    return pages.rows(page, actor);
  }

  @GetMapping("/api/orders/{id}")
  @Guarded(permission = "order.read", audit = true)
  OrderPages.View get(@PathVariable UUID id) {
    return pages.view(id, current.get());
  }

  record SingleRequest(@NotNull UUID elderId, @NotBlank String service, @NotNull @Min(1) @Max(24) Integer units, @NotNull LocalDate day, @NotNull LocalTime windowFrom, @NotNull LocalTime windowTo,
      @Nullable UUID wishedProviderId, @Nullable @Size(max = 500) String wishes, @Nullable Boolean elderPays, @Nullable Boolean again, @NotBlank @Size(min = 2, max = 500) String reason) {}

  record Placed(UUID id) {}

  /** One help on one day, outside the weekly plan; it may begin within the window. More than the entitlement holds only with {@code elderPays}, the same help a second time only with {@code again}. */
  @PostMapping("/api/orders")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "order.write", audit = true)
  Placed place(@Valid @RequestBody SingleRequest body) {
    var asked = new PlaceOrders.Single(new ElderId(body.elderId()), body.service(), body.units(), body.day(), body.windowFrom(), body.windowTo(), body.wishedProviderId(), body.wishes(),
        Boolean.TRUE.equals(body.elderPays()), Boolean.TRUE.equals(body.again()), body.reason().strip());
    return new Placed(place.single(asked, current.get()).value());
  }

  record AnswerRequest(@NotNull Boolean accept, @Nullable @Size(max = 500) String reason) {}

  @PostMapping("/api/orders/{id}/offers/{n}/answer")
  @Guarded(permission = "order.answer", audit = true)
  OrderPages.View answer(@PathVariable UUID id, @PathVariable int n, @Valid @RequestBody AnswerRequest body) {
    var actor = current.get();
    answers.answer(new OrderId(id), n, body.accept(), body.reason(), actor);
    return pages.view(id, actor);
  }

  /** @param despite the officer has read what speaks against this provider, and means it */
  record AssignmentRequest(@NotNull UUID providerId, @NotBlank @Size(min = 2, max = 500) String reason, @Nullable Boolean despite) {}

  @PostMapping("/api/orders/{id}/assignment")
  @Guarded(permission = "order.assign", audit = true)
  OrderPages.View assign(@PathVariable UUID id, @Valid @RequestBody AssignmentRequest body) {
    answers.assign(new OrderId(id), new ProviderId(body.providerId()), body.reason().strip(), Boolean.TRUE.equals(body.despite()), current.get());
    return pages.view(id, current.get());
  }

  /** Puts an order that found nobody to all providers again. */
  @PostMapping("/api/orders/{id}/matching")
  @Guarded(permission = "order.assign", audit = true)
  OrderPages.View rematch(@PathVariable UUID id) {
    answers.rematch(new OrderId(id), current.get());
    return pages.view(id, current.get());
  }
}
