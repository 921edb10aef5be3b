package org.zhiyang.routing.check;

import org.zhiyang.routing.solomon.SolomonInstance;

/**
 * An instance of Solomon's format as the checker sees it, in the units of the file; a line between two points is taken whole, or cut after one decimal.
 *
 * @param oneDecimal cut lines after one decimal
 */
public record SolomonFacts(SolomonInstance instance, boolean oneDecimal) implements DeliveryFacts {
  @Override
  public int customers() {
    return instance.customers().size() - 1;
  }

  @Override
  public int vehicles() {
    return instance.vehicles();
  }

  @Override
  public double capacity() {
    return instance.capacity();
  }

  @Override
  public double demand(int customer) {
    return instance.customers().get(customer).demand();
  }

  @Override
  public double ready(int place) {
    return instance.customers().get(place).ready();
  }

  @Override
  public double due(int place) {
    return instance.customers().get(place).due();
  }

  @Override
  public double service(int customer) {
    return instance.customers().get(customer).service();
  }

  @Override
  public double distance(int from, int to) {
    var a = instance.customers().get(from);
    var b = instance.customers().get(to);
    double line = Math.hypot(b.x() - a.x(), b.y() - a.y());
    if (!oneDecimal) return line;
    // The largest whole number of tenths that is not longer than the line; the tiny margin covers lines that are whole tenths exactly.
    return Math.floor(line * 10 + 1e-9) / 10;
  }

  @Override
  public double duration(int from, int to) {
    return distance(from, to);
  }
}
