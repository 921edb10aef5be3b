package org.zhiyang.routing.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareCarer.Break;
import org.zhiyang.routing.care.CareCarer.Shift;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CarePlan.Stop;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSamples;
import org.zhiyang.routing.care.CareScore;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.CareVisit.Skill;
import org.zhiyang.routing.care.CareWeights;
import org.zhiyang.routing.check.CareFault.Kind;

/** Two days, all ways 10 minutes, handover 5. Chen rests at noon; Liu has the whole of both days; Sun is of another pool and has only a low level. */
class CareCheckerTests {
  private static final int DAY = 1440;
  private static final CareProblem PROBLEM = problem(0);

  private static CareProblem problem(int now) {
    return new CareProblem(2,
        List.of(visit("bath", 1, 480, 600, 60, List.of(new Skill("bath", 2)), null), visit("lift-1", 2, 600, 700, 30, List.of(), null), visit("lift-2", 2, 600, 700, 30, List.of(), null),
            visit("noon", 3, 700, 800, 30, List.of(), null), visit("fixed", 1, 480, 600, 30, List.of(), new CareVisit.Pin("liu", 500, false)), visit("next", 1, DAY + 480, DAY + 600, 30, List.of(), null)),
        List.of(new CareLink("lift-1", "lift-2", 0, 10)),
        List.of(carer("chen", "north", 2, List.of(new Shift(470, 900, 0, 0, List.of(new Break(660, 720, 30))), new Shift(DAY + 470, DAY + 900, 0, null, List.of())), Set.of()),
            carer("liu", "north", 2, List.of(new Shift(400, 1_300, 0, null, List.of()), new Shift(DAY + 400, DAY + 1_300, 0, 0, List.of())), Set.of("e-noon")),
            carer("sun", "south", 1, List.of(new Shift(400, 1_300, 0, null, List.of())), Set.of())),
        CareSamples.allWays(4, 10), 5, now, new CareWeights(1_000, 2, 30, 7, 10, 3, 60), List.of(new Stop("bath", "liu", 480), new Stop("noon", "chen", 740), new Stop("gone", "chen", 500)));
  }

  private static CareVisit visit(String id, int place, int from, int to, int minutes, List<Skill> skills, CareVisit.Pin pin) {
    return new CareVisit(id, "e-" + id, place, from, to, from + 10, from + 30, minutes, skills, "north", 3, Set.of("liu"), Set.of(), Set.of("liu"), pin);
  }

  private static CareCarer carer(String id, String pool, int level, List<Shift> shifts, Set<String> refused) {
    return new CareCarer(id, Set.of(pool), List.of(new CareCarer.Skill("bath", level, 600)), shifts, 0, 400, 500, 650, refused);
  }

  private static final List<Stop> STOPS = List.of(new Stop("bath", "chen", 490), new Stop("lift-1", "chen", 620), new Stop("lift-2", "liu", 625), new Stop("noon", "chen", 740), new Stop("fixed", "liu", 500),
      new Stop("next", "liu", DAY + 480));

  private static CarePlan plan(List<Stop> stops, String... unserved) {
    return new CarePlan(stops, List.of(unserved), CareChecker.score(PROBLEM, stops, 15));
  }

  @Test
  void aRightPlanHasNoFaultAndItsGoalsAreCounted() {
    var score = CareChecker.score(PROBLEM, STOPS, 15);

    assertThat(CareChecker.check(PROBLEM, plan(STOPS))).isEmpty();
    // Ways: Chen 10 + 10 + 10 + 10, Liu 10 + 10 and 10 + 10. Off the wish: next by 10; noon (740) by 10. Work: Chen 160 of 860 minutes of shifts, Liu 130 of 1,800, Sun 0 of 900.
    double load = 290.0 / 3_560;
    double above = (160 - load * 860) / 60;
    double fair = above * above;
    assertThat(score).isEqualTo(new CareScore(0, 0, 80, 20, 3, 6, 3, fair, 1, 80 + 2 * 20 + 30 * 3 + 7 * 6 + 10 * 3 + 3 * fair + 60));
  }

  private static Stop stop(String visit, String carer, int start) {
    return new Stop(visit, carer, start);
  }

