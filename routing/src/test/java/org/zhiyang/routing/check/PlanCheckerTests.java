package org.zhiyang.routing.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.routing.check.PlanFault.Kind.EMPTY_ROUTE;
import static org.zhiyang.routing.check.PlanFault.Kind.LATE_AT_CUSTOMER;
import static org.zhiyang.routing.check.PlanFault.Kind.LATE_AT_DEPOT;
import static org.zhiyang.routing.check.PlanFault.Kind.NOT_SERVED;
import static org.zhiyang.routing.check.PlanFault.Kind.OVER_CAPACITY;
import static org.zhiyang.routing.check.PlanFault.Kind.SERVED_TWICE;
import static org.zhiyang.routing.check.PlanFault.Kind.TOO_MANY_VEHICLES;
import static org.zhiyang.routing.check.PlanFault.Kind.UNKNOWN_CUSTOMER;
import static org.zhiyang.routing.check.PlanFault.Kind.WRONG_COST;
import static org.zhiyang.routing.check.PlanFault.Kind.WRONG_COUNT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiyang.routing.Samples;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.solomon.SolomonInstance.Customer;

/** Customers 1 to 3 stand at 10, 20 and 30 on a line; vehicles carry 20. */
class PlanCheckerTests {
  private static final List<Customer> LINE = List.of(new Customer(0, 0, 0, 0, 100, 0), new Customer(10, 0, 10, 0, 50, 5), new Customer(20, 0, 10, 30, 50, 5), new Customer(30, 0, 10, 0, 60, 5));

  private final DeliveryFacts facts = facts(2, 20, 100);

  private static DeliveryFacts facts(int vehicles, int capacity, int depotCloses) {
    var all = new java.util.ArrayList<>(LINE);
    all.set(0, new Customer(0, 0, 0, 0, depotCloses, 0));
    return new SolomonFacts(new SolomonInstance("line", vehicles, capacity, all), true);
  }

  private static List<PlanFault.Kind> kinds(DeliveryFacts facts, List<List<Integer>> routes, double cost, int vehicles) {
    return PlanChecker.check(facts, routes, cost, vehicles).stream().map(PlanFault::kind).toList();
  }

  @Test
  void findsNothingWrongWithARightPlan() {
    assertThat(PlanChecker.check(facts, List.of(List.of(1, 2), List.of(3)), 100, 2)).isEmpty();
  }

  @Test
  void findsNothingWrongWithTheBestKnownPlanOfASample() {
    var routes = List.of(List.of(5, 3, 7, 8, 10, 11, 9, 6, 4, 2, 1), List.of(13, 17, 18, 19, 15, 16, 14, 12), List.of(20, 24, 25, 23, 22, 21));

    assertThat(PlanChecker.check(new SolomonFacts(Samples.instance("C101.25"), true), routes, 191.3, 3)).isEmpty();
    assertThat(PlanChecker.distance(new SolomonFacts(Samples.instance("C101.25"), false), routes)).isCloseTo(191.81, org.assertj.core.data.Offset.offset(0.01));
  }

  @Test
  void findsACustomerWhoIsNotServed() {
    assertThat(PlanChecker.check(facts, List.of(List.of(1, 2)), 40, 1)).singleElement().satisfies(fault -> {
      assertThat(fault.kind()).isEqualTo(NOT_SERVED);
      assertThat(fault.customer()).isEqualTo(3);
    });
  }

  @Test
  void findsACustomerServedTwice() {
    assertThat(kinds(facts(3, 20, 100), List.of(List.of(1, 2), List.of(3), List.of(1)), 120, 3)).containsExactly(SERVED_TWICE);
    assertThat(kinds(facts(3, 40, 100), List.of(List.of(1, 1, 2), List.of(3)), 100, 2)).containsExactly(SERVED_TWICE);
  }

  @Test
  void findsACustomerThatDoesNotExist() {
    assertThat(kinds(facts, List.of(List.of(1, 2), List.of(3, 4)), 100, 2)).containsExactly(UNKNOWN_CUSTOMER);
    assertThat(kinds(facts, List.of(List.of(1, 2), List.of(0, 3)), 100, 2)).containsExactly(UNKNOWN_CUSTOMER);
  }

  @Test
  void findsTooMuchLoad() {
    assertThat(kinds(facts, List.of(List.of(1, 2, 3)), 60, 1)).containsExactly(OVER_CAPACITY);
  }

  @Test
  void findsALateArrivalAlsoAfterWaitingForAnEarlierCustomer() {
    assertThat(PlanChecker.check(facts, List.of(List.of(2, 1), List.of(3)), 100, 2)).isEmpty();
    assertThat(PlanChecker.check(facts(2, 20, 200), List.of(List.of(3, 1), List.of(2)), 100, 2)).singleElement().satisfies(fault -> {
      assertThat(fault.kind()).isEqualTo(LATE_AT_CUSTOMER);
      assertThat(fault.customer()).isEqualTo(1);
      assertThat(fault.route()).isEqualTo(1);
    });
  }

  @Test
  void findsALateReturn() {
    assertThat(kinds(facts(2, 20, 64), List.of(List.of(1, 2), List.of(3)), 100, 2)).containsExactly(LATE_AT_DEPOT);
    assertThat(kinds(facts(2, 20, 65), List.of(List.of(1, 2), List.of(3)), 100, 2)).isEmpty();
  }

  @Test
  void findsTooManyVehiclesAndEmptyRoutes() {
    assertThat(kinds(facts, List.of(List.of(1), List.of(2), List.of(3)), 120, 3)).containsExactly(TOO_MANY_VEHICLES);
    assertThat(kinds(facts(3, 20, 100), List.of(List.of(1, 2), List.of(3), List.of()), 100, 3)).containsExactly(EMPTY_ROUTE);
  }

  @Test
  void findsAWrongCostAndAWrongCount() {
    assertThat(kinds(facts, List.of(List.of(1, 2), List.of(3)), 99.9, 2)).containsExactly(WRONG_COST);
    assertThat(kinds(facts, List.of(List.of(1, 2), List.of(3)), Double.NaN, 2)).containsExactly(WRONG_COST);
    assertThat(kinds(facts, List.of(List.of(1, 2), List.of(3)), 100, 1)).containsExactly(WRONG_COUNT);
  }
}
