package org.zhiyang.service.dispatch.domain;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.zhiyang.platform.region.Position;
import org.zhiyang.roads.RoadNetwork;

/** Ways on the roads of a map. Where the map knows no way (no road around, or none that leads there), the straight line is taken: somebody lives there all the same. */
public final class RoadTravel implements TravelEstimate {
  private final RoadNetwork roads;
  private final TravelEstimate otherwise;
  private final ConcurrentHashMap<Position, Integer> crossings = new ConcurrentHashMap<>();

  public RoadTravel(RoadNetwork roads, TravelEstimate otherwise) {
    this.roads = roads;
    this.otherwise = otherwise;
  }

  @Override
  public int minutes(Position from, Position to) {
    return minutes(from, to, roads.seconds(crossing(from), crossing(to)));
  }

  @Override
  public int[] minutes(Position from, List<Position> to) {
    var seconds = roads.seconds(crossing(from), to.stream().mapToInt(this::crossing).toArray());
    for (int n = 0; n < seconds.length; n++) seconds[n] = minutes(from, to.get(n), seconds[n]);
    return seconds;
  }

  private int minutes(Position from, Position to, int seconds) {
    return seconds == RoadNetwork.NONE ? otherwise.minutes(from, to) : (seconds + 59) / 60;
  }

  private int crossing(Position at) {
    return crossings.computeIfAbsent(at, place -> roads.crossing(place.lng(), place.lat()));
  }
}