  static Stream<Arguments> planted() {
    return Stream.of(
        Arguments.of(Kind.UNKNOWN, with("bath", s -> stop("nothing", "chen", 490))),
        Arguments.of(Kind.UNKNOWN, with("bath", s -> stop("bath", "nobody", 490))),
        Arguments.of(Kind.TWICE, plus(stop("bath", "liu", 700))),
        Arguments.of(Kind.TWICE, plan(STOPS, "bath")),
        Arguments.of(Kind.MISSING, plan(STOPS.subList(1, 6))),
        Arguments.of(Kind.POOL, with("lift-1", s -> stop("lift-1", "sun", 620))),
        Arguments.of(Kind.LEVEL, with("bath", s -> stop("bath", "sun", 490))),
        Arguments.of(Kind.EXPIRED, with("bath", s -> stop("bath", "chen", 541))),
        Arguments.of(Kind.REFUSED, with("noon", s -> stop("noon", "liu", 740))),
        Arguments.of(Kind.SHIFT, with("bath", s -> stop("bath", "chen", 479))),
        Arguments.of(Kind.SHIFT, with("next", s -> stop("next", "sun", DAY + 480))),
        Arguments.of(Kind.BREAK, with("noon", s -> stop("noon", "chen", 721), "lift-1", s -> stop("lift-1", "chen", 660))),
        Arguments.of(Kind.ONE_PLACE, with("bath", s -> stop("bath", "chen", 590), "lift-1", s -> stop("lift-1", "chen", 620))),
        Arguments.of(Kind.WINDOW, with("noon", s -> stop("noon", "chen", 801))),
        Arguments.of(Kind.LINK, with("lift-2", s -> stop("lift-2", "liu", 631))),
        Arguments.of(Kind.LINK, with("lift-2", s -> stop("lift-2", "chen", 625))),
        Arguments.of(Kind.LINK, plan(STOPS.stream().filter(s -> !s.visit().equals("lift-2")).toList(), "lift-2")),
        Arguments.of(Kind.PIN, with("fixed", s -> stop("fixed", "liu", 501))),
        Arguments.of(Kind.PIN, plan(STOPS.stream().filter(s -> !s.visit().equals("fixed")).toList(), "fixed")));
  }

  private static CarePlan plus(Stop more) {
    var stops = new ArrayList<>(STOPS);
    stops.add(more);
    return plan(stops);
  }

  private static CarePlan with(String visit, UnaryOperator<Stop> change) {
    return plan(STOPS.stream().map(s -> s.visit().equals(visit) ? change.apply(s) : s).toList());
  }

  private static CarePlan with(String visit, UnaryOperator<Stop> change, String other, UnaryOperator<Stop> otherChange) {
    return plan(STOPS.stream().map(s -> s.visit().equals(visit) ? change.apply(s) : s.visit().equals(other) ? otherChange.apply(s) : s).toList());
  }

  @ParameterizedTest
  @MethodSource("planted")
  void findsEachPlantedFault(Kind kind, CarePlan wrong) {
    assertThat(CareChecker.check(PROBLEM, wrong)).extracting(CareFault::kind).contains(kind);
  }

  /** The problem with the carers changed. */
  private static CareProblem carers(UnaryOperator<CareCarer> change) {
    return new CareProblem(2, PROBLEM.visits(), PROBLEM.links(), PROBLEM.carers().stream().map(change).toList(), PROBLEM.travel(), 5, 0, PROBLEM.weights(), PROBLEM.standing());
  }

  /** From the end of the bath to the last minute of the lift. */
  private static Shift offDutyAtLift(Shift s) {
    return new Shift(s.from(), s.to(), s.startPlace(), s.endPlace(), s.breaks(), s.from() < DAY ? List.of(new CareCarer.Gap(550, 621)) : List.of());
  }

