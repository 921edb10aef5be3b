package org.zhiyang.routing.care;

import org.zhiyang.routing.RoutingRefusal;

/** Ways from a table for each mode; there and back may differ. */
public final class MatrixTravel implements TravelTimes {
  private final int places;
  private final int[][] byMode;

  private MatrixTravel(int places, int[][] byMode) {
    this.places = places;
    this.byMode = byMode;
  }

  /** @param minutes by mode, from and to: 0 to {@link #UNREACHABLE}; all tables square and of one size. Modes beyond the last travel like the last */
  public static MatrixTravel of(int[][][] minutes) {
    if (minutes.length == 0) throw new RoutingRefusal("路程表是空的，请至少给出一种出行方式。");
    int places = minutes[0].length;
    var byMode = new int[minutes.length][places * places];
    for (int mode = 0; mode < minutes.length; mode++) {
      if (minutes[mode].length != places) throw new RoutingRefusal("出行方式 %d 的路程表须有 %d 行，请改正。".formatted(mode, places));
      for (int from = 0; from < places; from++) {
        if (minutes[mode][from].length != places) throw new RoutingRefusal("出行方式 %d 的路程表第 %d 行须有 %d 个数，请改正。".formatted(mode, from, places));
        for (int to = 0; to < places; to++) {
          int way = minutes[mode][from][to];
          if (way < 0) throw new RoutingRefusal("从地点 %d 到地点 %d 的路程为负数，请改正。".formatted(from, to));
          byMode[mode][from * places + to] = Math.min(way, UNREACHABLE);
        }
      }
    }
    return new MatrixTravel(places, byMode);
  }

  @Override
  public int places() {
    return places;
  }

  @Override
  public int minutes(int mode, int from, int to) {
    return byMode[Math.min(mode, byMode.length - 1)][from * places + to];
  }
}
