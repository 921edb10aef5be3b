package org.zhiyang.routing.check;

import org.zhiyang.routing.vrptw.VrptwProblem;

/** A problem given by its matrix as the checker sees it: whole numbers, which doubles hold exactly. */
public record MatrixFacts(VrptwProblem problem) implements DeliveryFacts {
  @Override
  public int customers() {
    return problem.customers();
  }

  @Override
  public int vehicles() {
    return problem.vehicles();
  }

  @Override
  public double capacity() {
    return problem.capacity();
  }

  @Override
  public double demand(int customer) {
    return problem.stops().get(customer).demand();
  }

  @Override
  public double ready(int place) {
    return problem.stops().get(place).ready();
  }

  @Override
  public double due(int place) {
    return problem.stops().get(place).due();
  }

  @Override
  public double service(int customer) {
    return problem.stops().get(customer).service();
  }

  @Override
  public double distance(int from, int to) {
    return problem.travel().distance(from, to);
  }

  @Override
  public double duration(int from, int to) {
    return problem.travel().duration(from, to);
  }
}
