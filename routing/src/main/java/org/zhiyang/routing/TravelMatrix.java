package org.zhiyang.routing;

import java.util.function.IntBinaryOperator;

/**
 * Travel between places 0 to {@code size()-1}: a distance (what is minimized) and a duration (what passes on the clock), both in whole units of the caller's
 * choice, 0 to 2,000,000,000. Ways there and back may differ.
 */
public final class TravelMatrix {
  /** No way: as long as a figure may be, so that no plan ever takes it. */
  public static final int LONGEST = 2_000_000_000;

  private final int size;
  private final int[] distance;
  private final int[] duration;

  private TravelMatrix(int size, int[] distance, int[] duration) {
    this.size = size;
    this.distance = distance;
    this.duration = duration;
  }

  /** Asks both functions once for every ordered pair of places. Refuses a figure below 0 or above {@link #LONGEST}. */
  public static TravelMatrix of(int size, IntBinaryOperator distance, IntBinaryOperator duration) {
    var matrix = new TravelMatrix(size, new int[size * size], new int[size * size]);
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        matrix.distance[from * size + to] = legal(distance.applyAsInt(from, to), from, to);
        matrix.duration[from * size + to] = legal(duration.applyAsInt(from, to), from, to);
      }
    }
    return matrix;
  }

  /** Distance and duration are the same figure. */
  public static TravelMatrix of(int size, IntBinaryOperator both) {
    return of(size, both, both);
  }

  public int size() {
    return size;
  }

  public int distance(int from, int to) {
    return distance[from * size + to];
  }

  public int duration(int from, int to) {
    return duration[from * size + to];
  }

  private static int legal(int figure, int from, int to) {
    if (figure < 0 || figure > LONGEST) {
      throw new RoutingRefusal("从地点 %d 到地点 %d 的路程为 %d，须在 0 至 %d 之间，请改正。".formatted(from, to, figure, LONGEST));
    }
    return figure;
  }
}
