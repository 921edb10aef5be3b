package org.zhiyang.platform.region;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gives every village a point, since no source has one: seeded by its code near its town and inside the county's outline.
 * The same village gets the same point in every run. A village of a functional zone stays in the county its town's point lies in.
 */
final class VillagePositions {

  private static final int TRIES = 60;
  private static final double LEAST_SPREAD_METERS = 400;
  private static final double LARGEST_SPREAD_METERS = 5_000;

  private final CountyOutlines outlines;
  private final List<Position> towns;

  VillagePositions(CountyOutlines outlines, Map<RegionCode, Position> towns) {
    this.outlines = outlines;
    this.towns = List.copyOf(towns.values());
  }

  /** A point for the village; null when its town has none. */
  @Nullable Position place(RegionCode village, @Nullable Position town) {
    if (town == null) {
      return null;
    }
    var random = new SplittableRandom(Long.parseLong(village.value()) * 0x9E3779B97F4A7C15L);
    var county = Optional.of(village.at(3)).filter(c -> outlines.innerPoint(c).isPresent()).or(() -> outlines.countyAt(town)).orElse(null);
    var spread = spread(town);
    for (int i = 0; i < TRIES && county != null; i++) {
      var point = near(town, spread * (1 + i / 20), random);
      if (outlines.contains(county, point)) {
        return point;
      }
    }
    return county == null ? near(town, spread, random) : towards(county, town, random);
  }

  /** About two thirds of the way to the nearest other town, in meters. */
  private double spread(Position town) {
    double nearest = towns.stream().filter(other -> !other.equals(town)).mapToDouble(town::metersTo).min().orElse(LARGEST_SPREAD_METERS);
    return Math.clamp(nearest * 0.65, LEAST_SPREAD_METERS, LARGEST_SPREAD_METERS);
  }

  private static Position near(Position town, double spreadMeters, SplittableRandom random) {
    double radius = spreadMeters * Math.sqrt(random.nextDouble());
    double angle = random.nextDouble(2 * Math.PI);
    return town.movedBy(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)).rounded();
  }

  /** The town's point lies outside its county's simplified outline: the first point on the way to the county's middle that lies inside. */
  private Position towards(RegionCode county, Position town, SplittableRandom random) {
    var inner = outlines.innerPoint(county).orElse(town);
    for (double share = 0.02 + random.nextDouble(0.02); share < 1; share += 0.02) {
      var point = new Position(town.lng() + share * (inner.lng() - town.lng()), town.lat() + share * (inner.lat() - town.lat())).rounded();
      if (outlines.contains(county, point)) {
        return point;
      }
    }
    return inner;
  }
}
