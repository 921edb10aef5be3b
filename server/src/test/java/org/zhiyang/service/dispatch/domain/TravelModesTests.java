package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.dispatch.domain.DayFixtures.asking;
import static org.zhiyang.service.dispatch.domain.DayFixtures.assigned;
import static org.zhiyang.service.dispatch.domain.DayFixtures.carer;
import static org.zhiyang.service.dispatch.domain.DayFixtures.day;
import static org.zhiyang.service.dispatch.domain.DayFixtures.living;
import static org.zhiyang.service.dispatch.domain.DayFixtures.visit;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.TravelMode;

/** Two homes 3 km apart as the crow flies, factor 1.35: 61 minutes on foot, 14 by e-bike, 9 by car. */
class TravelModesTests {
  private static final Position HERE = new Position(120.10, 30.87);
  private static final Position THERE = new Position(120.1314, 30.87);

  @ParameterizedTest
  @CsvSource({"WALK, 61", "E_BIKE, 14", "CAR, 9"})
  void aWayTakesAsLongAsTheCarerTravels(TravelMode mode, int minutes) {
    assertThat(DayFixtures.TRAVEL.minutes(mode, HERE, THERE)).isEqualTo(minutes);
    assertThat(DayFixtures.TRAVEL.table(List.of(HERE, THERE)).minutes(mode.ordinal(), 0, 1)).isEqualTo(minutes);
    assertThat(new WayTable(DayFixtures.TRAVEL, List.of(HERE, THERE)).minutes(mode.ordinal(), 0, 1)).isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource({"WALK, ONE_PLACE", "E_BIKE, ", "CAR, "})
  void whoWalksCannotBeThereHalfAnHourLater(TravelMode mode, HardRule broken) {
    var first = assigned(visit(1, "09:00", "10:00", 60), "09:00", false, 1);
    var second = living(visit(2, "10:30", "10:30", 30), THERE.lng(), THERE.lat());

    var objections = new HandCheck(day(List.of(first, second), List.of(travelling(mode, 1))), second).objections(List.of(DayFixtures.carerId(1)), LocalTime.of(10, 30));

    assertThat(objections).extracting(Objection::rule).isEqualTo(broken == null ? List.of() : List.of(broken));
  }

  @Test
  void theEngineSendsWhoIsQuickEnough() {
    var first = asking(visit(1, "08:30", "08:30", 60), null, null, 1);
    var second = living(visit(2, "09:50", "09:50", 30), THERE.lng(), THERE.lat());
    var walking = day(List.of(first, second), List.of(travelling(TravelMode.WALK, 1)));
    var riding = day(List.of(first, second), List.of(travelling(TravelMode.CAR, 1)));

    assertThat(served(walking)).isEqualTo(1);
    assertThat(served(riding)).isEqualTo(2);
  }

  private static int served(PlanningDay day) {
    var problem = EngineProblem.of(List.of(day), Map.of(), Map.of());
    return problem.read(org.zhiyang.routing.care.CareSolvers.standard().solve(problem.problem(), org.zhiyang.routing.SearchLimits.ofIterations(50, 1), progress -> {})).size();
  }

  private static Carer travelling(TravelMode mode, int n) {
    var c = carer(n, Set.of(), null, "08:00-17:00");
    return new Carer(c.id(), c.provider(), c.name(), c.sex(), c.baseLng(), c.baseLat(), c.skills(), c.partTime(), c.certificateLevel(), c.shifts(), c.absent(), mode);
  }
}
