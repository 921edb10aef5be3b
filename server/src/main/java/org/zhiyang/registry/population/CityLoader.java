package org.zhiyang.registry.population;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.facility.FacilityCommands;
import org.zhiyang.registry.household.HouseholdCommands;
import org.zhiyang.registry.population.domain.PopulationPlan;
import org.zhiyang.registry.population.domain.PopulationProfile;
import org.zhiyang.registry.workforce.WorkforceCommands;

/** Loads a simulated city into the register. Each kind of record is one transaction; the elders come last, so that a city with elders is a whole one. */
@Component
class CityLoader {
  private final ProfileFiles files;
  private final ElderCommands elders;
  private final HouseholdCommands households;
  private final FacilityCommands facilities;
  private final WorkforceCommands workforce;

  CityLoader(ProfileFiles files, ElderCommands elders, HouseholdCommands households, FacilityCommands facilities, WorkforceCommands workforce) {
    this.files = files;
    this.elders = elders;
    this.households = households;
    this.facilities = facilities;
    this.workforce = workforce;
  }

  /** What was loaded. */
  record Loaded(PopulationPlan plan, LocalDate asOf) {}

  /** @param progress told a stage's Chinese name and how much of it is done, 0..1000 permille */
  Loaded load(int n, long seed, BiConsumer<String, Integer> progress) {
    var profile = PopulationProfile.read(files);
    var plan = PopulationPlan.generate(profile, n, seed);
    var counts = plan.counts();
    var city = new SimulatedCity(plan, profile.asOf());
    facilities.loadProviders(city.providers());
    facilities.loadFacilities(city.facilities());
    workforce.loadAssessors(city.assessors());
    workforce.loadVillageWorkers(city.villageWorkers());
    workforce.loadCarers(city.carers());
    progress.accept("机构与人员", 1000);
    households.load(city.households(), done -> progress.accept("家庭", permille(done, counts.households())));
    elders.load(city.elders(), done -> progress.accept("老年人", permille(done, n)));
    return new Loaded(plan, profile.asOf());
  }

  private static int permille(long done, int all) {
    return (int) Math.min(1000, done * 1000 / Math.max(1, all));
  }
}
