package org.zhiyang.registry.population.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.zhiyang.platform.region.Region;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.elder.Sex;
import org.zhiyang.registry.facility.SocialCreditCode;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.registry.population.domain.Seeded.For;
import org.zhiyang.registry.population.domain.Seeded.Kind;
import org.zhiyang.registry.population.domain.SimulatedCarer.Certificate;
import org.zhiyang.registry.population.domain.SimulatedCarer.CertificateKind;
import org.zhiyang.registry.population.domain.SimulatedCarer.Shift;

/** Makes providers and their carers county by county; a service is offered only where enough carers have its skill. */
final class WorkforceMaker {

  private static final int VISITS_PER_CARER_AND_DAY = 5;
  private static final int LEAST_SERVICES = 4;

  private final PopulationProfile profile;
  private final Homes homes;
  private final Seeded seeded;
  private final StaffNumbers numbers;
  private final ProfileNode supply;
  private final Map<String, Double> skillShares;
  private final Shares<String> levels;
  private final Shares<String> travelModes;
  private final Set<String> takenNames = new java.util.HashSet<>();
  final List<SimulatedProvider> providers = new ArrayList<>();
  final List<SimulatedCarer> carers = new ArrayList<>();
  private int certificates;

  WorkforceMaker(PopulationProfile profile, Homes homes, Seeded seeded, StaffNumbers numbers) {
    this.profile = profile;
    this.homes = homes;
    this.seeded = seeded;
    this.numbers = numbers;
    this.supply = profile.yaml().at("supply");
    this.skillShares = supply.table("skillsPercent");
    this.levels = new Shares<>(supply.table("certificateLevelsPercent"));
    this.travelModes = new Shares<>(supply.table("travelModesPercent"));
  }

  void make(Map<RegionCode, Integer> eldersByCounty) {
    for (var county : profile.regions().all().stream().filter(region -> region.level() == 3).toList()) {
      var villages = profile.regions().villagesWithin(county.code());
      if (!villages.isEmpty()) {
        makeCounty(county, villages, eldersByCounty.getOrDefault(county.code(), 0));
      }
    }
  }

  private void makeCounty(Region county, List<Region> villages, int elders) {
    int least = (int) supply.number("minimumCarersPerProvider");
    int staff = (int) Math.round(elders * supply.number("carersPerThousandElders") / 1000);
    int companies = Math.clamp(staff / least, 1, (int) supply.number("providersPerCounty"));
    staff = Math.max(staff, companies * least);
    for (int i = 0; i < companies; i++) {
      int here = staff / companies + (i < staff % companies ? 1 : 0);
      makeProvider(county, villages, here, i == 0);
    }
  }

  private void makeProvider(Region county, List<Region> villages, int staff, boolean offersAll) {
    int number = providers.size();
    var random = seeded.random(For.PROVIDER, number);
    var id = seeded.id(Kind.PROVIDER, number);
    var services = offersAll ? List.copyOf(profile.serviceSkills().keySet()) : someServices(random);
    var village = villages.get(random.nextInt(villages.size()));
    var skillsNeeded = skillsNeeded(services);
    for (int i = 0; i < staff; i++) {
      makeCarer(id, villages.get(seeded.random(For.CARER, carers.size()).nextInt(villages.size())), i, skillsNeeded);
    }
    providers.add(new SimulatedProvider(id, name(county, random), SocialCreditCode.synthetic("91", numbers.organization()), county.code(),
        homes.near(village, random), village.fullName() + homes.address(village, random), numbers.phone(), "000000" + String.format("%013d", number), services, staff * VISITS_PER_CARER_AND_DAY));
  }

  private List<String> someServices(SplittableRandom random) {
    var all = new ArrayList<>(profile.serviceSkills().keySet());
    int wanted = random.nextInt(Math.min(LEAST_SERVICES, all.size()), all.size() + 1);
    var kept = new LinkedHashSet<>(all);
    while (kept.size() > wanted) {
      kept.remove(all.get(random.nextInt(all.size())));
    }
    return List.copyOf(kept);
  }

