package org.zhiyang.service.dispatch.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.roads.RoadNetwork;
import org.zhiyang.roads.Vehicle;

/** Ways on the roads of a map. Where the map knows no way (no road around, or none that leads there), the straight line is taken: somebody lives there all the same. */
public final class RoadTravel implements TravelEstimate {
  private final RoadNetwork roads;
  private final TravelEstimate otherwise;
  private final Map<TravelMode, Map<Position, Integer>> crossings = new EnumMap<>(TravelMode.class);

  public RoadTravel(RoadNetwork roads, TravelEstimate otherwise) {
    this.roads = roads;
    this.otherwise = otherwise;
    for (var mode : TravelMode.values()) crossings.put(mode, new ConcurrentHashMap<>());
  }

  @Override
  public int minutes(TravelMode mode, Position from, Position to) {
    return minutes(mode, from, to, roads.seconds(vehicle(mode), crossing(mode, from), crossing(mode, to)));
  }

  @Override
  public int[] minutes(TravelMode mode, Position from, List<Position> to) {
    var seconds = roads.seconds(vehicle(mode), crossing(mode, from), to.stream().mapToInt(place -> crossing(mode, place)).toArray());
    for (int n = 0; n < seconds.length; n++) seconds[n] = minutes(mode, from, to.get(n), seconds[n]);
    return seconds;
  }

  private int minutes(TravelMode mode, Position from, Position to, int seconds) {
    return seconds == RoadNetwork.NONE ? otherwise.minutes(mode, from, to) : (seconds + 59) / 60;
  }

  private int crossing(TravelMode mode, Position at) {
    return Objects.requireNonNull(crossings.get(mode)).computeIfAbsent(at, place -> roads.crossing(vehicle(mode), place.lng(), place.lat()));
  }

  /** An e-bike goes where bicycles may, at the speed the map gives them. */
  private static Vehicle vehicle(TravelMode mode) {
    return switch (mode) {
      case WALK -> Vehicle.FOOT;
      case E_BIKE -> Vehicle.BICYCLE;
      case CAR -> Vehicle.CAR;
    };
  }
}
