package org.zhiyang.routing.hhcrsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A first plan: patients in the order of their windows, each appended to the rounds of the carers with whom travel and tardiness grow least. Never has a circle. */
final class Construction {
  private final Model model;
  private final List<List<Integer>> routes = new ArrayList<>();
  private final long[] free;
  private final int[] at;

  private Construction(Model model) {
    this.model = model;
    free = model.shiftStart.clone();
    at = new int[model.carers];
    for (int c = 0; c < model.carers; c++) {
      routes.add(new ArrayList<>());
      at[c] = model.services + c;
    }
  }

  static List<int[]> routes(Model model) {
    var made = new Construction(model);
    var order = IntStream.range(0, model.services).filter(i -> model.part[i] == 0).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingLong(i -> model.earliest[i] + model.latest[i]));
    for (int i : order) made.append(i);
    return made.routes.stream().map(route -> route.stream().mapToInt(Integer::intValue).toArray()).toList();
  }

  private void append(int i) {
    int other = model.mate[i];
    double least = Double.POSITIVE_INFINITY;
    int one = -1;
    int two = -1;
    for (int c = 0; c < model.carers; c++) {
      if (!model.able[c][i]) continue;
      if (other < 0) {
        double price = price(c, i, arrival(c, i));
        if (price < least) {
          least = price;
          one = c;
        }
        continue;
      }
      for (int d = 0; d < model.carers; d++) {
        if (d == c || !model.able[d][other]) continue;
        double price = price(c, i, first(c, d, i)) + price(d, other, second(c, d, i));
        if (price < least) {
          least = price;
          one = c;
          two = d;
        }
      }
    }
    long begin = other < 0 ? arrival(one, i) : first(one, two, i);
    long then = other < 0 ? 0 : second(one, two, i);
    put(one, i, begin);
    if (other >= 0) put(two, other, then);
  }

  private long arrival(int c, int i) {
    return Math.max(model.earliest[i], free[c] + model.travel(at[c], i));
  }

  private long first(int c, int d, int i) {
    int other = model.mate[i];
    return Math.max(arrival(c, i), arrival(d, other) + model.lead[other]);
  }

  private long second(int c, int d, int i) {
    return Math.max(arrival(d, model.mate[i]), arrival(c, i) + model.lead[i]);
  }

  private double price(int c, int i, long begin) {
    long wait = begin - free[c] - model.travel(at[c], i);
    long past = Math.max(0, begin + model.duration[i] + model.travel(i, model.services + c) - model.shiftEnd[c]);
    return model.travel(at[c], i) + 3.0 * Math.max(0, begin - model.latest[i]) + 0.1 * wait + 1_000.0 * past;
  }

  private void put(int c, int i, long begin) {
    routes.get(c).add(i);
    free[c] = begin + model.duration[i];
    at[c] = i;
  }
}
