package org.zhiyang.routing.care;

import java.util.List;

/** Straight line times detour by the speed of each mode. */
public final class StraightLineTravel implements TravelTimes {
  private static final double KM_PER_DEGREE = 111.195;

  private final double[] x;
  private final double[] y;
  private final double[] minutesPerKm;
  private final int least;

  /** @param kmh by mode; @param least minutes that any way between two different points takes */
  private StraightLineTravel(double[] x, double[] y, double detour, List<Double> kmh, int least) {
    this.x = x;
    this.y = y;
    this.least = least;
    minutesPerKm = kmh.stream().mapToDouble(speed -> detour * 60 / speed).toArray();
  }

  /**
   * Points in degrees of WGS-84; good within a few hundred kilometres.
   *
   * @param detour how much longer than the straight line ways are, 1 or more
   * @param kmh speed of each mode, greater than 0
   */
  public static StraightLineTravel ofDegrees(double[] longitude, double[] latitude, double detour, List<Double> kmh, int least) {
    double sum = 0;
    for (double each : latitude) sum += each;
    double shrink = Math.cos(Math.toRadians(latitude.length == 0 ? 0 : sum / latitude.length));
    var x = new double[longitude.length];
    var y = new double[latitude.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = longitude[i] * KM_PER_DEGREE * shrink;
      y[i] = latitude[i] * KM_PER_DEGREE;
    }
    return new StraightLineTravel(x, y, detour, kmh, least);
  }

  /** Points on a plane in kilometres. */
  public static StraightLineTravel ofKilometres(double[] x, double[] y, double detour, List<Double> kmh, int least) {
    return new StraightLineTravel(x.clone(), y.clone(), detour, kmh, least);
  }

  @Override
  public int places() {
    return x.length;
  }

  /** Rounded up, so that no plan is tighter than the way. Modes beyond the last travel like the last. */
  @Override
  public int minutes(int mode, int from, int to) {
    double dx = x[from] - x[to];
    double dy = y[from] - y[to];
    double square = dx * dx + dy * dy;
    if (square == 0) return 0;
    int minutes = (int) Math.ceil(Math.sqrt(square) * minutesPerKm[Math.min(mode, minutesPerKm.length - 1)] - 1e-9);
    return Math.min(UNREACHABLE, Math.max(least, minutes));
  }
}
