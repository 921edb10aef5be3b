package org.zhiyang.routing.solomon;

import java.util.ArrayList;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.TravelMatrix;
import org.zhiyang.routing.vrptw.Objective;
import org.zhiyang.routing.vrptw.Stop;
import org.zhiyang.routing.vrptw.VrptwProblem;

/**
 * Turns an instance into whole numbers. By {@link Objective#DISTANCE} a line is cut after one decimal and counted in tenths (the custom of exact methods). By
 * {@link Objective#VEHICLES} it is kept to a millionth, or to the finest power of ten that fits, and every time is rounded to the strict side, so that a plan in time here is in time by
 * exact figures too.
 */
public final class SolomonScale {
  private static final double FINEST = 1e6;

  private SolomonScale() {}

  public static VrptwProblem toProblem(SolomonInstance instance, Objective objective) {
    double unit = objective == Objective.DISTANCE ? 10 : fitting(instance);
    var stops = new ArrayList<Stop>();
    for (var c : instance.customers()) {
      var window = new long[] {ceiling(c.ready() * unit), (long) Math.floor(c.due() * unit + 1e-6)};
      stops.add(new Stop(c.demand(), window[0], Math.max(window[0], window[1]), ceiling(c.service() * unit)));
    }
    int size = stops.size();
    if (objective == Objective.DISTANCE) return new VrptwProblem(stops, instance.capacity(), instance.vehicles(), TravelMatrix.of(size, (i, j) -> tenths(instance.line(i, j))));
    var matrix = TravelMatrix.of(size, (i, j) -> (int) Math.round(instance.line(i, j) * unit), (i, j) -> (int) Math.ceil(instance.line(i, j) * unit));
    return new VrptwProblem(stops, instance.capacity(), instance.vehicles(), matrix);
  }

  private static int tenths(double line) {
    if (line * 10 > TravelMatrix.LONGEST) throw tooFar();
    return (int) Math.floor(line * 10 + 1e-9);
  }

  /** The finest unit in which the longest way and the longest service together fit. */
  private static double fitting(SolomonInstance instance) {
    double longest = 1;
    for (var a : instance.customers()) {
      double reach = 2 * (Math.abs(a.x()) + Math.abs(a.y())) + a.service();
      longest = Math.max(longest, reach);
    }
    double unit = FINEST;
    while (unit > 1 && longest * unit > TravelMatrix.LONGEST) unit /= 10;
    if (longest * unit > TravelMatrix.LONGEST) throw tooFar();
    return unit;
  }

  private static long ceiling(double figure) {
    return (long) Math.ceil(figure - 1e-6);
  }

  private static RoutingRefusal tooFar() {
    return new RoutingRefusal("坐标相距太远，无法计算，请换用较大的单位。");
  }
}
