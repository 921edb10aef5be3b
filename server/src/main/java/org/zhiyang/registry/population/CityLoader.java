package org.zhiyang.registry.population;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.facility.FacilityCommands;
import org.zhiyang.registry.household.HouseholdCommands;
import org.zhiyang.registry.population.LoadProgress.Stage;
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

  Loaded load(int n, long seed, LoadProgress progress) {
    progress.begin(Stage.PEOPLE);
    var profile = PopulationProfile.read(files);
    var plan = PopulationPlan.generate(profile, n, seed);
    var counts = plan.counts();
    var city = new SimulatedCity(plan, profile.asOf());
    progress.begin(Stage.STAFF);
    facilities.loadProviders(city.providers());
    facilities.loadFacilities(city.facilities());
    workforce.loadAssessors(city.assessors());
    workforce.loadVillageWorkers(city.villageWorkers());
    workforce.loadCarers(city.carers());
    progress.begin(Stage.HOUSEHOLDS);
    households.load(city.households(), done -> progress.reach(Stage.HOUSEHOLDS, done, counts.households()));
    progress.begin(Stage.ELDERS);
    elders.load(city.elders(), done -> progress.reach(Stage.ELDERS, done, n));
    return new Loaded(plan, profile.asOf());
  }
}
