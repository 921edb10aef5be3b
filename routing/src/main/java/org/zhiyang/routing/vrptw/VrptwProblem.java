package org.zhiyang.routing.vrptw;

import java.util.List;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.TravelMatrix;

/**
 * One problem to solve.
 *
 * @param stops the depot as number 0, then the customers; {@code travel} has the same numbers
 * @param capacity of each vehicle, 0 or more
 * @param vehicles at most so many routes, 1 or more
 */
public record VrptwProblem(List<Stop> stops, long capacity, int vehicles, TravelMatrix travel) {
  public VrptwProblem {
    stops = List.copyOf(stops);
    if (stops.isEmpty()) throw new RoutingRefusal("没有车场，请补上第 0 号地点。");
    if (travel.size() != stops.size()) throw new RoutingRefusal("地点有 %d 个，路程表却有 %d 个，请改成一致。".formatted(stops.size(), travel.size()));
    if (capacity < 0 || vehicles < 1) throw new RoutingRefusal("车辆容量不能为负数，车辆数须至少为 1，请改正。");
  }

  public int customers() {
    return stops.size() - 1;
  }

  /** Throws a {@link RoutingRefusal} that names the first customer whom no vehicle can serve on its own, or says that all vehicles together are too small. */
  public void requireEachServable() {
    var depot = stops.getFirst();
    long demand = 0;
    for (int c = 1; c < stops.size(); c++) {
      var stop = stops.get(c);
      demand += stop.demand();
      if (stop.demand() > capacity) throw new RoutingRefusal("客户 %d 的需求量 %d 超过车辆容量 %d，没有可行的方案。".formatted(c, stop.demand(), capacity));
      long begin = Math.max(stop.ready(), depot.ready() + travel.duration(0, c));
      if (begin > stop.due()) throw new RoutingRefusal("从车场直达客户 %d 也赶不上其时间窗，没有可行的方案。".formatted(c));
      if (begin + stop.service() + travel.duration(c, 0) > depot.due()) {
        throw new RoutingRefusal("服务客户 %d 后来不及在车场关门前返回，没有可行的方案。".formatted(c));
      }
    }
    if (capacity > 0 && (demand + capacity - 1) / capacity > vehicles) {
      throw new RoutingRefusal("总需求量 %d 超过 %d 辆车的总容量，没有可行的方案。".formatted(demand, vehicles));
    }
  }
}
