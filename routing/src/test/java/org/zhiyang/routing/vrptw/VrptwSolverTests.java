package org.zhiyang.routing.vrptw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.Samples;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.TravelMatrix;
import org.zhiyang.routing.check.MatrixFacts;
import org.zhiyang.routing.check.PlanChecker;
import org.zhiyang.routing.solomon.SolomonFamily;
import org.zhiyang.routing.solomon.SolomonGenerator;
import org.zhiyang.routing.solomon.SolomonPlanner;
import org.zhiyang.routing.solomon.SolomonScale;

class VrptwSolverTests {
  /** Optimal and best-known values: see best_known.csv beside the files. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      C101.25, 191.3
      C101.50, 362.4
      C101.100, 827.3
      R101.25, 617.1
      R101.50, 1044.0
      R101.100, 1637.7
      RC101.25, 461.1
      RC101.50, 944.0
      RC101.100, 1619.8""")
  void reachesTheBestKnownDistance(String name, double best) {
    var answer = SolomonPlanner.plan(Samples.text(name), Objective.DISTANCE, SearchLimits.ofIterations(2500, 1));

    assertThat(answer.cost()).isBetween(best, best * 1.003);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      C101.25, 3
      C101.100, 10
      R101.25, 8
      R101.50, 11
      R101.100, 19
      RC101.25, 4
      RC101.50, 8
      RC101.100, 14""")
  void findsTheFewestVehicles(String name, int vehicles) {
    assertThat(SolomonPlanner.plan(Samples.text(name), Objective.VEHICLES, SearchLimits.ofIterations(200, 1)).vehicles()).isEqualTo(vehicles);
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedSameResultWithOneThread(Objective objective) {
    var text = Samples.text("R101.50");
    var limits = SearchLimits.ofIterations(300, 5);

    assertThat(SolomonPlanner.plan(text, objective, limits)).isEqualTo(SolomonPlanner.plan(text, objective, limits));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void plansOfProblemsWithDifferentWaysThereAndBackAreRight(long seed) {
    var problem = Samples.asymmetric(30, 30, seed);
    for (var objective : Objective.values()) {
      var plan = VrptwSolver.solve(problem, objective, SearchLimits.ofIterations(300, seed));

      assertThat(PlanChecker.check(new MatrixFacts(problem), plan.routes(), plan.distance(), plan.vehicles())).isEmpty();
    }
  }

  @Test
  void twoThreadsFindARightPlanInTime() {
    var problem = SolomonScale.of(Samples.instance("RC101.50"), Objective.DISTANCE).problem();
    long before = System.nanoTime();
    var plan = VrptwSolver.solve(problem, Objective.DISTANCE, SearchLimits.ofSeconds(1, 1).withThreads(2));

    assertThat(PlanChecker.check(new MatrixFacts(problem), plan.routes(), plan.distance(), plan.vehicles())).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
  }

  /** Far more than there is time for: the first plan comes, and the search stops amid its first improvement. Counted in processor time, so that a busy machine does not matter. */
  @ParameterizedTest
  @CsvSource({"DISTANCE, 8000, 2", "VEHICLES, 8000, 2", "DISTANCE, 12000, 0"})
  void endsInTimeWithARightPlanForThousands(Objective objective, int customers, double seconds) {
    var problem = SolomonScale.of(SolomonGenerator.make(SolomonFamily.R1, customers, 75, 60, 1), objective).problem();
    var plans = new ArrayList<VrptwPlan>();
    var clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    plans.add(VrptwSolver.solve(problem, objective, SearchLimits.ofProcessorSeconds(seconds, 1)));
    double taken = (clock.getCurrentThreadCpuTime() - before) / 1e9;
    plans.add(VrptwSolver.solve(problem, objective, SearchLimits.ofProcessorSeconds(0, 1)));

    for (var plan : plans) assertThat(PlanChecker.check(new MatrixFacts(problem), plan.routes(), plan.distance(), plan.vehicles())).isEmpty();
    assertThat(taken).isLessThan(seconds + 1.5);
    assertThat(plans.getLast().beats(plans.getFirst(), objective)).as("more time is not worse").isFalse();
  }

  @Test
  void keepsToAFleetThatIsJustLargeEnough() {
    var instance = Samples.instance("R101.50");
    var text = Samples.text("R101.50").replaceFirst("25 +200", "11 200");

    assertThat(SolomonScale.of(instance, Objective.DISTANCE).problem().vehicles()).isEqualTo(25);
    assertThat(SolomonPlanner.plan(text, Objective.DISTANCE, SearchLimits.ofIterations(200, 1)).vehicles()).isEqualTo(11);
  }

  @Test
  void saysSoWhenTheFleetIsTooSmallForTheTime() {
    var text = Samples.text("R101.50").replaceFirst("25 +200", "9 200");

    assertThatThrownBy(() -> SolomonPlanner.plan(text, Objective.DISTANCE, SearchLimits.ofSeconds(0.5, 1))).isInstanceOf(RoutingRefusal.class).hasMessageContaining("9 辆车");
  }

  @Test
  void plansNobodyOneAndManyInOnePlace() {
    var depot = new Stop(0, 0, 1000, 0);
    var customer = new Stop(1, 0, 1000, 1);
    assertThat(solve(List.of(depot), 10).routes()).isEmpty();
    assertThat(solve(List.of(depot, customer), 10).routes()).containsExactly(List.of(1));

    var many = new ArrayList<>(java.util.Collections.nCopies(61, customer));
    many.set(0, depot);
    assertThat(solve(many, 10).vehicles()).isBetween(6, 60);
  }

  private static VrptwPlan solve(List<Stop> stops, int capacity) {
    var problem = new VrptwProblem(stops, capacity, 60, TravelMatrix.of(stops.size(), (i, j) -> 0));
    var plan = VrptwSolver.solve(problem, Objective.DISTANCE, SearchLimits.ofIterations(50, 1));
    assertThat(PlanChecker.check(new MatrixFacts(problem), plan.routes(), plan.distance(), plan.vehicles())).isEmpty();
    return plan;
  }
}
