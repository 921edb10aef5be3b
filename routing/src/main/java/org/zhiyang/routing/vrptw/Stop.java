package org.zhiyang.routing.vrptw;

import org.zhiyang.routing.RoutingRefusal;

/**
 * A customer, or the depot as stop 0. Service begins at {@code ready} at the earliest (who comes before waits, at no cost) and at {@code due} at the latest, both
 * inclusive, and lasts {@code service}. For the depot: no vehicle leaves before {@code ready} nor comes back after {@code due}; its demand and service are 0.
 * Times are in the unit of the travel durations, 0 to 10<sup>12</sup>; demand in the unit of the capacity.
 */
public record Stop(long demand, long ready, long due, long service) {
  static final long LATEST = 1_000_000_000_000L;

  public Stop {
    if (demand < 0 || ready < 0 || service < 0 || demand > LATEST || due > LATEST || service > LATEST) {
      throw new RoutingRefusal("需求量、时间窗和服务时长不能为负数，也不能超过 %d，请改正。".formatted(LATEST));
    }
    if (ready > due) throw new RoutingRefusal("时间窗的开始 %d 晚于结束 %d，请改正。".formatted(ready, due));
  }
}