  /** How many carers must have each skill: one more than the largest crew that needs it, so that one may be absent. */
  private Map<String, Integer> skillsNeeded(List<String> services) {
    var needed = new java.util.TreeMap<String, Integer>();
    for (var service : services) {
      var skill = profile.serviceSkills().getOrDefault(service, "");
      if (!skill.isEmpty()) {
        needed.merge(skill, profile.serviceCrews().getOrDefault(service, 1) + 1, Math::max);
      }
    }
    return needed;
  }

  private void makeCarer(UUID provider, Region village, int place, Map<String, Integer> skillsNeeded) {
    int number = carers.size();
    var random = seeded.random(For.CARER, -1L - number);
    var sex = random.nextDouble() < supply.share("femaleCarersPercent") ? Sex.FEMALE : Sex.MALE;
    var birthOn = profile.asOf().minusYears(random.nextInt(28, 59)).minusDays(random.nextInt(365));
    var skills = new LinkedHashSet<String>();
    skillShares.forEach((skill, percent) -> {
      if (random.nextDouble() < percent / 100 || place < skillsNeeded.getOrDefault(skill, 0)) {
        skills.add(skill);
      }
    });
    // Rehabilitation asks for level 4 at least, so who has the skill has passed the first level.
    int level = Integer.parseInt(levels.pick(random.nextDouble()));
    level = skills.contains("REHABILITATION") ? Math.min(level, 4) : level;
    boolean partTime = random.nextDouble() < supply.share("partTimePercent");
    var name = profile.names().full(birthOn.getYear(), sex, random);
    var base = homes.near(village, random);
    var certificates = certificates(skills, random);
    var shifts = shifts(partTime, random);
    var travelMode = TravelMode.valueOf(travelModes.pick(random.nextDouble()));
    carers.add(new SimulatedCarer(seeded.id(Kind.CARER, number), provider, village.code(), name, sex, birthOn, numbers.idNumber(birthOn, sex), numbers.phone(),
        java.util.Collections.unmodifiableSet(skills), level, partTime, travelMode, base, certificates, shifts));
  }

  private List<Certificate> certificates(Set<String> skills, SplittableRandom random) {
    var made = new ArrayList<Certificate>();
    made.add(certificate(CertificateKind.CARE_WORKER, 3, random));
    made.add(certificate(CertificateKind.HEALTH, 1, random));
    if (skills.contains("REHABILITATION")) {
      made.add(certificate(CertificateKind.REHABILITATION, 3, random));
    }
    return List.copyOf(made);
  }

  private Certificate certificate(CertificateKind kind, int years, SplittableRandom random) {
    boolean expired = random.nextDouble() < supply.share("expiredCertificatePercent");
    int days = years * 365;
    LocalDate to = expired ? profile.asOf().minusDays(random.nextInt(60)) : profile.asOf().plusDays(random.nextInt(20, days));
    int number = certificates++;
    return new Certificate(seeded.id(Kind.CERTIFICATE, number), kind, "SIM" + String.format("%010d", number), to.minusYears(years), to);
  }

  private static List<Shift> shifts(boolean partTime, SplittableRandom random) {
    var days = new ArrayList<>(List.of(DayOfWeek.values()));
    int off = partTime ? random.nextInt(2, 5) : random.nextInt(1, 3);
    for (int i = 0; i < off; i++) {
      days.remove(random.nextInt(days.size()));
    }
    int half = partTime ? random.nextInt(3) : 2;
    var shifts = new ArrayList<Shift>();
    for (var day : days) {
      if (half != 1) {
        shifts.add(new Shift(day, LocalTime.of(8, 0), LocalTime.of(12, 0)));
      }
      if (half != 0) {
        shifts.add(new Shift(day, LocalTime.of(13, 30), LocalTime.of(17, 30)));
      }
    }
    return List.copyOf(shifts);
  }

  private String name(Region county, SplittableRandom random) {
    var name = county.name() + profile.names().institution(random) + "居家养老服务有限公司";
    while (!takenNames.add(name)) {
      name = county.name() + profile.names().institution(random) + profile.names().institution(random) + "居家养老服务有限公司";
    }
    return name;
  }
}
