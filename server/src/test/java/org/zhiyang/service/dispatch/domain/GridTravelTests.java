package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.TravelMode;

class GridTravelTests {
  private final TravelEstimate exact = DayFixtures.TRAVEL;
  private final GridTravel grid = new GridTravel(exact, 150);

  @Test
  void isOffByOneMinuteAtMost() {
    var random = new Random(7);
    for (int n = 0; n < 20_000; n++) {
      var from = somewhere(random);
      var to = somewhere(random);
      assertThat(grid.minutes(TravelMode.E_BIKE, from, to)).isBetween(exact.minutes(TravelMode.E_BIKE, from, to) - 1, exact.minutes(TravelMode.E_BIKE, from, to) + 1);
    }
  }

  @Test
  void homesOfOneCellShareTheirWays() {
    var home = grid.placeOf(new Position(120.1, 30.87));
    var neighbour = home.movedBy(60, -60);
    var beyond = home.movedBy(90, 0);

    assertThat(grid.placeOf(neighbour)).isEqualTo(home);
    assertThat(grid.minutes(TravelMode.E_BIKE, home, neighbour)).isZero();
    assertThat(grid.placeOf(beyond)).isNotEqualTo(home);
  }

  @Test
  void theTableOfAllWaysSaysWhatTheGridSays() {
    var random = new Random(8);
    var numbering = new Places(grid);
    var positions = java.util.stream.Stream.generate(() -> somewhere(random)).limit(300).toList();
    var numbers = positions.stream().mapToInt(p -> numbering.of(p.lng(), p.lat())).toArray();
    var table = numbering.table();
    var kept = new WayTable(grid, positions);

    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 300; j += 7) {
        assertThat(table.minutes(TravelMode.E_BIKE.ordinal(), numbers[i], numbers[j])).isEqualTo(grid.minutes(TravelMode.E_BIKE, positions.get(i), positions.get(j)));
        assertThat(kept.minutes(TravelMode.E_BIKE.ordinal(), i, j)).isEqualTo(grid.minutes(TravelMode.E_BIKE, positions.get(i), positions.get(j)));
      }
    }
    assertThat(table.places()).isLessThanOrEqualTo(300);
  }

  private static Position somewhere(Random random) {
    return new Position(119.9 + random.nextDouble() * .5, 30.6 + random.nextDouble() * .5);
  }
}
