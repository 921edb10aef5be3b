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
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiyang.routing.check.HomeVisitFault.Kind;
import org.zhiyang.routing.hhcrsp.HhcrspAnswer;
import org.zhiyang.routing.hhcrsp.HhcrspAnswer.Route;
import org.zhiyang.routing.hhcrsp.HhcrspAnswer.Visit;
import org.zhiyang.routing.hhcrsp.HhcrspInstance;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Carer;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Gap;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Patient;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Service;

/** All ways take 10. {@code wang} is served once, {@code li} twice with 20 to 30 between, {@code zhao} by two at once. */
class HomeVisitCheckerTests {
  private static final HhcrspInstance INSTANCE = new HhcrspInstance(
      List.of(
          new Patient("wang", 0, 15, List.of(new Service("wash", 10)), new Gap(0, 0), Set.of("b")),
          new Patient("li", 20, 40, List.of(new Service("wash", 10), new Service("cook", 10)), new Gap(20, 30), Set.of()),
          new Patient("zhao", 60, 90, List.of(new Service("lift", 10), new Service("lift", 10)), new Gap(0, 0), Set.of())),
      List.of(new Carer("a", Set.of("wash", "lift"), 0, 200), new Carer("b", Set.of("wash", "cook", "lift"), 0, 200), new Carer("idle", Set.of("wash"), 0, 200)),
      1, ten(4));

  private static final HhcrspAnswer RIGHT = new HhcrspAnswer((40 + 30 + 10 + 10) / 3.0, List.of(
      new Route("a", List.of(new Visit("wang", "wash", 10, 20), new Visit("li", "wash", 30, 40), new Visit("zhao", "lift", 70, 80))),
      new Route("b", List.of(new Visit("li", "cook", 50, 60), new Visit("zhao", "lift", 70, 80)))));

  private static double[][] ten(int places) {
    var travel = new double[places][places];
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < places; j++) travel[i][j] = i == j ? 0 : 10;
    }
    return travel;
  }

  @Test
  void aRightPlanHasNoFault() {
    assertThat(HomeVisitChecker.check(INSTANCE, RIGHT)).isEmpty();
  }

  static Stream<Arguments> planted() {
    return Stream.of(
        Arguments.of(Kind.UNKNOWN_CARER, with(0, route -> new Route("nobody", route.visits()))),
        Arguments.of(Kind.CARER_TWICE, with(1, route -> new Route("a", route.visits()))),
        Arguments.of(Kind.UNKNOWN_VISIT, at(0, 0, v -> new Visit("sun", v.service(), v.arrival(), v.departure()))),
        Arguments.of(Kind.UNKNOWN_VISIT, at(0, 0, v -> new Visit(v.patient(), "cook", v.arrival(), v.departure()))),
        Arguments.of(Kind.SERVED_TWICE, at(0, 1, v -> new Visit("wang", v.service(), v.arrival(), v.departure()))),
        Arguments.of(Kind.NOT_SERVED, with(1, route -> new Route("b", route.visits().subList(1, 2)))),
        Arguments.of(Kind.NOT_ABLE, with(1, route -> new Route("idle", route.visits()))),
        Arguments.of(Kind.REFUSED_CARER, with(0, route -> new Route("b", route.visits().subList(0, 1)))),
        Arguments.of(Kind.TOO_EARLY, at(0, 1, v -> new Visit(v.patient(), v.service(), 19, 29))),
        Arguments.of(Kind.NO_TIME_TO_TRAVEL, at(0, 1, v -> new Visit(v.patient(), v.service(), 29, 39))),
        Arguments.of(Kind.WRONG_DURATION, at(0, 1, v -> new Visit(v.patient(), v.service(), 30, 39))),
        Arguments.of(Kind.SAME_CARER, with(0, route -> new Route("a", List.of(route.visits().get(0), route.visits().get(1), route.visits().get(2), route.visits().get(2))))),
        Arguments.of(Kind.WRONG_GAP, at(1, 0, v -> new Visit(v.patient(), v.service(), 49, 59))),
        Arguments.of(Kind.WRONG_GAP, at(1, 1, v -> new Visit(v.patient(), v.service(), 71, 81))),
        Arguments.of(Kind.OUTSIDE_SHIFT, at(1, 1, v -> new Visit(v.patient(), v.service(), 181, 191))),
        Arguments.of(Kind.WRONG_COST, new HhcrspAnswer(RIGHT.cost() - 0.002, RIGHT.routes())));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void findsEachPlantedFault(Kind kind, HhcrspAnswer wrong) {
    assertThat(HomeVisitChecker.check(INSTANCE, wrong)).extracting(HomeVisitFault::kind).contains(kind);
  }

  @Test
  void tardinessAndItsLargestBelongToTheCost() {
    var late = new ArrayList<>(RIGHT.routes());
    late.set(0, new Route("a", List.of(new Visit("wang", "wash", 17, 27), new Visit("li", "wash", 37, 47), new Visit("zhao", "lift", 70, 80))));
    late.set(1, new Route("b", List.of(new Visit("li", "cook", 57, 67), new Visit("zhao", "lift", 77, 87))));
    late.set(0, new Route("a", List.of(late.getFirst().visits().get(0), late.getFirst().visits().get(1), new Visit("zhao", "lift", 77, 87))));

    // Late: wang 2, the second of li 17; the largest counts once more.
    assertThat(HomeVisitChecker.check(INSTANCE, new HhcrspAnswer((70 + 2 + 17 + 17) / 3.0, late))).isEmpty();
  }

  private static HhcrspAnswer with(int route, UnaryOperator<Route> change) {
    var routes = new ArrayList<>(RIGHT.routes());
    routes.set(route, change.apply(routes.get(route)));
    return new HhcrspAnswer(RIGHT.cost(), routes);
  }

  private static HhcrspAnswer at(int route, int visit, UnaryOperator<Visit> change) {
    return with(route, before -> {
      var visits = new ArrayList<>(before.visits());
      visits.set(visit, change.apply(visits.get(visit)));
      return new Route(before.carer(), visits);
    });
  }
}