  static Stream<Arguments> tighter() {
    return Stream.of(
        Arguments.of(Kind.SKILL, carers(c -> new CareCarer(c.id(), c.pools(), List.of(), c.shifts(), 0, 400, 500, 650, c.refused()))),
        Arguments.of(Kind.SHIFT, carers(c -> new CareCarer(c.id(), c.pools(), c.skills(), c.shifts().stream().map(CareCheckerTests::offDutyAtLift).toList(), 0, 400, 500, 650, c.refused()))),
        Arguments.of(Kind.DAY_LENGTH, carers(c -> new CareCarer(c.id(), c.pools(), c.skills(), c.shifts(), 0, 159, 500, 650, c.refused()))),
        Arguments.of(Kind.WEEK_LENGTH, carers(c -> new CareCarer(c.id(), c.pools(), c.skills(), c.shifts(), 0, 400, 129, 650, c.refused()))),
        // Liu ends at 655 and sets out at 1,910.
        Arguments.of(Kind.REST, carers(c -> new CareCarer(c.id(), c.pools(), c.skills(), c.shifts(), 0, 400, 500, 1_256, c.refused()))));
  }

  @ParameterizedTest
  @MethodSource("tighter")
  void findsWhatATighterLimitForbids(Kind kind, CareProblem tighter) {
    assertThat(CareChecker.check(tighter, plan(STOPS))).extracting(CareFault::kind).containsOnly(kind);
  }

  @Test
  void limitsAreKeptToTheMinute() {
    var just = carers(c -> new CareCarer(c.id(), c.pools(), c.skills(), c.shifts(), 0, 160, 160, 1_255, c.refused()));

    assertThat(CareChecker.check(just, plan(STOPS))).isEmpty();
  }

  @Test
  void nobodySetsOutInThePastUnlessUnderWayAlready() {
    // Now is 731. Noon (740) is in the standing plan after the cancelled visit, so the carer came from elsewhere and is not under way.
    assertThat(CareChecker.check(problem(731), plan(STOPS))).extracting(CareFault::kind).contains(Kind.NOT_IN_THE_PAST);
    var late = STOPS.stream().filter(s -> s.visit().equals("noon")).toList();
    assertThat(CareChecker.check(problem(731), plan(late, "bath", "lift-1", "lift-2", "fixed", "next"))).anySatisfy(fault -> assertThat(fault.sentence()).contains("就出发"));
    assertThat(CareChecker.check(problem(730), plan(late, "bath", "lift-1", "lift-2", "fixed", "next"))).noneSatisfy(fault -> assertThat(fault.sentence()).contains("就出发"));
  }

  /** Chen comes to place 3 from place 2, and goes home from there; nothing else of the plan is touched. */
  @ParameterizedTest
  @CsvSource({"2, 3", "3, 0"})
  void aWayThatDoesNotExistIsAFaultOfItsOwn(int from, int to) {
    var ways = CareSamples.without(PROBLEM.travel(), (a, b) -> a == from && b == to);
    var island = new CareProblem(2, PROBLEM.visits(), PROBLEM.links(), PROBLEM.carers(), ways, 5, 0, PROBLEM.weights(), PROBLEM.standing());

    assertThat(CareChecker.check(island, plan(STOPS))).singleElement()
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE)).satisfies(fault -> assertThat(fault.sentence()).contains("护理员 chen 没有从地点 %d 到地点 %d 的路".formatted(from, to)));
  }

  @Test
  void whatHasBegunIsNotQuestioned() {
    var noWay = CareSamples.without(PROBLEM.travel(), (a, b) -> b == 1);
    var begun = new CareProblem(2, List.of(CareSamples.pinned(PROBLEM.visits().get(0), "sun", 100, true)), List.of(), PROBLEM.carers(), noWay, 5, 300, PROBLEM.weights(), List.of());
    var stops = List.of(stop("bath", "sun", 100));

    assertThat(CareChecker.check(begun, new CarePlan(stops, List.of(), CareChecker.score(begun, stops, 15)))).isEmpty();
  }

  @Test
  void aWrongScoreIsFound() {
    var s = CareChecker.score(PROBLEM, STOPS, 15);
    var wrong = new CareScore(s.unserved(), s.unservedVisits(), s.travelMinutes(), s.offWishMinutes(), s.newFaces(), s.eldersCarers(), s.notPreferred(), s.unfairness(), s.changed(), s.cost() + 0.01);

    assertThat(CareChecker.check(PROBLEM, new CarePlan(STOPS, List.of(), wrong))).extracting(CareFault::kind).containsExactly(Kind.WRONG_SCORE);
  }
}
