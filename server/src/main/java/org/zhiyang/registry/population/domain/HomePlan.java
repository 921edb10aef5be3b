package org.zhiyang.registry.population.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.region.Region;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.population.domain.Seeded.For;

/**
 * Which elders make a household and in which village it stands.
 *
 * <p>Counties share the elders by their people (or by their number of villages), villages inside a county by a seeded lognormal spread.
 * Every village gets at least one elder when there are as many elders as villages. A couple may make its village one elder larger than
 * planned and the next one smaller by as many.
 */
final class HomePlan {

  final List<Region> villages;
  /** First and second elder of a household (the second -1), and the index of its village; in the order of villages. */
  final int[] first;
  final int[] second;
  final int[] village;

  HomePlan(PopulationProfile profile, PersonPool pool, Seeded seeded) {
    villages = profile.regions().villagesWithin(profile.regions().city().code());
    var quotas = quotas(profile, pool.size(), seeded);
    var units = shuffledFirsts(pool, seeded);
    first = units;
    second = new int[units.length];
    village = new int[units.length];
    int at = 0;
    int filled = 0;
    long upTo = quotas[0];
    for (int h = 0; h < units.length; h++) {
      while (filled >= upTo && at < quotas.length - 1) {
        upTo += quotas[++at];
      }
      if (filled + 1 == upTo && pool.partner(first[h]) >= 0) {
        swapWithNextSingle(pool, h);
      }
      second[h] = Math.max(pool.partner(first[h]), -1);
      village[h] = at;
      filled += second[h] >= 0 ? 2 : 1;
    }
  }

  int size() {
    return first.length;
  }

  private int[] quotas(PopulationProfile profile, int n, Seeded seeded) {
    var spread = profile.yaml().at("villageSpread");
    double sigma = spread.number("sigma");
    double urban = spread.number("residentsCommitteeFactor");
    var weights = new double[villages.size()];
    var countySums = new HashMap<RegionCode, Double>();
    var countyVillages = new HashMap<RegionCode, Integer>();
    for (int v = 0; v < weights.length; v++) {
      var random = seeded.random(For.VILLAGE_WEIGHT, Long.parseLong(villages.get(v).code().value()));
      double normal = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble())) * StrictMath.cos(2 * Math.PI * random.nextDouble());
      weights[v] = StrictMath.exp(sigma * normal) * (villages.get(v).kind().urban() ? urban : 1);
      countySums.merge(villages.get(v).code().at(3), weights[v], Double::sum);
      countyVillages.merge(villages.get(v).code().at(3), 1, Integer::sum);
    }
    for (int v = 0; v < weights.length; v++) {
      var county = villages.get(v).code().at(3);
      double countyWeight = profile.countyPeople().isEmpty() ? countyVillages.get(county) : people(profile, county);
      weights[v] *= countyWeight / countySums.get(county);
    }
    if (n < weights.length) {
      return Shares.apportion(n, weights);
    }
    var quotas = Shares.apportion(n - weights.length, weights);
    for (int v = 0; v < quotas.length; v++) {
      quotas[v]++;
    }
    return quotas;
  }

  private static double people(PopulationProfile profile, RegionCode county) {
    var people = profile.countyPeople().get(county);
    if (people == null) {
      throw new BrokenProfile(profile.yaml().file(), "\"countyWeights.values\" gives no people for the county " + county);
    }
    return people;
  }

  /** One entry for each single person and one, the husband, for each couple, shuffled. */
  private static int[] shuffledFirsts(PersonPool pool, Seeded seeded) {
    var units = new ArrayList<Integer>(pool.size());
    for (int person = 0; person < pool.size(); person++) {
      if (pool.partner(person) < 0 || pool.sex(person) == org.zhiyang.registry.elder.Sex.MALE) {
        units.add(person);
      }
    }
    var shuffled = units.stream().mapToInt(Integer::intValue).toArray();
    var random = seeded.random(For.PERSON_ORDER, 0);
    for (int i = shuffled.length - 1; i > 0; i--) {
      swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }

  private void swapWithNextSingle(PersonPool pool, int h) {
    for (int i = h + 1; i < first.length; i++) {
      if (pool.partner(first[i]) < 0) {
        swap(first, h, i);
        return;
      }
    }
  }

  private static void swap(int[] values, int i, int j) {
    int value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
