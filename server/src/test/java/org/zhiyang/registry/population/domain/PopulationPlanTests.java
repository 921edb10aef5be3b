package org.zhiyang.registry.population.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.elder.EconomicStatus;
import org.zhiyang.registry.elder.GbIdNumber;
import org.zhiyang.registry.elder.LivingSituation;
import org.zhiyang.registry.elder.Sex;
import org.zhiyang.registry.facility.FacilityKind;
import org.zhiyang.registry.facility.SocialCreditCode;
import org.zhiyang.registry.household.Relation;

class PopulationPlanTests {

  private static final int ELDERS = 60_000;
  private static final PopulationProfile HUZHOU = PopulationProfile.read(new ProfileFiles("huzhou", null));
  private static final PopulationProfile HENGYANG = PopulationProfile.read(new ProfileFiles("hengyang", null));
  private static final PopulationPlan PLAN = PopulationPlan.generate(HUZHOU, ELDERS, 42);
  private static final List<SimulatedHousehold> HOUSEHOLDS = PLAN.households().toList();
  private static final List<SimulatedElder> PEOPLE = HOUSEHOLDS.stream().flatMap(h -> h.elders().stream()).toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_301, 1_302, 5_000, 20_000})
  void holdsExactlyAsManyEldersAsAskedFor(int n) {
    var plan = PopulationPlan.generate(HUZHOU, n, 1);

    assertThat(plan.elders().count()).isEqualTo(n);
    assertThat(plan.counts().elders()).isEqualTo(n);
    assertThat(plan.households().count()).isEqualTo(plan.counts().households());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, PopulationPlan.MOST_ELDERS + 1})
  void refusesANumberNoCityCanHave(int n) {
    assertThatThrownBy(() -> PopulationPlan.generate(HUZHOU, n, 1)).hasMessageContaining("1 to 3000000");
  }

  @Test
  void theSameSeedGivesTheSameCityInWhateverOrderItIsTold() throws Exception {
    var again = PopulationPlan.generate(HUZHOU, 4_000, 7);
    var parallel = PopulationPlan.generate(HUZHOU, 4_000, 7).households().parallel().toList();

    assertThat(digest(again)).isEqualTo(digest(PopulationPlan.generate(HUZHOU, 4_000, 7)));
    assertThat(again.households().toList()).isEqualTo(parallel);
  }

  @Test
  void anotherSeedGivesAnotherCity() throws Exception {
    var one = PopulationPlan.generate(HUZHOU, 4_000, 7);
    var other = PopulationPlan.generate(HUZHOU, 4_000, 8);

    assertThat(digest(one)).isNotEqualTo(digest(other));
    assertThat(other.elders().map(SimulatedElder::id)).doesNotContainAnyElementsOf(one.elders().map(SimulatedElder::id).toList());
  }

  /** Changes when the generator or the profile changes what a seed means: then cities already loaded can no longer be made again; say so in the changelog. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      huzhou, 1, 098251f13b4e2ad725eee779b3e1262611c8f031c48400c0b13195d29f99856b
      huzhou, 2, 295088328b6edd50eaf7383375b48b47a70604d6d86a97ea0eed9f1bcef78c33
      hengyang, 1, b8691d88a7c8f45d2cd60b34b296882806192d0792f310ffdb8e7e61e4627dbc""")
  void aSeedKeepsItsMeaning(String city, long seed, String golden) throws Exception {
    assertThat(digest(PopulationPlan.generate(city.equals("huzhou") ? HUZHOU : HENGYANG, 3_000, seed))).isEqualTo(golden);
  }

  @Test
  void agesAndSexesFollowTheProfile() {
    double total = java.util.Arrays.stream(HUZHOU.ageSex()).flatMapToDouble(java.util.Arrays::stream).sum();

    for (int age = 60; age < 60 + HUZHOU.ageSex().length; age++) {
      for (var sex : Sex.values()) {
        int wanted = age;
        long found = PEOPLE.stream().filter(e -> e.sex() == sex && ageOf(e) == wanted).count();
        assertThat(found).as("%s of %d", sex, age).isCloseTo(Math.round(ELDERS * HUZHOU.ageSex()[age - 60][sex.ordinal()] / total), within(1L));
      }
    }
  }

  @Test
  void lossOfAbilityFollowsAgeAndSex() {
    for (var band : HUZHOU.ability().entrySet()) {
      var next = HUZHOU.ability().higherKey(band.getKey());
      for (var sex : Sex.values()) {
        var people = PEOPLE.stream().filter(e -> e.sex() == sex && ageOf(e) >= band.getKey() && (next == null || ageOf(e) < next)).toList();
        double below = 0;
        for (int level = 0; level < 5; level++) {
          int wanted = level;
          double share = band.getValue()[sex.ordinal()][level] - below;
          below = band.getValue()[sex.ordinal()][level];
          double found = people.stream().filter(e -> e.abilityLevel() == wanted).count() / (double) people.size();
          double tolerance = 4 * Math.sqrt(share * (1 - share) / people.size()) + 1e-9;
          assertThat(found).as("level %d of %s from %d", level, sex, band.getKey()).isCloseTo(share, within(tolerance));
        }
      }
    }
  }

  @Test
  void livingSituationsAndPovertyStayNearTheProfile() {
    var living = shares(SimulatedElder::living);
    var economic = shares(SimulatedElder::economic);

    assertThat(living.get(LivingSituation.IN_CARE_HOME)).isBetween(0.005, 0.02);
    assertThat(living.get(LivingSituation.ALONE)).isBetween(0.05, 0.12);
    assertThat(living.get(LivingSituation.EMPTY_NEST)).isBetween(0.12, 0.18);
    assertThat(living.get(LivingSituation.WITH_CHILDREN)).isBetween(0.5, 0.62);
    assertThat(economic.get(EconomicStatus.TEKUN)).isBetween(0.003, 0.008);
    assertThat(economic.get(EconomicStatus.DIBAO)).isBetween(0.014, 0.024);
  }

  @Test
  void partnersAreAsManyAsTheProfileSaysAndOfFittingAge() {
    var couples = HOUSEHOLDS.stream().filter(h -> h.elders().size() == 2).toList();
    double gap = couples.stream().mapToDouble(h -> Period.between(h.elders().get(0).birthOn(), h.elders().get(1).birthOn()).toTotalMonths() / 12.0).average().orElseThrow();

    assertThat(couples).allSatisfy(h -> assertThat(h.elders()).extracting(SimulatedElder::sex).containsExactly(Sex.MALE, Sex.FEMALE));
    assertThat(couples.size() * 2.0 / ELDERS).isBetween(0.66, 0.74);
    assertThat(gap).isBetween(1.0, 3.5);
  }

  @Test
  void everyVillageHasEldersAndCountiesShareThemByTheirPeople() {
    var byVillage = PEOPLE.stream().collect(Collectors.groupingBy(SimulatedElder::village, Collectors.counting()));
    var byCounty = PEOPLE.stream().collect(Collectors.groupingBy(e -> e.village().at(3), Collectors.counting()));
    double all = HUZHOU.countyPeople().values().stream().mapToDouble(Double::doubleValue).sum();

    assertThat(byVillage.keySet()).containsExactlyInAnyOrderElementsOf(
        HUZHOU.regions().villagesWithin(HUZHOU.regions().city().code()).stream().map(v -> v.code()).toList());
    HUZHOU.countyPeople().forEach((county, people) -> assertThat(byCounty.get(county) / (double) ELDERS).as("%s", county).isCloseTo(people / all, within(0.01)));
  }

  @Test
  void everyVillageOfACityWithFunctionalZonesHasElders() {
    var villages = PopulationPlan.generate(HENGYANG, 20_000, 3).elders().map(SimulatedElder::village).collect(Collectors.toSet());

    assertThat(villages).hasSize(2785);
    assertThat(villages).anyMatch(v -> v.isWithin(new RegionCode("430473000000")));
  }

  @Test
  void identityNumbersAreValidUniqueSyntheticAndAgreeWithTheRecord() {
    var numbers = Stream.concat(PEOPLE.stream().map(SimulatedElder::idNumber), PLAN.carers().stream().map(SimulatedCarer::idNumber)).toList();

    assertThat(new HashSet<>(numbers)).hasSize(numbers.size());
    assertThat(numbers).allMatch(GbIdNumber::synthetic).allMatch(id -> GbIdNumber.flawIn(id.value()).isEmpty());
    assertThat(PEOPLE).allSatisfy(e -> {
      assertThat(e.idNumber().birthOn()).isEqualTo(e.birthOn());
      assertThat(e.idNumber().sex()).isEqualTo(e.sex());
    });
  }

  @Test
  void phonesBelongToNobodyAndToOnePersonEach() {
    var phones = new ArrayList<String>();
    PEOPLE.stream().map(SimulatedElder::phone).filter(java.util.Objects::nonNull).forEach(phones::add);
    HOUSEHOLDS.forEach(h -> h.members().forEach(m -> phones.add(m.phone())));
    PLAN.carers().forEach(c -> phones.add(c.phone()));
    PLAN.providers().forEach(p -> phones.add(p.phone()));
    PLAN.facilities().forEach(f -> phones.add(f.phone()));
    PLAN.villageWorkers().forEach(w -> phones.add(w.phone()));
    PLAN.assessors().forEach(a -> phones.add(a.phone()));

    assertThat(phones).allMatch(phone -> phone.matches("154[0-9]{8}"));
    assertThat(new HashSet<>(phones)).hasSize(phones.size());
  }

  @Test
  void identifiersAreUniqueAndOfVersion7() {
    var ids = new ArrayList<java.util.UUID>();
    HOUSEHOLDS.forEach(h -> {
      ids.add(h.id());
      h.elders().forEach(e -> ids.add(e.id()));
      h.members().forEach(m -> ids.add(m.id()));
    });
    PLAN.carers().forEach(c -> {
      ids.add(c.id());
      c.certificates().forEach(certificate -> ids.add(certificate.id()));
    });
    PLAN.facilities().forEach(f -> ids.add(f.id()));

    assertThat(new HashSet<>(ids)).hasSize(ids.size());
    assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
  }

  @Test
  void familiesFitHowTheEldersLive() {
    for (var household : HOUSEHOLDS) {
      var members = household.members();
      var first = household.elders().getFirst();
      boolean childAtHome = members.stream().anyMatch(m -> m.livesTogether() && m.relation() == Relation.CHILD);
      boolean childNear = members.stream().anyMatch(m -> m.livesNearby() && m.relation() == Relation.CHILD);

      assertThat(members.stream().filter(SimulatedFamilyMember::emergencyContact).count()).isEqualTo(1);
      assertThat(members.stream().filter(SimulatedFamilyMember::proxy).count()).isLessThanOrEqualTo(1);
      switch (first.living()) {
        case WITH_CHILDREN -> assertThat(childAtHome).isTrue();
        case WITH_SPOUSE -> assertThat(childNear).isTrue();
        case EMPTY_NEST -> assertThat(childNear).isFalse();
        case ALONE -> assertThat(members).noneMatch(SimulatedFamilyMember::livesTogether);
        default -> { }
      }
      if (first.economic() == EconomicStatus.TEKUN || first.familyPlanningSpecial()) {
        assertThat(members).noneMatch(m -> m.relation() == Relation.CHILD);
      }
    }
  }

  @Test
  void homesLieInTheirCountyAndNearTheirVillage() {
    for (var household : HOUSEHOLDS) {
      var village = HUZHOU.regions().find(household.village()).orElseThrow();
      assertThat(HUZHOU.outlines().contains(household.village().at(3), household.home())).isTrue();
      assertThat(household.home().metersTo(Homes.pointOf(village))).isLessThan(2_000);
    }
  }

  @Test
  void careHomesHaveABedForEveryResident() {
    var plan = PopulationPlan.generate(HUZHOU, 200_000, 5);
    var beds = plan.facilities().stream().filter(f -> f.kind() == FacilityKind.CARE_HOME).collect(Collectors.toMap(SimulatedFacility::id, f -> f));
    var residents = new HashMap<java.util.UUID, Integer>();
    for (var elder : plan.elders().toList()) {
      assertThat(elder.careHomeId() != null).isEqualTo(elder.living() == LivingSituation.IN_CARE_HOME);
      if (elder.careHomeId() != null) {
        residents.merge(elder.careHomeId(), 1, Integer::sum);
        assertThat(beds.get(elder.careHomeId()).region().at(3)).isEqualTo(elder.village().at(3));
      }
    }

    assertThat(residents).isNotEmpty();
    residents.forEach((home, people) -> {
      assertThat(people).isLessThanOrEqualTo(beds.get(home).beds());
      assertThat(plan.bedsTaken(home)).isEqualTo(people);
    });
  }

  @Test
  void facilitiesStandAtAllThreeLevels() {
    var kinds = PLAN.facilities().stream().collect(Collectors.groupingBy(SimulatedFacility::kind, Collectors.counting()));

    assertThat(kinds.get(FacilityKind.COUNTY_CENTER)).isEqualTo(5);
    assertThat(kinds.get(FacilityKind.TOWN_CENTER)).isEqualTo(72);
    assertThat(kinds.get(FacilityKind.VILLAGE_STATION)).isBetween(1_050L, 1_160L);
    assertThat(kinds.get(FacilityKind.CARE_HOME)).isGreaterThanOrEqualTo(5);
    assertThat(PLAN.facilities()).allMatch(f -> SocialCreditCode.isValid(f.creditCode().value()) && f.creditCode().synthetic());
  }

  @Test
  void everyProviderCanStaffWhatItOffersAndEveryCountyOffersAll() {
    var carers = PLAN.carers().stream().collect(Collectors.groupingBy(SimulatedCarer::providerId));
    var offered = new HashMap<RegionCode, HashSet<String>>();
    for (var provider : PLAN.providers()) {
      offered.computeIfAbsent(provider.county(), c -> new HashSet<>()).addAll(provider.services());
      for (var service : provider.services()) {
        var skill = HUZHOU.serviceSkills().get(service);
        long able = carers.get(provider.id()).stream().filter(c -> skill.isEmpty() || c.skills().contains(skill)).count();
        assertThat(able).as(service).isGreaterThan(HUZHOU.serviceCrews().get(service));
      }
    }

    assertThat(offered).hasSize(5).allSatisfy((county, services) -> assertThat(services).containsAll(HUZHOU.serviceSkills().keySet()));
    assertThat(PLAN.carers().size() / (ELDERS / 1000.0)).isCloseTo(3.5, within(0.1));
  }

  @Test
  void carersHaveShiftsThatDoNotOverlapAndCertificatesThatEndAfterTheyBegin() {
    for (var carer : PLAN.carers()) {
      assertThat(carer.shifts()).isNotEmpty();
      carer.shifts().stream().collect(Collectors.groupingBy(SimulatedCarer.Shift::day)).values().forEach(day -> {
        for (int i = 1; i < day.size(); i++) {
          assertThat(day.get(i).from()).isAfterOrEqualTo(day.get(i - 1).to());
        }
      });
      assertThat(carer.certificates()).isNotEmpty().allMatch(c -> c.from().isBefore(c.to()));
    }
  }

  private static int ageOf(SimulatedElder elder) {
    return Period.between(elder.birthOn(), HUZHOU.asOf()).getYears();
  }

  private static <K> Map<K, Double> shares(java.util.function.Function<SimulatedElder, K> by) {
    return PEOPLE.stream().collect(Collectors.groupingBy(by, Collectors.collectingAndThen(Collectors.counting(), count -> count / (double) ELDERS)));
  }

  private static String digest(PopulationPlan plan) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    Stream.of(plan.households(), plan.facilities().stream(), plan.providers().stream(), plan.carers().stream(), plan.villageWorkers().stream(), plan.assessors().stream())
        .flatMap(stream -> stream).forEach(record -> {
          digest.update(record.toString().getBytes(StandardCharsets.UTF_8));
          if (record instanceof SimulatedHousehold household) {
            household.elders().forEach(elder -> digest.update(elder.idNumber().value().getBytes(StandardCharsets.UTF_8)));
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }
}
