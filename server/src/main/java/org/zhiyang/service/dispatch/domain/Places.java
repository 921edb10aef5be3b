package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhiyang.platform.region.Position;
import org.zhiyang.routing.care.TravelTimes;

/** Gives the places of a problem their numbers, in the order in which they are met; positions that share their ways share a number. */
final class Places {
  private final TravelEstimate travel;
  private final Map<Position, Integer> numbers = new HashMap<>();
  private final List<Position> places = new ArrayList<>();

  Places(TravelEstimate travel) {
    this.travel = travel;
  }

  int of(double lng, double lat) {
    return numbers.computeIfAbsent(travel.placeOf(new Position(lng, lat)), place -> {
      places.add(place);
      return places.size() - 1;
    });
  }

  TravelTimes table() {
    return travel.table(places);
  }
}
