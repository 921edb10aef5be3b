package org.zhiyang.service.dispatch.domain;

import java.util.List;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.routing.care.TravelTimes;

/** Ways from the middle of one grid cell to the middle of another: homes of one cell share their ways, so that a table of all ways of a county stays small.
 *  With cells of 150 m a way is off by at most 1 minute at 18 km/h (a walker's at 4 km/h by 4).
 *
 *  @param cellMeters edge of a cell, above 0 */
public record GridTravel(TravelEstimate ways, int cellMeters) implements TravelEstimate {
  private static final double METERS_PER_DEGREE = 111_320;

  public GridTravel {
    if (cellMeters <= 0) throw new IllegalArgumentException("cells have an edge above 0 m");
  }

  @Override
  public int minutes(TravelMode mode, Position from, Position to) {
    return ways.minutes(mode, placeOf(from), placeOf(to));
  }

  @Override
  public int[] minutes(TravelMode mode, Position from, List<Position> to) {
    return ways.minutes(mode, placeOf(from), to.stream().map(this::placeOf).toList());
  }

  @Override
  public TravelTimes table(List<Position> places) {
    return ways.table(places.stream().map(this::placeOf).toList());
  }

  @Override
  public Position placeOf(Position position) {
    var height = cellMeters / METERS_PER_DEGREE;
    var lat = (Math.floor(position.lat() / height) + .5) * height;
    var width = height / StrictMath.cos(Math.toRadians(lat));
    return new Position((Math.floor(position.lng() / width) + .5) * width, lat);
  }
}
