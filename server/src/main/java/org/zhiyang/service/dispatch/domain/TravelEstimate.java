package org.zhiyang.service.dispatch.domain;

import java.util.List;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.routing.care.TravelTimes;

/** How long the way between two places takes by each means of travel, in whole minutes, rounded up; 0 for the same place. */
@FunctionalInterface
public interface TravelEstimate {
  /** A way of a whole day or more is none: nobody can make it, and most often a place is wrong on the map. */
  int NO_WAY = 24 * 60;

  int minutes(TravelMode mode, Position from, Position to);

  /** Where the ways of a position are measured from; positions with the same place have the same ways. */
  default Position placeOf(Position position) {
    return position;
  }

  /** The same for many ways at once; an estimate that knows a quicker way than one by one takes it. */
  default int[] minutes(TravelMode mode, Position from, List<Position> to) {
    return to.stream().mapToInt(place -> minutes(mode, from, place)).toArray();
  }

  /** All ways between the places, by their numbers in the list; the engine's mode of a carer is the number of the means of travel ({@link TravelMode#ordinal}). */
  default TravelTimes table(List<Position> places) {
    return new WayTable(this, places);
  }
}
