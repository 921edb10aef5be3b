package org.zhiyang.routing.care.city;

import org.zhiyang.routing.care.TravelTimes;

/** Ways by the straight line: metres times a detour at a speed for each mode, rounded up to whole minutes. Nothing is stored for pairs of places, so a whole city fits. */
public final class PointTravel implements TravelTimes {
  private final int[] x;
  private final int[] y;
  private final double[] minutesPerMetre;

  /** @param x, y metres; @param kilometresPerHour by mode, above 0 */
  public PointTravel(int[] x, int[] y, double detour, double... kilometresPerHour) {
    this.x = x.clone();
    this.y = y.clone();
    minutesPerMetre = new double[kilometresPerHour.length];
    for (int mode = 0; mode < minutesPerMetre.length; mode++) minutesPerMetre[mode] = detour * 60 / 1_000 / kilometresPerHour[mode];
  }

  @Override
  public int places() {
    return x.length;
  }

  @Override
  public int minutes(int mode, int from, int to) {
    double dx = x[from] - x[to];
    double dy = y[from] - y[to];
    return (int) Math.ceil(Math.sqrt(dx * dx + dy * dy) * minutesPerMetre[mode]);
  }

  public int x(int place) {
    return x[place];
  }

  public int y(int place) {
    return y[place];
  }
}
