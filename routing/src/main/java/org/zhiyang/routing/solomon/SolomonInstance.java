package org.zhiyang.routing.solomon;

import java.util.List;

/**
 * A problem as its file says it: figures in the units of the file, distance and travel time both the straight line between the points.
 *
 * @param customers the depot as number 0 first, then the customers 1, 2, … in order
 */
public record SolomonInstance(String name, int vehicles, long capacity, List<Customer> customers) {
  /** One line of the file. Service begins between {@code ready} and {@code due}, both inclusive. */
  public record Customer(double x, double y, long demand, double ready, double due, double service) {}

  public SolomonInstance {
    customers = List.copyOf(customers);
  }

  /** Straight line between two customers. */
  double line(int from, int to) {
    var a = customers.get(from);
    var b = customers.get(to);
    return Math.sqrt((a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y()));
  }
}
