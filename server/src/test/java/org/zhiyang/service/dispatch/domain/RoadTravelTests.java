package org.zhiyang.service.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.roads.RoadNetwork;

/** Two streets that meet far away: a neighbour behind the house is a long way by road. */
class RoadTravelTests {
  @Test
  void waysFollowTheRoadsAndTheStraightLineWhereThereAreNone(@TempDir Path folder) throws IOException {
    var map = folder.resolve("v.osm");
    Files.writeString(map, """
        <?xml version='1.0' encoding='UTF-8'?>
        <osm version="0.6">
        <node id="1" version="1" lat="30.8700" lon="120.1000"/><node id="2" version="1" lat="30.9000" lon="120.1000"/><node id="3" version="1" lat="30.8700" lon="120.1030"/>
        <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
        <way id="2" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
        </osm>
        """);
    var line = DayFixtures.TRAVEL;
    var home = new Position(120.1000, 30.8700);
    var behind = new Position(120.1030, 30.8700);
    var farAway = new Position(120.5000, 30.8700);

    try (var roads = RoadNetwork.open(map, folder.resolve("graph"))) {
      var travel = new RoadTravel(roads, line);

      assertThat(line.minutes(TravelMode.E_BIKE, home, behind)).isEqualTo(2);
      assertThat(travel.minutes(TravelMode.E_BIKE, home, behind)).as("6.7 km by road").isBetween(18, 30);
      assertThat(travel.minutes(TravelMode.E_BIKE, home, farAway)).isEqualTo(line.minutes(TravelMode.E_BIKE, home, farAway));
      assertThat(travel.minutes(TravelMode.E_BIKE, home, List.of(behind, farAway, home))).containsExactly(travel.minutes(TravelMode.E_BIKE, home, behind), line.minutes(TravelMode.E_BIKE, home, farAway), 0);
    }
  }
}
