package org.zhiyang.service.homecare.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.domain.CarerWish.Kind;
import org.zhiyang.service.homecare.domain.CarerWish.SaidBy;
import org.zhiyang.service.homecare.store.WishesForCarers.Known;
import org.zhiyang.service.homecare.usecase.WishForCarer;

/** 护理员意愿: whom an elder would like to come, and who is not sent again. */
@RestController
class CarerWishController {
  private final WishForCarer wish;
  private final WorkforceQueries workforce;
  private final FacilityQueries facilities;
  private final CurrentActor current;

  CarerWishController(WishForCarer wish, WorkforceQueries workforce, FacilityQueries facilities, CurrentActor current) {
    this.wish = wish;
    this.workforce = workforce;
    this.facilities = facilities;
    this.current = current;
  }

  record Party(UUID id, String name) {}

  /** @param reason null where none was asked; @param recordedRole the role's key */
  record Wish(Kind kind, @Nullable String reason, SaidBy saidBy, OffsetDateTime saidAt, String recordedRole) {}

  /** @param times visits made in the last half year; @param last, next days, null for none; @param wish in force, null for none */
  record KnownCarer(Party carer, Party provider, int times, @Nullable LocalDate last, @Nullable LocalDate next, @Nullable Wish wish) {}

  record KnownCarers(List<KnownCarer> carers) {}

  /** Carers who came in the last half year, are to come, or about whom something was said. A provider sees its own. */
  @GetMapping("/api/elders/{id}/carer-wishes")
  @Guarded(permission = "visit.wish", audit = true)
  KnownCarers list(@PathVariable UUID id) {
    var known = wish.known(id, current.get());
    var names = workforce.namesOf(known.stream().map(one -> new CarerId(one.carer())).toList());
    var providers = facilities.listProviders(known.stream().map(one -> new ProviderId(one.provider())).distinct().toList());
    return new KnownCarers(known.stream().map(one -> {
      var provider = providers.get(new ProviderId(one.provider()));
      return new KnownCarer(new Party(one.carer(), names.getOrDefault(new CarerId(one.carer()), "")), new Party(one.provider(), provider == null ? "" : provider.name()), one.times(), one.last(), one.next(), shown(one));
    }).toList());
  }

  private static @Nullable Wish shown(Known one) {
    var said = one.wish();
    return said == null ? null : new Wish(said.kind(), said.reason(), said.saidBy(), said.saidAt().atZone(BusinessClock.ZONE).toOffsetDateTime(), said.recordedRole());
  }

  /** @param reason needed for REFUSED; @param saidBy who said so, needed from staff */
  record WishRequest(@NotNull Kind kind, @Nullable @Size(max = 200) String reason, @Nullable SaidBy saidBy) {}

  @PutMapping("/api/elders/{id}/carer-wishes/{carer}")
  @Guarded(permission = "visit.wish", audit = true)
  KnownCarers say(@PathVariable UUID id, @PathVariable UUID carer, @Valid @RequestBody WishRequest body) {
    wish.handle(new WishForCarer.Command(id, carer, body.kind(), body.reason(), body.saidBy()), current.get());
    return list(id);
  }

  /** Takes it back: the carer may be sent like any other. */
  @DeleteMapping("/api/elders/{id}/carer-wishes/{carer}")
  @Guarded(permission = "visit.wish", audit = true)
  KnownCarers takeBack(@PathVariable UUID id, @PathVariable UUID carer) {
    wish.end(id, carer, current.get());
    return list(id);
  }
}
