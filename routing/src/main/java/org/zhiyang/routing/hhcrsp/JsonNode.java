package org.zhiyang.routing.hhcrsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.RoutingRefusal;

/** A value in the file together with its path, so that a refusal can name the place. */
record JsonNode(@Nullable Object value, String path) {
  private static final double LARGEST = 1e9;

  JsonNode field(String name) {
    if (!(value instanceof Map<?, ?> fields)) throw new RoutingRefusal("%s 应为对象，请改正。".formatted(named()));
    return new JsonNode(fields.get(name), path.isEmpty() ? name : path + "." + name);
  }

  boolean missing() {
    return value == null;
  }

  List<JsonNode> items() {
    if (!(value instanceof List<?> list)) throw new RoutingRefusal("%s 缺失或不是列表，请补上。".formatted(named()));
    var nodes = new ArrayList<JsonNode>();
    for (var item : list) nodes.add(new JsonNode(item, path + "[" + nodes.size() + "]"));
    return nodes;
  }

  /** A name; figures are taken as names too, as some writers do. */
  String text() {
    if (value instanceof String text && !text.isBlank()) return text;
    if (value instanceof Double figure && figure == Math.rint(figure)) return String.valueOf(figure.longValue());
    throw new RoutingRefusal("%s 缺失或不是文字，请补上。".formatted(named()));
  }

  /** A time or duration: 0 to a thousand million. */
  double time() {
    if (!(value instanceof Double figure)) throw new RoutingRefusal("%s 缺失或不是数字，请补上。".formatted(named()));
    if (!(figure >= 0 && figure <= LARGEST)) throw new RoutingRefusal("%s 的值须在 0 至 1000000000 之间，请改正。".formatted(named()));
    return figure;
  }

  /** Two times, the second not before the first. */
  double[] span() {
    var both = items();
    if (both.size() != 2) throw new RoutingRefusal("%s 须有两个数，请改正。".formatted(named()));
    double from = both.get(0).time();
    double to = both.get(1).time();
    if (from > to) throw new RoutingRefusal("%s 的开始大于结束，没有可行的方案，请改正。".formatted(named()));
    return new double[] {from, to};
  }

  private String named() {
    return path.isEmpty() ? "文件内容" : path;
  }
}
