package org.zhiyang.registry.population.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.zhiyang.registry.elder.EconomicStatus;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.Hukou;
import org.zhiyang.registry.elder.LivingSituation;
import org.zhiyang.registry.elder.Sex;
import org.zhiyang.registry.population.domain.Seeded.For;
import org.zhiyang.registry.population.domain.Seeded.Kind;

/** Makes one household after the other, each from its own number alone: elders with all their traits, then the family around them. */
final class HouseholdMaker {

  private final PopulationProfile profile;
  private final PersonPool pool;
  private final HomePlan plan;
  private final CareHomeStays stays;
  private final Homes homes;
  private final Seeded seeded;
  private final FamilyMaker families;
  private final Shares<LivingSituation> partneredLiving;
  private final Shares<LivingSituation> singleLiving;
  private final Shares<Hukou> hukou;
  private final Shares<String> ethnicity;
  private final Shares<ElderStatus> status;
  private final Shares<String> disabilityGrade;
  private final double[] disabilityByLevel;
  private final double familyPlanningSpecial;
  private final double tekun;
  private final double[][] dibaoAndEdge;
  private final NavigableMap<Integer, Double> ownPhone = new TreeMap<>();

  HouseholdMaker(PopulationProfile profile, PersonPool pool, HomePlan plan, CareHomeStays stays, Homes homes, Seeded seeded) {
    this.profile = profile;
    this.pool = pool;
    this.plan = plan;
    this.stays = stays;
    this.homes = homes;
    this.seeded = seeded;
    this.families = new FamilyMaker(profile, seeded, pool.size());
    var living = profile.yaml().at("living");
    partneredLiving = living.choice("partnered", LivingSituation.class);
    singleLiving = living.choice("single", LivingSituation.class);
    var traits = profile.yaml().at("traits");
    hukou = traits.choice("hukou", Hukou.class);
    ethnicity = new Shares<>(traits.table("ethnicity"));
    status = traits.choice("status", ElderStatus.class);
    disabilityGrade = new Shares<>(traits.table("disabilityGrades"));
    disabilityByLevel = traits.shares("disabilityPercentByLevel", 5);
    familyPlanningSpecial = traits.share("familyPlanningSpecialPercent");
    traits.bands("ownPhonePercentByAge").forEach((from, band) -> ownPhone.put(from, band.share("percent")));
    var economic = profile.yaml().at("economic");
    tekun = economic.share("tekunPercentOfSinglesWithoutChildrenAtHome");
    dibaoAndEdge = new double[][] {shares(economic.at("single")), shares(economic.at("partnered"))};
  }

  SimulatedHousehold make(int h) {
    var random = seeded.random(For.HOUSEHOLD, h);
    int first = plan.first[h];
    int second = plan.second[h];
    boolean partnered = pool.partner(first) != PersonPool.NO_PARTNER;
    var village = plan.villages.get(plan.village[h]);
    var id = seeded.id(Kind.HOUSEHOLD, h);
    var home = homes.near(village, random);
    var address = homes.address(village, random);
    var living = stays.holds(first) ? LivingSituation.IN_CARE_HOME : (partnered ? partneredLiving : singleLiving).pick(random.nextDouble());
    boolean special = living != LivingSituation.WITH_CHILDREN && living != LivingSituation.WITH_SPOUSE && random.nextDouble() < familyPlanningSpecial;
    var economic = economic(partnered, living, random);
    var registered = hukou.pick(random.nextDouble());
    var elders = new ArrayList<SimulatedElder>(2);
    for (int k = 0; k < (second >= 0 ? 2 : 1); k++) {
      int person = k == 0 ? first : second;
      var birthOn = pool.birthOn(person);
      var sex = pool.sex(person);
      int level = pool.level(person);
      elders.add(new SimulatedElder(seeded.id(Kind.ELDER, 2L * h + k), id, profile.names().full(birthOn.getYear(), sex, random), sex, birthOn,
          pool.idNumber(person), random.nextDouble() < ownPhone.floorEntry(pool.age(person)).getValue() ? seeded.phone(person) : null,
          village.code(), home, address, registered, living, economic, level, disability(level, random), special,
          ethnicity.pick(random.nextDouble()), living == LivingSituation.IN_CARE_HOME ? ElderStatus.LIVING : status.pick(random.nextDouble()),
          living == LivingSituation.IN_CARE_HOME ? stays.homeOf(person).id() : null));
    }
    boolean childless = special || economic == EconomicStatus.TEKUN;
    boolean youngSpouse = pool.partner(first) == PersonPool.PARTNER_UNDER_60;
    var members = families.around(h, id, elders, living, youngSpouse, childless, random);
    return new SimulatedHousehold(id, village.code(), home, address, List.copyOf(elders), members);
  }

  private EconomicStatus economic(boolean partnered, LivingSituation living, SplittableRandom random) {
    double unit = random.nextDouble();
    boolean alone = !partnered && living != LivingSituation.WITH_CHILDREN;
    var upTo = dibaoAndEdge[partnered ? 1 : 0];
    double start = alone ? tekun : 0;
    if (unit < start) {
      return EconomicStatus.TEKUN;
    }
    if (unit < start + upTo[0]) {
      return EconomicStatus.DIBAO;
    }
    return unit < start + upTo[0] + upTo[1] ? EconomicStatus.DIBAO_EDGE : EconomicStatus.ORDINARY;
  }

  private int disability(int level, SplittableRandom random) {
    return random.nextDouble() < disabilityByLevel[level] ? Integer.parseInt(disabilityGrade.pick(random.nextDouble())) : 0;
  }

  private static double[] shares(ProfileNode economic) {
    return new double[] {economic.share("DIBAO"), economic.share("DIBAO_EDGE")};
  }
}
