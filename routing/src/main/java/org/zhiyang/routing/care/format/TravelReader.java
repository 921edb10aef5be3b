package org.zhiyang.routing.care.format;

import java.util.List;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.care.MatrixTravel;
import org.zhiyang.routing.care.StraightLineTravel;
import org.zhiyang.routing.care.TravelTimes;
import org.zhiyang.routing.json.JsonNode;

/** Reads ways: a table for each mode, or points with a detour and speeds. */
final class TravelReader {
  private TravelReader() {}

  static TravelTimes read(JsonNode node) {
    node.only("matrix", "places", "detour", "kmh", "least");
    if (node.field("matrix").missing() == node.field("places").missing()) throw new RoutingRefusal("travel 须给出 matrix（路程表）或 places（坐标）之一，请改正。");
    return node.field("matrix").missing() ? points(node) : tables(node.field("matrix").items());
  }

  private static MatrixTravel tables(List<JsonNode> modes) {
    var minutes = new int[modes.size()][][];
    for (int mode = 0; mode < minutes.length; mode++) {
      var rows = modes.get(mode).items();
      minutes[mode] = new int[rows.size()][];
      for (int i = 0; i < rows.size(); i++) {
        minutes[mode][i] = rows.get(i).items().stream().mapToInt(way -> way.missing() ? TravelTimes.UNREACHABLE : way.whole(0, TravelTimes.UNREACHABLE)).toArray();
      }
    }
    return MatrixTravel.of(minutes);
  }

  private static StraightLineTravel points(JsonNode node) {
    var places = node.field("places").items();
    var longitude = new double[places.size()];
    var latitude = new double[places.size()];
    for (int i = 0; i < longitude.length; i++) {
      var both = places.get(i).items();
      if (both.size() != 2) throw new RoutingRefusal("%s 须有经度和纬度两个数，请改正。".formatted(places.get(i).path()));
      longitude[i] = both.get(0).figure(-180, 180);
      latitude[i] = both.get(1).figure(-90, 90);
    }
    double detour = node.field("detour").missing() ? 1.3 : node.field("detour").figure(1, 10);
    var kmh = node.field("kmh").missing() ? List.of(15.0) : node.field("kmh").items().stream().map(speed -> speed.figure(0.1, 300)).toList();
    if (kmh.isEmpty()) throw new RoutingRefusal("travel.kmh 是空的，请至少给出一种出行方式的速度。");
    return StraightLineTravel.ofDegrees(longitude, latitude, detour, kmh, node.field("least").missing() ? 0 : node.field("least").whole(0, 1440));
  }
}
