package org.zhiyang.registry.population.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.region.CountyOutlines;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.Region;
import org.zhiyang.platform.region.RegionCode;

/** Finds places for homes and bases: a bell-shaped spread around the village's point, inside the county's outline. */
final class Homes {

  private static final double SPREAD_METERS = 250;
  private static final int TRIES = 8;

  private final CountyOutlines outlines;
  private final Names names;
  private final Map<RegionCode, @Nullable RegionCode> outlineOf = new HashMap<>();

  Homes(CountyOutlines outlines, Names names, List<Region> villages) {
    this.outlines = outlines;
    this.names = names;
    for (var village : villages) {
      var county = village.code().at(3);
      outlineOf.put(village.code(), outlines.innerPoint(county).isPresent() ? county : outlines.countyAt(pointOf(village)).orElse(null));
    }
  }

  Position near(Region village, SplittableRandom random) {
    var point = pointOf(village);
    var county = outlineOf.get(village.code());
    for (int i = 0; i < TRIES; i++) {
      double distance = SPREAD_METERS * Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double angle = random.nextDouble(2 * Math.PI);
      var home = point.movedBy(distance * StrictMath.cos(angle), distance * StrictMath.sin(angle)).rounded();
      if (county == null || outlines.contains(county, home)) {
        return home;
      }
    }
    return point;
  }

  /** Street and flat in a community, group and number in a village. */
  String address(Region village, SplittableRandom random) {
    if (village.kind().urban()) {
      return names.street(random) + random.nextInt(1, 300) + "号" + random.nextInt(1, 30) + "幢" + random.nextInt(1, 5) + "单元" + random.nextInt(1, 7) + "0"
          + random.nextInt(1, 5) + "室";
    }
    return random.nextInt(1, 21) + "组" + random.nextInt(1, 120) + "号";
  }

  static Position pointOf(Region village) {
    return Optional.ofNullable(village.position())
        .orElseThrow(() -> new BrokenProfile("towns.csv", "the town of " + village.fullName() + " has no point"));
  }
}
