package org.zhiyang.routing.solomon;

import java.util.ArrayList;
import java.util.function.IntBinaryOperator;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.TravelMatrix;
import org.zhiyang.routing.vrptw.Objective;
import org.zhiyang.routing.vrptw.Stop;
import org.zhiyang.routing.vrptw.VrptwProblem;

/**
 * An instance in whole numbers. By {@link Objective#DISTANCE} a line is cut after one decimal (the custom of exact methods) and counted in tenths, or finer where
 * windows have more decimals. By {@link Objective#VEHICLES} a line is kept to a millionth, or to the finest power of ten that fits, and times are rounded
 * to the strict side: a plan in time here is in time by exact figures too.
 *
 * @param unit so many units of the problem are 1 of the file
 */
public record SolomonScale(VrptwProblem problem, double unit) {
  private static final double FINEST = 1e6;
  private static final int LARGEST_TABLE = 2_000;

  public static SolomonScale of(SolomonInstance instance, Objective objective) {
    boolean cut = objective == Objective.DISTANCE;
    double unit = cut ? wholeUnit(instance) : FINEST;
    double longest = longest(instance);
    while (unit > 10 && longest * unit > TravelMatrix.LONGEST) unit /= 10;
    if (longest * unit > TravelMatrix.LONGEST) throw new RoutingRefusal("坐标相距太远或服务时长太大，无法计算，请换用较大的单位。");
    var stops = new ArrayList<Stop>();
    for (var c : instance.customers()) {
      long ready = up(c.ready() * unit);
      long due = down(c.due() * unit);
      if (due < ready) throw new RoutingRefusal("客户 %d 的时间窗太窄，无法计算，请放宽或换用较小的单位。".formatted(stops.size()));
      stops.add(new Stop(c.demand(), ready, due, up(c.service() * unit)));
    }
    double fine = unit;
    int finer = (int) (fine / 10);
    IntBinaryOperator distance = cut ? (i, j) -> (int) down(instance.line(i, j) * 10) * finer : (i, j) -> (int) Math.round(instance.line(i, j) * fine);
    IntBinaryOperator duration = cut ? distance : (i, j) -> (int) Math.ceil(instance.line(i, j) * fine);
    int size = stops.size();
    var travel = size <= LARGEST_TABLE ? TravelMatrix.of(size, distance, duration) : TravelMatrix.computed(size, distance, duration);
    return new SolomonScale(new VrptwProblem(stops, instance.capacity(), instance.vehicles(), travel), unit);
  }

  /** Ten, or the first finer power of ten in which all windows and service times are whole. */
  private static double wholeUnit(SolomonInstance instance) {
    double unit = 10;
    while (unit < FINEST) {
      boolean whole = true;
      for (var c : instance.customers()) whole &= isWhole(c.ready() * unit) && isWhole(c.due() * unit) && isWhole(c.service() * unit);
      if (whole) break;
      unit *= 10;
    }
    return unit;
  }

  private static boolean isWhole(double figure) {
    return Math.abs(figure - Math.rint(figure)) < 1e-6;
  }

  /** An upper bound of any way and service taken together. */
  private static double longest(SolomonInstance instance) {
    double reach = 0;
    double service = 0;
    var depot = instance.customers().getFirst();
    for (var c : instance.customers()) {
      reach = Math.max(reach, Math.hypot(c.x() - depot.x(), c.y() - depot.y()));
      service = Math.max(service, c.service());
    }
    return 2 * reach + service + 1;
  }

  private static long up(double figure) {
    return (long) Math.ceil(figure - 1e-6);
  }

  /** The margin keeps a line of 12.3, whose double may lie a hair below, at 123 tenths. */
  private static long down(double figure) {
    return (long) Math.floor(figure + 1e-9);
  }
}
