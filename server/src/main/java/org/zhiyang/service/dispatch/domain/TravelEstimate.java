package org.zhiyang.service.dispatch.domain;

import org.zhiyang.platform.region.Position;

/** How long the way between two places takes, in whole minutes, rounded up; 0 for the same place. */
@FunctionalInterface
public interface TravelEstimate {
  int minutes(Position from, Position to);

  /** Where the ways of a position are measured from; positions with the same place have the same ways. */
  default Position placeOf(Position position) {
    return position;
  }
}
