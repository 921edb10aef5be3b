package org.zhiyang.insight.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import tools.jackson.databind.JsonNode;

/** Shapes for the cockpit's map. No public outline of towns is at hand: a county is cut into the areas nearest to each town's point (示意, Voronoi cells clipped to the
 *  county's outline). Counties have their outlines; functional zones and villages have points only. */
@Component
class AreaShapes {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final RegionQueries regions;
  private final ProfileFiles files;
  private final Map<RegionCode, Collection> cut = new ConcurrentHashMap<>();

  AreaShapes(RegionQueries regions, ProfileFiles files) {
    this.regions = regions;
    this.files = files;
  }

  record Names(String code, String name) {}

  /** GeoJSON; coordinates as [ring[point[lng, lat]]] for each part. */
  record Shape(String type, List<List<List<double[]>>> coordinates) {}

  record Feature(String type, Names properties, Shape geometry) {}

  /** @param sketch true when the areas are not the true outlines */
  record Collection(String type, boolean sketch, List<Feature> features) {}

  /** The towns of a county; no features for a county without an outline. */
  Collection townsOf(RegionCode county) {
    return cut.computeIfAbsent(county, this::cutUp);
  }

  private Collection cutUp(RegionCode county) {
    var outline = outline(county);
    var towns = regions.children(county).stream().filter(town -> town.position() != null).toList();
    if (outline == null || towns.isEmpty()) return new Collection("FeatureCollection", true, List.of());
    var builder = new VoronoiDiagramBuilder();
    builder.setSites(towns.stream().map(town -> at(town.position())).toList());
    builder.setClipEnvelope(outline.getEnvelopeInternal());
    var cells = builder.getDiagram(GEOMETRY);
    var features = new ArrayList<Feature>();
    for (var i = 0; i < cells.getNumGeometries(); i++) {
      var cell = cells.getGeometryN(i);
      var site = (Coordinate) cell.getUserData();
      var town = towns.stream().filter(t -> at(t.position()).equals2D(site)).findFirst();
      var area = cell.intersection(outline);
      if (town.isEmpty() || area.isEmpty()) continue;
      features.add(new Feature("Feature", new Names(town.get().code().value(), town.get().name()), new Shape("MultiPolygon", parts(area))));
    }
    return new Collection("FeatureCollection", true, List.copyOf(features));
  }

  private static Coordinate at(org.zhiyang.platform.region.@org.jspecify.annotations.Nullable Position position) {
    return position == null ? new Coordinate() : new Coordinate(position.lng(), position.lat());
  }

  private static List<List<List<double[]>>> parts(Geometry area) {
    var parts = new ArrayList<List<List<double[]>>>();
    for (var i = 0; i < area.getNumGeometries(); i++) {
      if (!(area.getGeometryN(i) instanceof Polygon part)) continue;
      var rings = new ArrayList<List<double[]>>();
      rings.add(ring(part.getExteriorRing()));
      for (var hole = 0; hole < part.getNumInteriorRing(); hole++) rings.add(ring(part.getInteriorRingN(hole)));
      parts.add(rings);
    }
    return parts;
  }

  private static List<double[]> ring(LinearRing ring) {
    return java.util.Arrays.stream(ring.getCoordinates()).map(c -> new double[] {round(c.x), round(c.y)}).toList();
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  private @org.jspecify.annotations.Nullable Geometry outline(RegionCode county) {
    for (var feature : files.yaml("boundaries.geojson").path("features")) {
      if (feature.path("properties").path("code").asString("").equals(county.value())) return geometry(feature.path("geometry")).buffer(0);
    }
    return null;
  }

  private static Geometry geometry(JsonNode node) {
    var polygons = new ArrayList<Polygon>();
    if (node.path("type").asString("").equals("Polygon")) polygons.add(polygon(node.path("coordinates")));
    else for (var part : node.path("coordinates")) polygons.add(polygon(part));
    return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode rings) {
    var all = new ArrayList<LinearRing>();
    for (var ring : rings) {
      var points = new ArrayList<Coordinate>();
      for (var point : ring) points.add(new Coordinate(point.get(0).asDouble(), point.get(1).asDouble()));
      all.add(GEOMETRY.createLinearRing(points.toArray(Coordinate[]::new)));
    }
    return GEOMETRY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }
}
