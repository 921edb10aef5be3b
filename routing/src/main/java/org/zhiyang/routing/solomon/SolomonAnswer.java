package org.zhiyang.routing.solomon;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for an instance. {@code cost} is the distance in the unit of the file: lines cut after one decimal, or whole ones, as the objective wants it. */
public record SolomonAnswer(double cost, int vehicles, List<List<Integer>> routes) {
  /** One line: {@code {"cost":191.3,"vehicles":3,"routes":[[…],…]}}. */
  public String json() {
    var lists = routes.stream().map(route -> route.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"))).collect(Collectors.joining(",", "[", "]"));
    return "{\"cost\":%s,\"vehicles\":%d,\"routes\":%s}".formatted(BigDecimal.valueOf(cost).toPlainString(), vehicles, lists);
  }
}
