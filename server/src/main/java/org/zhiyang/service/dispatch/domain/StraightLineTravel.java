package org.zhiyang.service.dispatch.domain;

import org.zhiyang.platform.region.Position;

/** Straight line times detour factor over speed. Knows no roads, rivers or rush hours: 3 km as the crow flies at 18 km/h and factor 1.35 are 14 minutes. */
public record StraightLineTravel(double detourFactor, double kmPerHour) implements TravelEstimate {
  public StraightLineTravel {
    if (!(detourFactor >= 1 && kmPerHour > 0)) throw new IllegalArgumentException("detour factor from 1, speed above 0");
  }

  @Override
  public int minutes(Position from, Position to) {
    var km = from.metersTo(to) / 1000 * detourFactor;
    return (int) Math.ceil(km / kmPerHour * 60 - 1e-9);
  }
}
