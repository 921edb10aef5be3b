package org.zhiyang.registry.population.domain;

import org.zhiyang.platform.city.ProfileFiles;

/** Run by hand: how long a city of full size takes on one thread. Arguments: city, elders, seed. */
final class MeasurePopulation {

  private MeasurePopulation() {}

  public static void main(String[] arguments) {
    long start = System.nanoTime();
    var profile = PopulationProfile.read(new ProfileFiles(arguments[0], null));
    long read = System.nanoTime();
    var plan = PopulationPlan.generate(profile, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    long planned = System.nanoTime();
    long members = plan.households().mapToLong(household -> household.members().size()).sum();
    long told = System.nanoTime();
    System.out.printf("%s%n%d family members%nprofile %.2f s, plan %.2f s, households %.2f s%n", plan.counts(), members,
        (read - start) / 1e9, (planned - read) / 1e9, (told - planned) / 1e9);
  }
}
