package org.zhiyang.routing.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.RoutingRefusal;

/** A value in the file together with its path, so that a refusal can name the place. */
public record JsonNode(@Nullable Object value, String path) {
  private static final double LARGEST = 1e9;

  public JsonNode field(String name) {
    if (!(value instanceof Map<?, ?> fields)) throw new RoutingRefusal("%s 应为对象，请改正。".formatted(named()));
    return new JsonNode(fields.get(name), path.isEmpty() ? name : path + "." + name);
  }

  public boolean missing() {
    return value == null;
  }

  public List<JsonNode> items() {
    if (!(value instanceof List<?> list)) throw new RoutingRefusal("%s 缺失或不是列表，请补上。".formatted(named()));
    var nodes = new ArrayList<JsonNode>();
    for (var item : list) nodes.add(new JsonNode(item, path + "[" + nodes.size() + "]"));
    return nodes;
  }

  /** A name; figures are taken as names too, as some writers do. */
  public String text() {
    if (value instanceof String text && !text.isBlank()) return text;
    if (value instanceof Double figure && figure == Math.rint(figure)) return String.valueOf(figure.longValue());
    throw new RoutingRefusal("%s 缺失或不是文字，请补上。".formatted(named()));
  }

  /** A time or duration: 0 to a thousand million. */
  public double time() {
    if (!(value instanceof Double figure)) throw new RoutingRefusal("%s 缺失或不是数字，请补上。".formatted(named()));
    if (!(figure >= 0 && figure <= LARGEST)) throw new RoutingRefusal("%s 的值须在 0 至 1000000000 之间，请改正。".formatted(named()));
    return figure;
  }

  /** A whole number within bounds, both included. */
  public int whole(int least, int most) {
    if (!(value instanceof Double figure)) throw new RoutingRefusal("%s 缺失或不是数字，请补上。".formatted(named()));
    if (figure != Math.rint(figure) || figure < least || figure > most) throw new RoutingRefusal("%s 须为 %d 至 %d 之间的整数，请改正。".formatted(named(), least, most));
    return figure.intValue();
  }

  /** A figure within bounds, both included. */
  public double figure(double least, double most) {
    if (!(value instanceof Double figure)) throw new RoutingRefusal("%s 缺失或不是数字，请补上。".formatted(named()));
    if (!(figure >= least && figure <= most)) throw new RoutingRefusal("%s 须在 %s 至 %s 之间，请改正。".formatted(named(), least, most));
    return figure;
  }

  /** True or false. */
  public boolean truth() {
    if (!(value instanceof Boolean truth)) throw new RoutingRefusal("%s 须为 true 或 false，请改正。".formatted(named()));
    return truth;
  }

  /** Refuses fields of other names: they would be passed over in silence. */
  public JsonNode only(String... names) {
    if (!(value instanceof Map<?, ?> fields)) throw new RoutingRefusal("%s 应为对象，请改正。".formatted(named()));
    for (var name : fields.keySet()) {
      if (!List.of(names).contains(name)) throw new RoutingRefusal("%s 中没有名为 %s 的字段，请删去或改正。".formatted(named(), name));
    }
    return this;
  }

  /** Two times, the second not before the first. */
  public double[] span() {
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
