package org.zhiyang.registry.population.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.zhiyang.registry.elder.LivingSituation;
import org.zhiyang.registry.elder.Sex;
import org.zhiyang.registry.household.Relation;
import org.zhiyang.registry.population.domain.Seeded.Kind;

/**
 * Makes the people around a household's elders so that they fit how the elders live: with children a child lives in the home, with the
 * spouse a child lives in the county, in an empty nest none does. Somebody is always there to be called; without family it is a neighbor.
 */
final class FamilyMaker {

  private static final int MOST_MEMBERS = 8;
  private static final double SON_STAYS = 0.75;
  private static final double CHILD_IS_MARRIED = 0.7;
  private static final int LEAST_NEIGHBOR_AGE = 35;

  private final PopulationProfile profile;
  private final Seeded seeded;
  private final int firstPhone;
  private final int year;
  private final NavigableMap<Integer, Shares<Integer>> children = new TreeMap<>();
  private final double livesInCounty;
  private final double[] proxyByLevel;

  FamilyMaker(PopulationProfile profile, Seeded seeded, int firstPhone) {
    this.profile = profile;
    this.seeded = seeded;
    this.firstPhone = firstPhone;
    this.year = profile.asOf().getYear();
    var family = profile.yaml().at("family");
    family.bands("childrenByBirthYear").forEach((from, band) -> {
      var shares = new java.util.LinkedHashMap<Integer, Double>();
      for (double percent : band.numbers("percent")) {
        shares.put(shares.size(), percent);
      }
      children.put(from, new Shares<>(shares));
    });
    livesInCounty = family.share("childLivesInCountyPercent");
    proxyByLevel = family.shares("proxyPercentByLevel", 5);
  }

  /** Somebody before it is known who is called and who acts. */
  private record Draft(String name, Relation relation, Sex sex, int birthYear, boolean together, boolean nearby) {}

  List<SimulatedFamilyMember> around(int h, UUID household, List<SimulatedElder> elders, LivingSituation living, boolean youngSpouse, boolean childless,
                                     SplittableRandom random) {
    var first = elders.getFirst();
    var drafts = new ArrayList<Draft>(6);
    if (youngSpouse) {
      var sex = first.sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE;
      int birthYear = year - PopulationProfile.FIRST_AGE + random.nextInt(1, 5);
      drafts.add(new Draft(profile.names().full(birthYear, sex, random), Relation.SPOUSE, sex, birthYear, true, true));
    }
    if (!childless) {
      children(first, living, random, drafts);
    }
    if (living == LivingSituation.WITH_OTHERS) {
      drafts.add(companion(first, random));
    }
    if (drafts.isEmpty()) {
      drafts.add(stranger(Relation.NEIGHBOR, random.nextBoolean() ? Sex.MALE : Sex.FEMALE, random, false));
    }
    return finish(h, household, elders, drafts, random);
  }

  private void children(SimulatedElder first, LivingSituation living, SplittableRandom random, List<Draft> drafts) {
    int birthYear = first.birthOn().getYear();
    int count = children.floorEntry(birthYear).getValue().pick(random.nextDouble());
    if (living == LivingSituation.WITH_CHILDREN || living == LivingSituation.WITH_SPOUSE) {
      count = Math.max(count, 1);
    }
    var surname = first.sex() == Sex.MALE ? first.name().substring(0, 1) : profile.names().surname(random);
    int atHome = living == LivingSituation.WITH_CHILDREN ? random.nextInt(count) : -1;
    int certainlyNear = living == LivingSituation.WITH_SPOUSE ? random.nextInt(count) : -1;
    int born = birthYear + random.nextInt(22, 28);
    for (int i = 0; i < count; i++, born += random.nextInt(1, 5)) {
      boolean son = i == atHome ? random.nextDouble() < SON_STAYS : random.nextBoolean();
      var sex = son ? Sex.MALE : Sex.FEMALE;
      boolean nearby = i == atHome || i == certainlyNear || living != LivingSituation.EMPTY_NEST && random.nextDouble() < livesInCounty;
      drafts.add(new Draft(surname + profile.names().given(born, sex, random), Relation.CHILD, sex, born, i == atHome, nearby));
      if (i == atHome && random.nextDouble() < CHILD_IS_MARRIED) {
        int partnerBorn = born + random.nextInt(-3, 4);
        var partnerSex = son ? Sex.FEMALE : Sex.MALE;
        drafts.add(new Draft(profile.names().full(partnerBorn, partnerSex, random), Relation.CHILD_IN_LAW, partnerSex,
            partnerBorn, true, true));
      }
    }
  }

  private Draft companion(SimulatedElder first, SplittableRandom random) {
    if (random.nextDouble() < 0.4) {
      return stranger(Relation.HELPER, Sex.FEMALE, random, true);
    }
    var sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
    int birthYear = first.birthOn().getYear() + random.nextInt(18, 36);
    return new Draft(first.name().substring(0, 1) + profile.names().given(birthYear, sex, random), Relation.OTHER_RELATIVE, sex,
        birthYear, true, true);
  }

  private Draft stranger(Relation relation, Sex sex, SplittableRandom random, boolean together) {
    int birthYear = year - random.nextInt(LEAST_NEIGHBOR_AGE, PopulationProfile.FIRST_AGE);
    return new Draft(profile.names().full(birthYear, sex, random), relation, sex, birthYear, together, true);
  }

  private List<SimulatedFamilyMember> finish(int h, UUID household, List<SimulatedElder> elders, List<Draft> drafts, SplittableRandom random) {
    int level = elders.stream().mapToInt(SimulatedElder::abilityLevel).max().orElse(0);
    boolean wantsProxy = random.nextDouble() < proxyByLevel[level];
    int closest = closest(drafts);
    var members = new ArrayList<SimulatedFamilyMember>(drafts.size());
    for (int i = 0; i < Math.min(drafts.size(), MOST_MEMBERS); i++) {
      var d = drafts.get(i);
      boolean mayAct = d.relation().isRelative();
      members.add(new SimulatedFamilyMember(seeded.id(Kind.FAMILY_MEMBER, (long) h * MOST_MEMBERS + i), household, d.name(), d.relation(), d.sex(),
          d.birthYear(), seeded.phone(firstPhone + h * MOST_MEMBERS + i), d.together(), d.nearby(), i == closest && wantsProxy && mayAct, i == closest));
    }
    return List.copyOf(members);
  }

  /** Who lives in the home, else who lives near, else the first. */
  private static int closest(List<Draft> drafts) {
    int best = 0;
    for (int i = drafts.size() - 1; i >= 0; i--) {
      if (rank(drafts.get(i)) <= rank(drafts.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static int rank(Draft draft) {
    return draft.together() ? 0 : draft.nearby() ? 1 : 2;
  }
}
