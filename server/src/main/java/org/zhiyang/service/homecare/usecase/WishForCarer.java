package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.CarerRefused;
import org.zhiyang.service.homecare.domain.CarerWish;
import org.zhiyang.service.homecare.store.WishesForCarers;

/** Writes down whom an elder would like to come, and who is not to be sent again. Only carers the elder knows can be named: nobody leafs through a provider's staff this way. */
@Component
public class WishForCarer {
  /** Half a year: who came longer ago is no longer remembered by name. */
  private static final int WEEKS_KNOWN = 26;

  private final WishesForCarers wishes;
  private final ElderQueries elders;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WishForCarer(WishesForCarers wishes, ElderQueries elders, ApplicationEventPublisher events, Clock clock) {
    this.wishes = wishes;
    this.elders = elders;
    this.events = events;
    this.clock = clock;
  }

  /** Carers the elder knows, as far as whoever asks may know of them. */
  public List<WishesForCarers.Known> known(UUID elder, Actor by) {
    elders.get(new ElderId(elder), by.scope());
    var today = LocalDate.now(clock);
    return wishes.known(elder, today.minusWeeks(WEEKS_KNOWN), today, by.scope());
  }

  /** @param reason needed for REFUSED; @param saidBy who said so to staff; null where elder or family write it themselves */
  public record Command(UUID elder, UUID carer, CarerWish.Kind kind, @Nullable String reason, CarerWish.@Nullable SaidBy saidBy) {}

  /** A wish that is in force already, word for word, stays; another ends it. */
  @Transactional
  public void handle(Command command, Actor by) {
    var region = elders.get(new ElderId(command.elder()), by.scope()).regionCode();
    var saidBy = saidBy(command, by);
    var reason = command.reason() == null || command.reason().isBlank() ? null : command.reason().strip();
    if (command.kind() == CarerWish.Kind.REFUSED && reason == null) throw new InvalidInput("reason", "required");
    wishes.lock(command.elder(), command.carer());
    var known = knownCarer(command.elder(), command.carer(), by);
    var before = known.wish();
    if (before != null && before.kind() == command.kind() && Objects.equals(before.reason(), reason) && before.saidBy() == saidBy) return;
    var now = clock.instant();
    if (before != null) wishes.end(before.id(), now, by);
    wishes.add(command.elder(), region, command.carer(), known.provider(), command.kind(), reason, saidBy, now, by);
    if (command.kind() == CarerWish.Kind.REFUSED) events.publishEvent(new CarerRefused(new ElderId(command.elder()), new CarerId(command.carer()), new ProviderId(known.provider()), now));
  }

  private static CarerWish.SaidBy saidBy(Command command, Actor by) {
    if (!by.isStaff()) return by.role().key().equals("elder") ? CarerWish.SaidBy.ELDER : CarerWish.SaidBy.FAMILY;
    if (command.saidBy() == null) throw new InvalidInput("saidBy", "required");
    return command.saidBy();
  }

  /** Takes back what was said; nothing happens where nothing is in force. */
  @Transactional
  public void end(UUID elder, UUID carer, Actor by) {
    wishes.lock(elder, carer);
    var wish = knownCarer(elder, carer, by).wish();
    if (wish != null) wishes.end(wish.id(), clock.instant(), by);
  }

  private WishesForCarers.Known knownCarer(UUID elder, UUID carer, Actor by) {
    return known(elder, by).stream().filter(one -> one.carer().equals(carer)).findFirst().orElseThrow(NotFound::new);
  }
}
