package org.zhiyang.registry.population.domain;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.elder.Sex;
import org.zhiyang.registry.facility.FacilityKind;
import org.zhiyang.registry.population.domain.Seeded.For;
import org.zhiyang.registry.population.domain.Seeded.Kind;

/**
 * A simulated city: who lives where is settled when the plan is made, each household is told when it is asked for.
 *
 * <p>The same profile, number and seed give equal records in equal order, identifiers included, on any machine and with any number of
 * threads ({@code households()} may be made parallel). Every call of {@code households()} starts anew. Nobody real is described: identity
 * numbers carry the region 000000, phones the network number 154, credit codes the region 000000.
 */
public final class PopulationPlan {

  /** The most elders a plan can hold; phones and identity numbers are the bound. */
  public static final int MOST_ELDERS = 3_000_000;

  private static final int CHINA_HOURS = 8;

  private final PopulationProfile profile;
  private final Seeded seeded;
  private final HomePlan homePlan;
  private final CareHomeStays stays;
  private final HouseholdMaker households;
  private final List<SimulatedFacility> facilities;
  private final WorkforceMaker workforce;
  private final List<SimulatedVillageWorker> villageWorkers;
  private final List<SimulatedAssessor> assessors;
  private final int elders;

  /** How many records of each kind the plan holds, known before the first is made. */
  public record Counts(int elders, int households, int villages, int facilities, int providers, int carers, int villageWorkers, int assessors) {}

  /**
   * @param n elders, 1..{@value #MOST_ELDERS}
   * @throws IllegalArgumentException when {@code n} is outside its range
   * @throws org.zhiyang.platform.city.BrokenProfile when the profile cannot give such a city
   */
  public static PopulationPlan generate(PopulationProfile profile, int n, long seed) {
    if (n < 1 || n > MOST_ELDERS) {
      throw new IllegalArgumentException("a simulated city has 1 to " + MOST_ELDERS + " elders, not " + n);
    }
    return new PopulationPlan(profile, n, seed);
  }

  private PopulationPlan(PopulationProfile profile, int n, long seed) {
    this.profile = profile;
    this.elders = n;
    this.seeded = new Seeded(seed, profile.asOf().atStartOfDay().toInstant(ZoneOffset.ofHours(CHINA_HOURS)).toEpochMilli());
    var pool = new PersonPool(profile, n, seeded);
    homePlan = new HomePlan(profile, pool, seeded);
    var homes = new Homes(profile.outlines(), profile.names(), homePlan.villages);
    var numbers = new StaffNumbers(seeded);
    stays = new CareHomeStays(profile, pool, seeded);
    facilities = new FacilityMaker(profile, homes, seeded, numbers).make(stays.countByCounty(homePlan));
    stays.assign(homePlan, facilities.stream().filter(f -> f.kind() == FacilityKind.CARE_HOME).collect(Collectors.groupingBy(f -> f.region().at(3))));
    workforce = new WorkforceMaker(profile, homes, seeded, numbers);
    workforce.make(eldersByCounty());
    villageWorkers = villageWorkers(numbers);
    assessors = assessors(numbers);
    households = new HouseholdMaker(profile, pool, homePlan, stays, homes, seeded);
  }

  public Counts counts() {
    return new Counts(elders, homePlan.size(), homePlan.villages.size(), facilities.size(), workforce.providers.size(), workforce.carers.size(),
        villageWorkers.size(), assessors.size());
  }

  /** Households in the order of their villages' codes, with their elders and the people around them. */
  public Stream<SimulatedHousehold> households() {
    return IntStream.range(0, homePlan.size()).mapToObj(households::make);
  }

  public Stream<SimulatedElder> elders() {
    return households().flatMap(household -> household.elders().stream());
  }

  public List<SimulatedFacility> facilities() {
    return facilities;
  }

  /** How many elders of the plan live in this care home; 0 for every other facility. */
  public int bedsTaken(UUID facility) {
    return stays.takenIn(facility);
  }

  public List<SimulatedProvider> providers() {
    return List.copyOf(workforce.providers);
  }

  public List<SimulatedCarer> carers() {
    return List.copyOf(workforce.carers);
  }

  public List<SimulatedVillageWorker> villageWorkers() {
    return villageWorkers;
  }

  public List<SimulatedAssessor> assessors() {
    return assessors;
  }

  private Map<RegionCode, Integer> eldersByCounty() {
    var counts = new HashMap<RegionCode, Integer>();
    for (int h = 0; h < homePlan.size(); h++) {
      counts.merge(homePlan.villages.get(homePlan.village[h]).code().at(3), homePlan.second[h] >= 0 ? 2 : 1, Integer::sum);
    }
    return counts;
  }

  private List<SimulatedVillageWorker> villageWorkers(StaffNumbers numbers) {
    int each = (int) profile.yaml().at("supply").number("villageWorkersPerVillage");
    var made = new ArrayList<SimulatedVillageWorker>();
    for (var village : homePlan.villages) {
      for (int i = 0; i < each; i++) {
        var random = seeded.random(For.VILLAGE_WORKER, made.size());
        var sex = random.nextInt(10) < 6 ? Sex.FEMALE : Sex.MALE;
        int birthYear = profile.asOf().getYear() - random.nextInt(25, 58);
        made.add(new SimulatedVillageWorker(seeded.id(Kind.VILLAGE_WORKER, made.size()), profile.names().full(birthYear, sex, random), sex,
            numbers.phone(), village.code()));
      }
    }
    return List.copyOf(made);
  }

  private List<SimulatedAssessor> assessors(StaffNumbers numbers) {
    int each = (int) profile.yaml().at("supply").number("assessorsPerCounty");
    var made = new ArrayList<SimulatedAssessor>();
    for (var county : profile.regions().all()) {
      for (int i = 0; i < each && county.level() == 3; i++) {
        int number = made.size();
        var random = seeded.random(For.ASSESSOR, number);
        var sex = random.nextInt(10) < 7 ? Sex.FEMALE : Sex.MALE;
        int birthYear = profile.asOf().getYear() - random.nextInt(26, 57);
        var to = profile.asOf().plusDays(random.nextInt(90, 3 * 365));
        made.add(new SimulatedAssessor(seeded.id(Kind.ASSESSOR, number), profile.names().full(birthYear, sex, random), sex, numbers.phone(), county.code(),
            random.nextInt(10) < 6 || i == 0, "SIMA" + String.format("%06d", number), to.minusYears(3), to));
      }
    }
    return List.copyOf(made);
  }
}
