package org.zhiyang.routing.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CareCarer.Shift;
import org.zhiyang.routing.care.CareSolver.RepairLimits;
import org.zhiyang.routing.care.city.CityWeek;
import org.zhiyang.routing.check.CareChecker;

/** Plans of all kinds of small problems; the solver itself lets no plan out that the checker does not pass. */
class CareSolverTests {
  private static final CareSolver SOLVER = CareSolvers.standard();

  private static CarePlan plan(CareProblem problem, long iterations) {
    return SOLVER.solve(problem, SearchLimits.ofIterations(iterations, 1), progress -> {});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
  void everyPlanPassesTheCheckerAndIsTheSameForTheSameSeed(long seed) {
    var problem = CareSamples.any(seed);

    var plan = plan(problem, 1_500);

    assertThat(CareChecker.check(problem, plan)).isEmpty();
    assertThat(plan(problem, 1_500)).isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104, 105, 106})
  void findsTheBestPlanOfATinyProblem(long seed) {
    var problem = CareSamples.any(seed, 4, 2, 1, new CareWeights(1_000, 2, 30, 12, 10, 0, 60));

    var plan = plan(problem, 3_000);

    assertThat(plan.score().cost()).isLessThanOrEqualTo(BruteForce.leastCost(problem) + 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aWeekOfATownIsPlannedBySeveralThreads(int threads) {
    var problem = CareGenerator.week(600, 3);
    var heard = new ArrayList<CareSolver.Progress>();

    var plan = SOLVER.solve(problem, SearchLimits.ofIterations(4_000, 1).withThreads(threads), heard::add);

    assertThat(CareChecker.check(problem, plan)).isEmpty();
    assertThat(plan.score().cost()).isLessThan(0.95 * heard.getFirst().score().cost());
  }

  private static CareVisit visit(String id, int place, String skill, int minutes) {
    return new CareVisit(id, id, place, 480, 600, 480, 600, minutes, skill.isEmpty() ? List.of() : List.of(new CareVisit.Skill(skill, 1)), null, 5, Set.of(), Set.of(), Set.of(), null);
  }

  private static CareCarer carer(String id, String skill) {
    return new CareCarer(id, Set.of(), List.of(new CareCarer.Skill(skill, 1, 9_999)), List.of(new Shift(420, 1_000, 0, 0, List.of())), 0, 480, 2_400, 600, Set.of());
  }

  private static CareProblem problem(List<CareVisit> visits, List<CareLink> links, List<CareCarer> carers, TravelTimes travel) {
    return new CareProblem(1, visits, links, carers, travel, 0, 0, CareSamples.WEIGHTS, List.of());
  }

  @Test
  void whatNobodyCanDoComesBackWithTheReason() {
    var noWay = MatrixTravel.of(new int[][][] {{{0, 10, 1_000_000}, {10, 0, 1_000_000}, {1_000_000, 1_000_000, 0}}});
    var alone = List.of(visit("one", 1, "", 30), visit("two", 1, "", 30));
    var problem = problem(List.of(visit("skill", 1, "x-ray", 30), visit("far", 2, "", 30), visit("long", 1, "", 900), alone.get(0), alone.get(1)), List.of(new CareLink("one", "two", 0, 0)),
        List.of(carer("c", "bath")), noWay);

    var plan = plan(problem, 200);

    assertThat(plan.unserved()).containsExactly("skill", "far", "long", "one", "two");
    assertThat(SOLVER.unserved(problem, plan)).extracting(u -> u.rules().getFirst().rule()).containsExactly(CareRule.SKILL, CareRule.UNREACHABLE, CareRule.SHIFT, CareRule.LINK, CareRule.LINK);
  }

  /** No way leads to the last place, or none leads away from it and everybody has to come home. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      1, true
      2, true
      3, true
      4, false
      5, false
      6, false""")
  void aPlaceWithoutAWayIsToldApartFromTheHours(long seed, boolean there) {
    var problem = CareSamples.any(seed);
    var lost = problem.visits().stream().mapToInt(CareVisit::place).max().orElseThrow();
    TravelTimes ways = CareSamples.without(problem.travel(), there ? (a, b) -> b == lost && a != b : (a, b) -> a == lost && a != b);
    var carers = problem.carers().stream().map(CareSolverTests::comingHome).toList();
    var island = new CareProblem(problem.days(), problem.visits(), problem.links(), carers, ways, problem.handover(), 0, problem.weights(), List.of());

    var plan = plan(island, 300);

    assertThat(CareChecker.check(island, plan)).isEmpty();
    int said = 0;
    for (var visit : island.visits()) {
      var options = SOLVER.options(island, plan, visit.id(), null, null);
      if (visit.place() == lost) {
        assertThat(plan.unserved()).contains(visit.id());
        assertThat(options).allSatisfy(o -> assertThat(o.broken()).isNotIn(null, CareRule.ONE_PLACE, CareRule.DAY_LENGTH, CareRule.BREAK));
        said += (int) options.stream().filter(o -> o.broken() == CareRule.UNREACHABLE).count();
      } else {
        // Some other ways are missing as well, but never all those of a carer who works.
        assertThat(options).noneSatisfy(o -> assertThat(o.broken()).isEqualTo(CareRule.UNREACHABLE));
      }
    }
    assertThat(said).isPositive();
    assertThat(SOLVER.unserved(island, plan).stream().filter(u -> u.rules().stream().allMatch(o -> o.rule() == CareRule.UNREACHABLE))).allSatisfy(u -> assertThat(u.remedies()).isEmpty());
  }

  private static CareCarer comingHome(CareCarer c) {
    var shifts = c.shifts().stream().map(s -> new Shift(s.from(), s.to(), s.startPlace(), s.startPlace(), s.breaks(), s.gaps())).toList();
    return new CareCarer(c.id(), c.pools(), c.skills(), shifts, c.mode(), c.mostMinutesADay(), c.mostMinutesAWeek(), c.leastRest(), c.refused());
  }

  /** The place of a visit that has begun may be wrong on the map: the carer is there all the same, and the plans of all others go on. */
  @Test
  void whoHasBegunWhereNoWayLeadsStopsNobodyElse() {
    var noWay = MatrixTravel.of(new int[][][] {{{0, 10, 1_000_000}, {10, 0, 1_000_000}, {1_000_000, 1_000_000, 0}}});
    var begun = CareSamples.pinned(visit("begun", 2, "", 30), "c", 485, true);
    var problem = problem(List.of(begun, visit("open", 1, "", 30)), List.of(), List.of(carer("c", "bath"), carer("d", "bath")), noWay);

    var plan = plan(problem, 100);

    assertThat(plan.stops()).extracting(CarePlan.Stop::visit, CarePlan.Stop::carer).containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("begun", "c"), org.assertj.core.groups.Tuple.tuple("open", "d"));
  }

  @Test
  void nobodyAndNothingAreProblemsToo() {
    assertThat(plan(problem(List.of(visit("v", 1, "", 30)), List.of(), List.of(), CareSamples.allWays(2, 5)), 50).unserved()).containsExactly("v");
    assertThat(plan(problem(List.of(), List.of(), List.of(carer("c", "bath")), CareSamples.allWays(2, 5)), 50).stops()).isEmpty();
  }

  @Test
  void manyVisitsOnOnePointDoNotExplode() {
    var visits = new ArrayList<CareVisit>();
    for (int v = 0; v < 100_000; v++) visits.add(new CareVisit("v" + v, "e" + v % 7, 1, 480, 900, 500, 520, 5, List.of(), null, 5, Set.of(), Set.of(), Set.of(), null));
    var carers = new ArrayList<CareCarer>();
    for (int c = 0; c < 60; c++) carers.add(carer("c" + c, "bath"));
    var began = System.nanoTime();

    var plan = SOLVER.solve(problem(visits, List.of(), carers, CareSamples.allWays(2, 5)), SearchLimits.ofSeconds(1, 1), progress -> {});

    assertThat(plan.stops().size()).isGreaterThan(60 * 80);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(90));
  }

