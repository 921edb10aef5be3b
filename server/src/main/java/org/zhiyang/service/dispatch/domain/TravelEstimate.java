package org.zhiyang.service.dispatch.domain;

import org.zhiyang.platform.region.Position;

/** How long the way between two places takes, in whole minutes, rounded up; 0 for the same place. */
@FunctionalInterface
public interface TravelEstimate {
  int minutes(Position from, Position to);
}
