package org.zhiyang.platform.city;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.Open;

/** Tells every page the city's name and look and the business time. */
@RestController
class CityController {
  private final CityProfile city;
  private final Clock clock;
  private final boolean production;

  CityController(CityProfile city, Clock clock, @Value("${zhiyang.production:false}") boolean production) {
    this.city = city;
    this.clock = clock;
    this.production = production;
  }

  record CityView(String code, String name, String brandName, String slogan, String hotline, String color, CityProfile.Colors colors,
                  String profile, boolean production, boolean demo, OffsetDateTime businessNow, CityProfile.Center center, int zoom) {}

  @GetMapping("/api/city")
  @Open("the sign-in page and the public pages show the city's name before anybody signs in")
  CityView read() {
    return new CityView(city.code(), city.name(), city.brandName(), city.slogan(), city.hotline(), city.colors().main(), city.colors(),
        city.key(), production, !production, OffsetDateTime.now(clock), city.center(), city.zoom());
  }
}
