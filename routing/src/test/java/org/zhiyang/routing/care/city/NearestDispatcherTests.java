package org.zhiyang.routing.care.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.StraightLineTravel;
import org.zhiyang.routing.check.CareChecker;

class NearestDispatcherTests {
  /** Places 0, 2, 4 and 6 kilometres along a road. */
  private static final StraightLineTravel ROAD = StraightLineTravel.ofKilometres(new double[] {0, 2, 4, 6}, new double[4], 1, List.of(4.0, 12.0), 2);

  @ParameterizedTest
  @CsvSource({"4,1", "20,2", "60,3", "60,4", "200,5", "200,6", "500,7", "1000,8", "1000,9", "4000,10"})
  void alwaysPassesTheCheckerAndServesMost(int calls, int seed) {
    var week = CityWeek.of(calls, seed);

    var plan = NearestDispatcher.dispatch(week);

    assertThat(CareChecker.check(week, plan)).isEmpty();
    assertThat(plan.unserved().size()).isLessThanOrEqualTo(week.visits().size() / 4 + 1);
  }

  @Test
  void sendsTheNearestWhoIsFreeAndNotTheOneTheElderKnows() {
    var week = week(List.of(visit("v1", "e1", 1, 600, "c2")), List.of(), carer("c1", 0), carer("c2", 3));

    assertThat(NearestDispatcher.dispatch(week).stops()).containsExactly(new CarePlan.Stop("v1", "c1", 600));
  }

  @Test
  void sendsSomebodyFartherWhenTheNearestIsBusy() {
    var week = week(List.of(visit("v1", "e1", 1, 600), visit("v2", "e2", 0, 610)), List.of(), carer("c1", 0), carer("c2", 3));

    assertThat(NearestDispatcher.dispatch(week).stops()).containsExactly(new CarePlan.Stop("v1", "c1", 600), new CarePlan.Stop("v2", "c2", 610));
  }

  @Test
  void twoCarersComeAtOnceOrNobodyDoes() {
    var visits = List.of(visit("v1", "e1", 1, 600), visit("v2", "e1", 1, 600));
    var link = List.of(new CareLink("v1", "v2", 0, 0));

    var two = NearestDispatcher.dispatch(week(visits, link, carer("c1", 0), carer("c2", 3)));
    var one = NearestDispatcher.dispatch(week(visits, link, carer("c1", 0)));

    assertThat(two.stops()).extracting(CarePlan.Stop::start).containsExactly(600, 600);
    assertThat(one.unserved()).containsExactly("v1", "v2");
  }

  @Test
  void aVisitThatWouldSwallowTheNoonBreakWaitsUntilItIsOver() {
    var pause = new CareCarer.Break(660, 700, 60);
    var shift = new CareCarer.Shift(480, 1_020, 0, 0, List.of(pause));
    var carer = new CareCarer("c1", Set.of("p"), List.of(), List.of(shift), 1, 480, 2_400, 660, Set.of());
    var week = week(List.of(visit("v1", "e1", 0, 600), visit("v2", "e2", 0, 670), visit("v3", "e3", 0, 780)), List.of(), carer);

    var plan = NearestDispatcher.dispatch(week);

    assertThat(CareChecker.check(week, plan)).isEmpty();
    assertThat(plan.stops()).containsExactly(new CarePlan.Stop("v1", "c1", 600), new CarePlan.Stop("v2", "c1", 725), new CarePlan.Stop("v3", "c1", 790));
  }

  private static CareProblem week(List<CareVisit> visits, List<CareLink> links, CareCarer... carers) {
    return new CareProblem(7, visits, links, List.of(carers), ROAD, 5, 0, CityWeek.WEIGHTS, List.of());
  }

  private static CareVisit visit(String id, String elder, int place, int agreed, String... known) {
    return new CareVisit(id, elder, place, agreed - 60, agreed + 60, agreed, agreed + 15, 60, List.of(), "p", 3, Set.of(), Set.of(), Set.of(known), null);
  }

  private static CareCarer carer(String id, int place) {
    return new CareCarer(id, Set.of("p"), List.of(), List.of(new CareCarer.Shift(480, 1_020, place, null, List.of())), 1, 480, 2_400, 660, Set.of());
  }
}
