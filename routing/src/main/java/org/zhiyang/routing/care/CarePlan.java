package org.zhiyang.routing.care;

import java.util.List;

/** A plan: every visit once, in {@code stops} (by carer, then start) or in {@code unserved} (ids of visits). */
public record CarePlan(List<Stop> stops, List<String> unserved, CareScore score) {
  public CarePlan {
    stops = List.copyOf(stops);
    unserved = List.copyOf(unserved);
  }

  /** @param start minute from 00:00 of the first day */
  public record Stop(String visit, String carer, int start) {}
}
