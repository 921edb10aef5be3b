package org.zhiyang.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up town: streets of 100 m in a grid of 6 by 6, a river through its middle with one bridge at its northern edge, a hamlet no road leads to. */
class RoadNetworkTests {
  private static final int EDGE = 6;
  private static final double STEP = 100 / 111_320.0;
  private static final double LNG = 120.1;
  private static final double LAT = 30.87;

  @TempDir static Path folder;
  private static Path extract;
  private static RoadNetwork roads;

  @BeforeAll
  static void readTheTown() throws IOException {
    extract = folder.resolve("town.osm");
    Files.writeString(extract, town());
    roads = RoadNetwork.open(extract, folder.resolve("graph"));
  }

  @AfterAll
  static void close() {
    roads.close();
  }

  @Test
  void whoCrossesTheRiverGoesRoundByTheBridge() {
    var west = crossing(2, 0);
    var east = crossing(3, 0);
    var along = roads.seconds(Vehicle.BICYCLE, crossing(0, 0), west);

    assertThat(along).as("200 m along a street").isBetween(30, 60);
    assertThat(roads.seconds(Vehicle.BICYCLE, west, east)).as("500 m north, 100 m over the bridge, 500 m south").isBetween(5 * along, 7 * along);
  }

  @Test
  void manyWaysAtOnceAreTheSameAsOneByOne() {
    var targets = new int[EDGE * EDGE];
    for (int n = 0; n < targets.length; n++) targets[n] = crossing(n % EDGE, n / EDGE);
    var fresh = RoadNetwork.open(extract, folder.resolve("graph"));

    var many = roads.seconds(Vehicle.BICYCLE, crossing(1, 1), targets);

    for (int n = 0; n < targets.length; n++) assertThat(many[n]).isEqualTo(fresh.seconds(Vehicle.BICYCLE, crossing(1, 1), targets[n]));
    assertThat(many[EDGE + 1]).isZero();
    fresh.close();
  }

  @Test
  void onFootItTakesLongerThanByBicycleAndByCarLess() {
    assertThat(seconds(Vehicle.FOOT)).isGreaterThan(2 * seconds(Vehicle.BICYCLE));
    assertThat(seconds(Vehicle.CAR)).isLessThan(seconds(Vehicle.BICYCLE));
  }

  private static int seconds(Vehicle vehicle) {
    return roads.seconds(vehicle, roads.crossing(vehicle, LNG, LAT), roads.crossing(vehicle, LNG, LAT + 5 * STEP));
  }

  @Test
  void aHamletWithoutARoadHasNoWay() {
    var island = roads.crossing(Vehicle.BICYCLE, LNG + 60 * STEP, LAT);

    assertThat(roads.crossing(Vehicle.BICYCLE, LNG + 1, LAT)).isEqualTo(RoadNetwork.NONE);
    assertThat(roads.seconds(Vehicle.BICYCLE, crossing(0, 0), island)).isEqualTo(RoadNetwork.NONE);
    assertThat(roads.seconds(Vehicle.BICYCLE, crossing(0, 0), new int[] {island, RoadNetwork.NONE, crossing(0, 0)})).containsExactly(RoadNetwork.NONE, RoadNetwork.NONE, 0);
  }

  @Test
  void aFileThatIsNoMapIsRefusedInWords() throws IOException {
    var text = folder.resolve("letter.osm.pbf");
    Files.writeString(text, "no map at all");

    assertThatThrownBy(() -> RoadNetwork.open(text, folder.resolve("broken"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("OpenStreetMap");
    assertThatThrownBy(() -> RoadNetwork.open(folder.resolve("nowhere.osm"), folder.resolve("broken"))).hasMessageContaining("zhiyang.routing.osm-file");
  }

  private static int crossing(int x, int y) {
    return roads.crossing(Vehicle.BICYCLE, LNG + x * STEP, LAT + y * STEP);
  }

  private static String town() {
    var xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
    for (int y = 0; y < EDGE; y++) for (int x = 0; x < EDGE; x++) xml.append(node(1 + y * EDGE + x, LNG + x * STEP, LAT + y * STEP));
    xml.append(node(901, LNG + 60 * STEP, LAT)).append(node(902, LNG + 61 * STEP, LAT)).append(node(903, LNG + 62 * STEP, LAT));
    int way = 1;
    for (int y = 0; y < EDGE; y++) {
      for (int x = 0; x < EDGE; x++) {
        var river = x == EDGE / 2 - 1 && y < EDGE - 1;
        if (x + 1 < EDGE && !river) xml.append(way(way++, 1 + y * EDGE + x, 2 + y * EDGE + x));
        if (y + 1 < EDGE) xml.append(way(way++, 1 + y * EDGE + x, 1 + (y + 1) * EDGE + x));
      }
    }
    return xml.append(way(way++, 901, 902)).append(way(way, 902, 903)).append("</osm>\n").toString();
  }

  private static String node(int id, double lng, double lat) {
    return "<node id=\"%d\" version=\"1\" lat=\"%.7f\" lon=\"%.7f\"/>\n".formatted(id, lat, lng);
  }

  private static String way(int id, int from, int to) {
    return "<way id=\"%d\" version=\"1\"><nd ref=\"%d\"/><nd ref=\"%d\"/><tag k=\"highway\" v=\"residential\"/></way>\n".formatted(id, from, to);
  }
}
