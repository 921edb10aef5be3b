package org.zhiyang.platform.region;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.city.ProfileFile;
import org.zhiyang.platform.city.ProfileFiles;
import tools.jackson.databind.JsonNode;

/** The outlines of the counties, simplified (示意图); functional zones have none and lie inside a county. Never changes once read. */
public final class CountyOutlines {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Map<RegionCode, Outline> outlines = new LinkedHashMap<>();

  private record Outline(Geometry area, PointOnGeometryLocator locator, Position inner) {}

  /** Reads a GeoJSON FeatureCollection of Polygon and MultiPolygon features with the property {@code code}. */
  public static CountyOutlines read(ProfileFile file) {
    var outlines = new CountyOutlines();
    for (var feature : ProfileFiles.yaml(file).path("features")) {
      var code = feature.path("properties").path("code").asString("");
      if (!RegionCode.isWellFormed(code)) {
        throw new BrokenProfile(file.path(), "a feature has no 12-digit \"code\" in its properties");
      }
      var area = geometry(file, feature.path("geometry"));
      outlines.outlines.put(new RegionCode(code), new Outline(area, new IndexedPointInAreaLocator(area), position(area.getInteriorPoint().getCoordinate())));
    }
    return outlines;
  }

  /** The county whose outline holds the point. */
  public Optional<RegionCode> countyAt(Position position) {
    return outlines.keySet().stream().filter(county -> contains(county, position)).findFirst();
  }

  /** False also for a county without an outline. */
  public boolean contains(@Nullable RegionCode county, Position position) {
    var outline = outlines.get(county);
    return outline != null && outline.locator().locate(new Coordinate(position.lng(), position.lat())) != Location.EXTERIOR;
  }

  /** A point well inside the outline; empty for a county without one. */
  public Optional<Position> innerPoint(RegionCode county) {
    return Optional.ofNullable(outlines.get(county)).map(Outline::inner);
  }

  /** A point well inside the whole city; empty when there is no outline at all. */
  public Optional<Position> innerPointOfAll() {
    return outlines.isEmpty() ? Optional.empty() : Optional.of(position(GEOMETRY
        .buildGeometry(outlines.values().stream().map(Outline::area).toList()).getEnvelope().getCentroid().getCoordinate()));
  }

  private static Geometry geometry(ProfileFile file, JsonNode geometry) {
    return switch (geometry.path("type").asString("")) {
      case "Polygon" -> polygon(geometry.path("coordinates"));
      case "MultiPolygon" -> GEOMETRY.createMultiPolygon(
          geometry.path("coordinates").valueStream().map(CountyOutlines::polygon).toArray(Polygon[]::new)).buffer(0);
      default -> throw new BrokenProfile(file.path(), "a feature is neither a Polygon nor a MultiPolygon");
    };
  }

  private static Polygon polygon(JsonNode rings) {
    var all = rings.valueStream().map(CountyOutlines::ring).toArray(LinearRing[]::new);
    return GEOMETRY.createPolygon(all[0], java.util.Arrays.copyOfRange(all, 1, all.length));
  }

  private static LinearRing ring(JsonNode points) {
    return GEOMETRY.createLinearRing(
        points.valueStream().map(point -> new Coordinate(point.get(0).asDouble(), point.get(1).asDouble())).toArray(Coordinate[]::new));
  }

  private static Position position(Coordinate coordinate) {
    return new Position(coordinate.x, coordinate.y);
  }
}