  @Test
  void aPinThatBreaksARuleIsRefusedUnlessItHasBegun() {
    var pinned = CareSamples.pinned(visit("v", 1, "x-ray", 30), "c", 500, false);
    var begun = CareSamples.pinned(visit("v", 1, "x-ray", 30), "c", 100, true);

    assertThatExceptionOfType(RoutingRefusal.class).isThrownBy(() -> plan(problem(List.of(pinned), List.of(), List.of(carer("c", "bath")), CareSamples.allWays(2, 5)), 10))
        .withMessageContaining("服务 v 排给护理员 c：没有技能 x-ray");
    assertThat(plan(problem(List.of(begun), List.of(), List.of(carer("c", "bath")), CareSamples.allWays(2, 5)), 10).stops()).containsExactly(new CarePlan.Stop("v", "c", 100));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aRepairKeepsPinsAndPassesTheChecker(long seed) {
    var problem = CareSamples.any(seed, 40, 7, 2, CareSamples.WEIGHTS);
    var plan = plan(problem, 800);
    int now = 1440 + 600;
    var pins = new ArrayList<CarePlan.Stop>();
    var visits = new ArrayList<>(problem.visits());
    for (var stop : plan.stops()) {
      int v = Integer.parseInt(stop.visit().substring(1));
      if (stop.start() < now) visits.set(v, CareSamples.pinned(visits.get(v), stop.carer(), stop.start(), true));
      if (stop.start() < now) pins.add(stop);
    }
    var ill = problem.carers().get((int) (seed % 7));
    var carers = new ArrayList<>(problem.carers());
    carers.set((int) (seed % 7), new CareCarer(ill.id(), ill.pools(), ill.skills(), List.of(), 0, 0, 0, 0, Set.of()));
    var changed = new CareProblem(2, visits, problem.links(), carers, problem.travel(), problem.handover(), now, problem.weights(), plan.stops());

    var repair = SOLVER.repair(changed, new RepairLimits(Duration.ofMillis(200), 15, 2, 6, 1));

    assertThat(repair.plan().stops()).containsAll(pins);
    assertThat(CareChecker.check(changed, repair.plan())).isEmpty();
    assertThat(repair.plan().stops()).noneMatch(stop -> stop.carer().equals(ill.id()) && stop.start() >= now);
  }

  /** Everybody has a full day, so whoever takes over for the one who is ill moves others. */
  @Test
  void aRepairMovesNoMoreThanItMayForWhatIsNotVital() {
    int lostStill = 0;
    int lostVital = 0;
    for (long seed = 1; seed <= 3; seed++) {
      var problem = CareGenerator.week(800, seed);
      var plan = plan(problem, 3_000);
      var ill = plan.stops().stream().map(CarePlan.Stop::carer).distinct().sorted().skip(seed * 7).findFirst().orElseThrow();
      var carers = problem.carers().stream().map(c -> c.id().equals(ill) ? new CareCarer(c.id(), c.pools(), c.skills(), List.of(), 0, 0, 0, 0, Set.of()) : c).toList();
      var changed = new CareProblem(7, problem.visits(), problem.links(), carers, problem.travel(), 3, 0, problem.weights(), plan.stops());

      var still = SOLVER.repair(changed, new RepairLimits(Duration.ofMillis(600), 15, 0, 10, 1));

      assertThat(still.moved()).isEmpty();
      assertThat(CareChecker.check(changed, still.plan())).isEmpty();
      lostStill += still.lost().size();
      lostVital += SOLVER.repair(changed, new RepairLimits(Duration.ofMillis(600), 15, 0, 1, 1)).lost().size();
    }
    assertThat(lostVital).isLessThan(lostStill);
  }

  @Test
  void whatHasBegunBeforeTheShiftLetsNothingElseBeginBeforeIt() {
    var shift = new CareCarer("a", Set.of(), List.of(), List.of(new Shift(540, 1_020, 0, 0, List.of())), 0, 480, 2_400, 600, Set.of());
    var early = CareSamples.pinned(visit("early", 1, "", 30), "a", 490, true);
    var problem = new CareProblem(1, List.of(early, visit("next", 1, "", 30)), List.of(), List.of(shift), CareSamples.allWays(2, 10), 0, 500, CareSamples.WEIGHTS, List.of());

    assertThat(plan(problem, 10).stops()).containsExactlyInAnyOrder(new CarePlan.Stop("early", "a", 490), new CarePlan.Stop("next", "a", 540));
  }

  @Test
  void twoThatHaveBegunAtTheSameMinuteAreCountedAsTheyAreChecked() {
    var husband = CareSamples.pinned(visit("husband", 2, "", 60), "c", 550, true);
    var wife = CareSamples.pinned(visit("wife", 1, "", 30), "c", 550, true);
    var ways = MatrixTravel.of(new int[][][] {{{0, 10, 30}, {10, 0, 10}, {30, 20, 0}}});

    assertThat(plan(problem(List.of(husband, wife), List.of(), List.of(carer("c", "bath")), ways), 10).unserved()).isEmpty();
  }

  @Test
  void twoPinsThatClashAreNamedAsTheyAre() {
    var one = CareSamples.pinned(visit("x", 1, "", 30), "c", 500, false);
    var other = CareSamples.pinned(visit("y", 2, "", 30), "c", 510, false);

    assertThatExceptionOfType(RoutingRefusal.class).isThrownBy(() -> plan(problem(List.of(one, other), List.of(), List.of(carer("c", "bath")), CareSamples.allWays(3, 5)), 10))
        .withMessageContaining("服务 y").withMessageContaining("08:30").withMessageNotContaining("00:00");
  }

  /** Somebody is fixed by hand for the afternoon: the morning stays as it was told, and would have to make room for others. */
  @Test
  void whatIsFixedForLaterStandsBehindWhatIsToldBefore() {
    var afternoon = CareSamples.pinned(new CareVisit("late", "late", 1, 800, 800, 800, 800, 60, List.of(), null, 5, Set.of(), Set.of(), Set.of(), null), "c", 800, true);
    var problem = problem(List.of(visit("morning", 2, "", 60), visit("other", 3, "", 60), afternoon), List.of(), List.of(carer("c", "bath")), CareSamples.allWays(4, 5));
    var standing = new CarePlan(List.of(new CarePlan.Stop("morning", "c", 500), new CarePlan.Stop("late", "c", 800)), List.of("other"), plan(problem, 1).score());

    assertThat(SOLVER.options(problem, standing, "other", "c", 510)).singleElement().satisfies(option -> assertThat(option.moved()).isEqualTo(1));
  }

  /** The way alone lets it end a minute after the certificate. */
  @Test
  void aCertificateThatEndsBeforeAnybodyCouldBeDoneIsTheReason() {
    var expiring = new CareCarer("c", Set.of(), List.of(new CareCarer.Skill("bath", 1, 529)), List.of(new Shift(480, 1_000, 0, 0, List.of())), 0, 480, 2_400, 600, Set.of());
    var problem = problem(List.of(visit("v", 1, "bath", 30)), List.of(), List.of(expiring), CareSamples.allWays(2, 20));
    var reasons = SOLVER.unserved(problem, plan(problem, 10));

    assertThat(reasons).singleElement().satisfies(one -> assertThat(one.rules()).containsExactly(new CareSolver.Unserved.Obstacle(CareRule.EXPIRED, 1)));
  }

  /** Two who matter as much, time for one of them, and the other would be nearer. */
  @Test
  void whoWaitsForSomebodyIsServedBeforeWhoWasToldNothing() {
    var ways = MatrixTravel.of(new int[][][] {{{0, 40, 5}, {40, 0, 40}, {5, 40, 0}}});
    var ill = new CareCarer("ill", Set.of(), List.of(), List.of(), 0, 480, 2_400, 600, Set.of());
    var well = new CareCarer("well", Set.of(), List.of(), List.of(new Shift(420, 620, 0, 0, List.of())), 0, 480, 2_400, 600, Set.of());
    var changed = new CareProblem(1, List.of(visit("new", 2, "", 80), visit("told", 1, "", 80)), List.of(), List.of(ill, well), ways, 0, 0, CareSamples.WEIGHTS, List.of(new CarePlan.Stop("told", "ill", 480)));

    var repair = SOLVER.repair(changed, new RepairLimits(Duration.ofMillis(200), 15, 2, 6, 1));

    assertThat(repair.plan().stops()).extracting(CarePlan.Stop::visit).containsExactly("told");
    assertThat(repair.plan().unserved()).containsExactly("new");
  }

  /** Compilers and collectors count too, mostly in the first search: five times as much would be time that nobody gave. */
  @Test
  void twoThreadsUseAboutTwiceTheProcessorTimeOfOne() {
    var problem = CareGenerator.week(600, 3);

    processorTime(problem, 1);
    var one = processorTime(problem, 1);
    var two = processorTime(problem, 2);

    assertThat(two).isLessThan(3.5 * one);
  }

  private static double processorTime(CareProblem problem, int threads) {
    var process = java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    long before = process.getProcessCpuTime();
    SOLVER.solve(problem, new SearchLimits(Duration.ofSeconds(2), SearchLimits.Clock.PROCESSOR, Long.MAX_VALUE, threads, 1), progress -> {});
    return process.getProcessCpuTime() - before;
  }

  /** So many visits lose their carer at once that only some of the routes near each are opened; what finds no place there goes elsewhere. */
  @ParameterizedTest
  @CsvSource({"2, 20", "3, 20", "13, 20", "26, 60", "28, 60", "33, 60"})
  void aDayOnWhichManyCarersAreIllIsRepairedLegally(long seed, int mostMoved) {
    var week = CityWeek.of(3_000, seed);
    var plan = SOLVER.solve(week, SearchLimits.ofIterations(9_000, seed), progress -> {});
    var order = new ArrayList<>(week.carers());
    Collections.shuffle(order, new Random(seed));
    var ill = Set.copyOf(order.subList(0, 25));
    var carers = week.carers().stream().map(c -> ill.contains(c) ? new CareCarer(c.id(), c.pools(), c.skills(), c.shifts().stream().filter(s -> s.from() / 1440 != 2).toList(), c.mode(),
        c.mostMinutesADay(), c.mostMinutesAWeek(), c.leastRest(), c.refused()) : c).toList();
    var left = Set.copyOf(plan.unserved());
    var visits = week.visits().stream().filter(v -> !left.contains(v.id())).toList();
    var links = week.links().stream().filter(l -> !left.contains(l.first()) && !left.contains(l.second())).toList();
    var changed = new CareProblem(week.days(), visits, links, carers, week.travel(), week.handover(), 0, week.weights(), plan.stops());

    var repair = SOLVER.repair(changed, new RepairLimits(Duration.ofMillis(700), 15, mostMoved, 9, seed));

    assertThat(CareChecker.check(changed, repair.plan())).isEmpty();
    assertThat(repair.moved().size()).isLessThanOrEqualTo(mostMoved);
    assertThat(repair.plan().stops().size() + repair.lost().size()).isEqualTo(plan.stops().size());
  }

  /** In the middle of a day some are on their way and some have had their noon break: they need not set out or rest again. */
  @ParameterizedTest
  @ValueSource(ints = {0, 600, 700, 1440 + 650, 1440 + 690, 2 * 1440 + 720, 3 * 1440 + 740, 3 * 1440 + 760, 4 * 1440 + 800})
  void aPlanThatIsStillLegalStaysAsItIs(int now) {
    var problem = CareGenerator.week(800, 5);
    var plan = plan(problem, 1_500);
    var told = new HashMap<String, CarePlan.Stop>();
    plan.stops().forEach(stop -> told.put(stop.visit(), stop));
    var visits = problem.visits().stream().filter(v -> told.containsKey(v.id()))
        .map(v -> told.get(v.id()).start() < now ? CareSamples.pinned(v, told.get(v.id()).carer(), told.get(v.id()).start(), true) : v).toList();
    var links = problem.links().stream().filter(l -> told.containsKey(l.first())).toList();
    var same = new CareProblem(7, visits, links, problem.carers(), problem.travel(), 3, now, problem.weights(), plan.stops());

    var repair = SOLVER.repair(same, new RepairLimits(Duration.ofMillis(200), 15, 2, 6, 1));

    assertThat(repair.plan().stops()).isEqualTo(plan.stops());
    assertThat(repair.moved()).isEmpty();
  }

  /** Both plans know who has come before; only one is asked to send as few of them as it can. */
  @Test
  void eldersSeeFewerCarersWhenEachOfThemCounts() {
    var week = CareGenerator.week(300, 6);

    var any = plan(weighing(week, 0), 6_000).score();
    var few = plan(weighing(week, 20), 6_000).score();

    assertThat(few.eldersCarers()).isLessThan(any.eldersCarers());
  }

  private static CareProblem weighing(CareProblem p, int eachCarer) {
    return new CareProblem(p.days(), p.visits(), p.links(), p.carers(), p.travel(), p.handover(), 0, new CareWeights(1_000, 1, 30, eachCarer, 10, 0, 60), List.of());
  }

  @Test
  void anOptionSaysWhatThePlanWouldCostThen() {
    var problem = weighing(CareGenerator.week(300, 6), 12);
    var plan = plan(problem, 600);
    int tried = 0;

    for (var stop : plan.stops().subList(0, 40)) {
      var options = SOLVER.options(problem, plan, stop.visit(), null, null);
      assertThat(options).hasSize(problem.carers().size());
      for (var option : options) {
        if (option.broken() != null || option.moved() > 0 || option.carer().equals(stop.carer())) continue;
        var stops = new ArrayList<>(plan.stops());
        stops.set(stops.indexOf(stop), new CarePlan.Stop(stop.visit(), option.carer(), option.start()));
        assertThat(CareChecker.score(problem, stops, 15).cost() - plan.score().cost()).isEqualTo(option.extraCost(), org.assertj.core.api.Assertions.within(1e-6));
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(10);
  }
}
