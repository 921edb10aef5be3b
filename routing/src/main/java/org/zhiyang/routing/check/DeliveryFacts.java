package org.zhiyang.routing.check;

/** What the checker must know of a problem: places 0 (depot) to {@code customers()}, figures in one unit of time and one of distance, as exact as a double is. */
public interface DeliveryFacts {
  int customers();

  int vehicles();

  double capacity();

  double demand(int customer);

  double ready(int place);

  double due(int place);

  double service(int customer);

  double distance(int from, int to);

  double duration(int from, int to);
}
