package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhiyang.platform.region.Position;
import org.zhiyang.routing.care.TravelTimes;

/** The places of a problem and all ways between them. Two bytes a way: 4,000 places are 32 MB. Ways of a place are worked out when they are first asked for; any thread may ask. */
final class PlaceTable implements TravelTimes {
  private final TravelEstimate travel;
  private final List<Position> places;
  private final short[][] minutes;

  private PlaceTable(TravelEstimate travel, List<Position> places) {
    this.travel = travel;
    this.places = places;
    this.minutes = new short[places.size()][];
  }

  /** Gives places their numbers in the order in which they are met. */
  static final class Numbering {
    private final TravelEstimate travel;
    private final Map<Position, Integer> numbers = new HashMap<>();
    private final List<Position> places = new ArrayList<>();

    Numbering(TravelEstimate travel) {
      this.travel = travel;
    }

    int of(double lng, double lat) {
      return numbers.computeIfAbsent(travel.placeOf(new Position(lng, lat)), place -> {
        places.add(place);
        return places.size() - 1;
      });
    }

    PlaceTable table() {
      return new PlaceTable(travel, List.copyOf(places));
    }
  }

  @Override
  public int places() {
    return places.size();
  }

  @Override
  public int minutes(int mode, int from, int to) {
    var row = minutes[from];
    var way = (row == null ? fill(from) : row)[to];
    return way == Short.MAX_VALUE ? UNREACHABLE : way;
  }

  private short[] fill(int from) {
    var row = new short[places.size()];
    for (int to = 0; to < row.length; to++) row[to] = (short) Math.min(Short.MAX_VALUE, travel.minutes(places.get(from), places.get(to)));
    minutes[from] = row;
    return row;
  }
}
