package org.zhiyang.platform.region;

/** A point on the earth in WGS-84 degrees; lng -180..180, lat -90..90. */
public record Position(double lng, double lat) {

  private static final double METERS_PER_DEGREE = 111_320;

  public Position {
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("a position has lng -180..180 and lat -90..90");
    }
  }

  /** Straight distance in meters; flat-earth formula, off by less than 0.1 % within a city. */
  public double metersTo(Position other) {
    double x = (other.lng - lng) * Math.cos(Math.toRadians((lat + other.lat) / 2));
    return Math.hypot(x, other.lat - lat) * METERS_PER_DEGREE;
  }

  /** The point so many meters to the east and to the north. */
  public Position movedBy(double eastMeters, double northMeters) {
    // StrictMath: the simulated city must be the same on every machine.
    return new Position(lng + eastMeters / (METERS_PER_DEGREE * StrictMath.cos(Math.toRadians(lat))), lat + northMeters / METERS_PER_DEGREE);
  }

  /** Rounded to six decimals, about 0.1 m. */
  public Position rounded() {
    return new Position(Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6);
  }
}
