package org.zhiyang.service.dispatch.domain;

import java.util.List;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.routing.care.TravelTimes;

/** All ways between some places, two bytes each: 4,000 places are 32 MB for each means of travel. Ways of a place are worked out when they are first asked for; any thread may ask. */
final class WayTable implements TravelTimes {
  private final TravelEstimate travel;
  private final List<Position> places;
  private final short[][][] minutes;

  WayTable(TravelEstimate travel, List<Position> places) {
    this.travel = travel;
    this.places = List.copyOf(places);
    this.minutes = new short[TravelMode.values().length][places.size()][];
  }

  @Override
  public int places() {
    return places.size();
  }

  @Override
  public int minutes(int mode, int from, int to) {
    var row = minutes[mode][from];
    var way = (row == null ? fill(mode, from) : row)[to];
    return way >= TravelEstimate.NO_WAY ? UNREACHABLE : way;
  }

  private short[] fill(int mode, int from) {
    var row = new short[places.size()];
    var ways = travel.minutes(TravelMode.values()[mode], places.get(from), places);
    for (int to = 0; to < row.length; to++) row[to] = (short) Math.min(Short.MAX_VALUE, ways[to]);
    minutes[mode][from] = row;
    return row;
  }
}
