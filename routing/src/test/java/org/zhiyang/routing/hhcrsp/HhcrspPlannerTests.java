package org.zhiyang.routing.hhcrsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.check.HomeVisitChecker;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Carer;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Gap;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Patient;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Service;

class HhcrspPlannerTests {
  @ParameterizedTest
  @CsvSource({"5,2,1", "5,3,2", "6,3,3", "6,2,4", "6,3,5", "7,3,6"})
  void findsTheLeastCostOfATinyInstance(int patients, int carers, int seed) {
    var instance = HhcrspGenerator.make(patients, carers, seed);

    var found = HhcrspPlanner.plan(instance, SearchLimits.ofIterations(60_000, seed));
    var least = ExactSearch.leastCost(instance, Double.POSITIVE_INFINITY, 20_000_000);

    assertThat(least).as("within the steps").isPresent();
    assertThat(found.cost()).isCloseTo(least.getAsDouble(), within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"10,20000", "25,20000", "100,20000", "300,5000"})
  void answersAreRightFromTenToThreeHundredPatients(int patients, long steps) {
    var instance = HhcrspGenerator.make(patients, 3);

    var answer = HhcrspPlanner.plan(instance, SearchLimits.ofIterations(steps, 1));

    assertThat(HomeVisitChecker.check(instance, answer)).isEmpty();
    assertThat(answer.routes().stream().mapToInt(route -> route.visits().size()).sum()).isEqualTo(instance.patients().stream().mapToInt(p -> p.services().size()).sum());
  }

  @Test
  void improvesALotOnTheFirstPlan() {
    var instance = HhcrspGenerator.make(50, 2);

    var first = HhcrspPlanner.plan(instance, SearchLimits.ofIterations(1, 1));
    var later = HhcrspPlanner.plan(instance, SearchLimits.ofIterations(200_000, 1));

    assertThat(later.cost()).isLessThan(first.cost() * 0.8);
  }

  @Test
  void theSameSeedGivesTheSamePlanAndFurtherThreadsNeverAWorseOne() {
    var instance = HhcrspGenerator.make(25, 5);
    var limits = SearchLimits.ofIterations(30_000, 7);

    var one = HhcrspPlanner.plan(instance, limits);

    assertThat(HhcrspPlanner.plan(instance, limits).json()).isEqualTo(one.json());
    assertThat(HhcrspPlanner.plan(instance, limits.withThreads(2)).cost()).isLessThanOrEqualTo(one.cost());
  }

  @Test
  void costsAThirdOfTravelTardinessAndLargestTardiness() {
    var patient = new Patient("p1", 0, 5, List.of(new Service("s1", 10)), new Gap(0, 0), Set.of());
    var late = new Patient("p2", 0, 6, List.of(new Service("s1", 10)), new Gap(0, 0), Set.of());
    var instance = new HhcrspInstance(List.of(patient, late), List.of(new Carer("c1", Set.of("s1"), 0, Double.POSITIVE_INFINITY)), 1, new double[][] {{0, 7, 8}, {7, 0, 2}, {9, 2, 0}});

    var answer = HhcrspPlanner.plan(instance, SearchLimits.ofIterations(1_000, 1));

    // By p1: start 7 (2 late), then p2 at 19 (13 late), home 9: travel 18, tardiness 15, largest 13.
    assertThat(answer.json()).isEqualTo("{\"cost\":15.333,\"routes\":[{\"caregiver_id\":\"c1\",\"locations\":[{\"patient\":\"p1\",\"service\":\"s1\",\"arrival_time\":7.0,\"departure_time\":17.0},"
        + "{\"patient\":\"p2\",\"service\":\"s1\",\"arrival_time\":19.0,\"departure_time\":29.0}]}]}");
  }

  @Test
  void putsTheFirstServiceOffWhereTheSecondCannotComeInTime() {
    var patient = new Patient("p1", 0, 500, List.of(new Service("s1", 10), new Service("s2", 10)), new Gap(5, 20), Set.of());
    var carers = List.of(new Carer("c1", Set.of("s1"), 0, Double.POSITIVE_INFINITY), new Carer("c2", Set.of("s2"), 100, Double.POSITIVE_INFINITY));
    var instance = new HhcrspInstance(List.of(patient), carers, 1, new double[][] {{0, 3}, {4, 0}});

    var answer = HhcrspPlanner.plan(instance, SearchLimits.ofIterations(100, 1));

    assertThat(answer.json()).contains("\"service\":\"s1\",\"arrival_time\":83.0").contains("\"service\":\"s2\",\"arrival_time\":103.0");
  }

  @Test
  void nobodyToVisitCostsNothing() {
    var instance = new HhcrspInstance(List.of(), List.of(), 1, new double[][] {{0}});

    assertThat(HhcrspPlanner.plan(instance, SearchLimits.ofIterations(10, 1)).json()).isEqualTo("{\"cost\":0.000,\"routes\":[]}");
  }
}
