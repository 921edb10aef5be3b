package org.zhiyang.registry.population.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.zhiyang.platform.region.Region;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.facility.FacilityKind;
import org.zhiyang.registry.facility.SocialCreditCode;
import org.zhiyang.registry.population.domain.Seeded.For;
import org.zhiyang.registry.population.domain.Seeded.Kind;

/**
 * Makes the facilities: one guidance center a county, one service center a town, a station in most villages, and as many care homes as the
 * people living in them need at the profile's occupancy, at least one a county that has villages.
 */
final class FacilityMaker {

  private static final int TOWN = 4;
  private static final int COUNTY = 3;

  private final PopulationProfile profile;
  private final Homes homes;
  private final Seeded seeded;
  private final StaffNumbers numbers;
  private final Set<String> takenNames = new HashSet<>();
  private final List<SimulatedFacility> made = new ArrayList<>();

  FacilityMaker(PopulationProfile profile, Homes homes, Seeded seeded, StaffNumbers numbers) {
    this.profile = profile;
    this.homes = homes;
    this.seeded = seeded;
    this.numbers = numbers;
  }

  List<SimulatedFacility> make(Map<RegionCode, Integer> residentsByCounty) {
    var tree = profile.regions();
    var settings = profile.yaml().at("facilities");
    double stationShare = settings.share("villageStationPercent");
    for (var region : tree.all()) {
      var villages = tree.villagesWithin(region.code());
      if (villages.isEmpty()) {
        continue;
      }
      var random = seeded.random(For.FACILITY, Long.parseLong(region.code().value()));
      switch (region.level()) {
        case COUNTY -> {
          add(FacilityKind.COUNTY_CENTER, region.name() + "养老服务指导中心", region.code(), any(villages, random), 0, 0, true, random);
          careHomes(region, villages, residentsByCounty.getOrDefault(region.code(), 0), settings, random);
        }
        case TOWN -> add(FacilityKind.TOWN_CENTER, region.name() + "居家养老服务中心", region.code(), any(villages, random),
            random.nextInt(10, 31), 0, true, random);
        case 5 -> {
          if (random.nextDouble() < stationShare) {
            add(FacilityKind.VILLAGE_STATION, shortName(region) + "居家养老照料站", region.code(), region, random.nextInt(2, 9), 0, true, random);
          }
        }
        default -> { }
      }
    }
    return List.copyOf(made);
  }

  private void careHomes(Region county, List<Region> villages, int residents, ProfileNode settings, SplittableRandom random) {
    int needed = (int) Math.ceil(residents / settings.share("careHomeOccupancyPercent"));
    var range = settings.at("bedsPerCareHome");
    int from = (int) range.number("from");
    int to = (int) range.number("to");
    var stars = new Shares<>(settings.table("stars"));
    double publicShare = settings.share("publicPercent");
    for (int beds = 0; beds == 0 || beds < needed; ) {
      int here = random.nextInt(from / 10, to / 10 + 1) * 10;
      boolean owned = random.nextDouble() < publicShare;
      add(FacilityKind.CARE_HOME, careHomeName(county, owned, random), any(villages, random).code(), null, here,
          Integer.parseInt(stars.pick(random.nextDouble())), owned, random);
      beds += here;
    }
  }

  private String careHomeName(Region county, boolean owned, SplittableRandom random) {
    var ending = owned ? "社会福利中心" : random.nextBoolean() ? "养老院" : "颐养院";
    var name = county.name() + profile.names().institution(random) + ending;
    while (!takenNames.add(name)) {
      name = county.name() + profile.names().institution(random) + profile.names().institution(random) + ending;
    }
    return name;
  }

  private void add(FacilityKind kind, String name, RegionCode region, @org.jspecify.annotations.Nullable Region where, int beds, int stars,
                   boolean owned, SplittableRandom random) {
    var village = where == null ? profile.regions().find(region).orElseThrow() : where;
    int number = made.size();
    made.add(new SimulatedFacility(seeded.id(Kind.FACILITY, number), kind, name, region, homes.near(village, random),
        village.fullName() + homes.address(village, random), beds, stars, owned, numbers.phone(), SocialCreditCode.synthetic(owned ? "12" : "52", numbers.organization())));
  }

  private static Region any(List<Region> villages, SplittableRandom random) {
    return villages.get(random.nextInt(villages.size()));
  }

  private static String shortName(Region village) {
    return village.name().replaceFirst("(居民委员会|村民委员会|居委会|村委会)$", "");
  }
}
