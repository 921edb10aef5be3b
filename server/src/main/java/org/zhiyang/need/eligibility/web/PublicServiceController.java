package org.zhiyang.need.eligibility.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.eligibility.usecase.ServiceCatalogue;
import org.zhiyang.platform.access.Open;
import org.zhiyang.platform.city.CityProfile;

/** 服务清单 for everybody: what there is, how long it takes and what it costs in this city today. */
@RestController
class PublicServiceController {
  private final ServiceCatalogue catalogue;
  private final CityProfile city;
  private final Clock clock;

  PublicServiceController(ServiceCatalogue catalogue, CityProfile city, Clock clock) {
    this.catalogue = catalogue;
    this.city = city;
    this.clock = clock;
  }

  /** @param priceFen for one {@code unit}; @param verified false while nobody has compared the price with an official document */
  record PublicService(String code, String name, String description, String unit, int durationMinutes, boolean countsAgainstHours, long priceFen, LocalDate since, boolean verified) {}

  record PublicServices(LocalDate day, List<PublicService> items) {}

  @GetMapping("/api/public/services")
  @Open("the list of services and prices is public")
  ResponseEntity<PublicServices> list() {
    var today = LocalDate.now(clock);
    var items = catalogue.offers(city.code(), today).stream().map(offer -> new PublicService(offer.item().code(), offer.item().name(), offer.item().description(), offer.item().unit(),
        offer.item().durationMinutes(), offer.item().countsAgainstHours(), offer.price().fen(), offer.price().effective(), offer.price().verified())).toList();
    return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(5))).body(new PublicServices(today, items));
  }
}
