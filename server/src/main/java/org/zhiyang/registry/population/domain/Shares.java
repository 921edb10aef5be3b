package org.zhiyang.registry.population.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A choice among values with given shares; the shares need not add up to anything in particular. */
final class Shares<T> {

  private final List<T> values;
  private final double[] upTo;

  Shares(Map<T, Double> shares) {
    values = new ArrayList<>(shares.keySet());
    upTo = new double[values.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += shares.get(values.get(i));
      upTo[i] = sum;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("shares add up to " + sum);
    }
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= sum;
    }
  }

  /** @param unit 0 (inclusive) .. 1 (exclusive) */
  T pick(double unit) {
    int i = 0;
    while (i < upTo.length - 1 && unit >= upTo[i]) {
      i++;
    }
    return values.get(i);
  }

  /** Whole numbers that add up to the total and follow the weights: largest remainders, ties to the first. */
  static int[] apportion(int total, double[] weights) {
    double sum = java.util.Arrays.stream(weights).sum();
    var parts = new int[weights.length];
    int given = 0;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (int) Math.floor(total * weights[i] / sum);
      given += parts[i];
    }
    java.util.stream.IntStream.range(0, parts.length).boxed()
        .sorted(java.util.Comparator.comparingDouble(i -> parts[i] - total * weights[i] / sum))
        .limit(total - given).forEach(i -> parts[i]++);
    return parts;
  }
}
