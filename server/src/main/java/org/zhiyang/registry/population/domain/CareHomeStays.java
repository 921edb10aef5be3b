package org.zhiyang.registry.population.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.population.domain.Seeded.For;

/** Who lives in which care home: only people without a partner, the more likely the graver the loss of ability; homes fill in their order. */
final class CareHomeStays {

  private final PersonPool pool;
  private final Seeded seeded;
  private final double[] shareByLevel;
  private final Map<Integer, SimulatedFacility> homeOf = new HashMap<>();
  private final Map<UUID, Integer> taken = new HashMap<>();

  CareHomeStays(PopulationProfile profile, PersonPool pool, Seeded seeded) {
    this.pool = pool;
    this.seeded = seeded;
    this.shareByLevel = profile.yaml().at("living").shares("careHomePercentByLevel", 5);
  }

  boolean holds(int person) {
    return pool.partner(person) == PersonPool.NO_PARTNER && seeded.unit(For.CARE_HOME, person) < shareByLevel[pool.level(person)];
  }

  /** People of each county who live in a care home. */
  Map<RegionCode, Integer> countByCounty(HomePlan plan) {
    var counts = new HashMap<RegionCode, Integer>();
    for (int h = 0; h < plan.size(); h++) {
      if (holds(plan.first[h])) {
        counts.merge(plan.villages.get(plan.village[h]).code().at(3), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Gives each of them a bed of the county, spread over its homes in proportion to their beds. */
  void assign(HomePlan plan, Map<RegionCode, List<SimulatedFacility>> homes) {
    for (int h = 0; h < plan.size(); h++) {
      if (holds(plan.first[h])) {
        var county = homes.getOrDefault(plan.villages.get(plan.village[h]).code().at(3), List.of());
        var home = county.stream().min(java.util.Comparator.comparingDouble(c -> (takenIn(c.id()) + 1.0) / c.beds()))
            .orElseThrow(() -> new IllegalStateException("a county with residents has no care home"));
        taken.merge(home.id(), 1, Integer::sum);
        homeOf.put(plan.first[h], home);
      }
    }
  }

  int takenIn(UUID home) {
    return taken.getOrDefault(home, 0);
  }

  SimulatedFacility homeOf(int person) {
    return java.util.Objects.requireNonNull(homeOf.get(person));
  }
}
