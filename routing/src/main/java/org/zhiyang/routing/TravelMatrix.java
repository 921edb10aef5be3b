package org.zhiyang.routing;

import java.util.function.IntBinaryOperator;

/**
 * Travel between places 0 to {@code size()-1}: a distance (what is minimized) and a duration (what passes on the clock), both in whole units of the caller's
 * choice, 0 to 2,000,000,000. Ways there and back may differ. Kept in a table, or asked for anew each time where a table would be too large.
 */
public final class TravelMatrix {
  /** No way: as long as a figure may be, so that no plan ever takes it. */
  public static final int LONGEST = 2_000_000_000;

  private final int size;
  private final IntBinaryOperator distance;
  private final IntBinaryOperator duration;

  private TravelMatrix(int size, IntBinaryOperator distance, IntBinaryOperator duration) {
    this.size = size;
    this.distance = distance;
    this.duration = duration;
  }

  /** Asks both functions once for every ordered pair of places. Refuses a figure below 0 or above {@link #LONGEST}. */
  public static TravelMatrix of(int size, IntBinaryOperator distance, IntBinaryOperator duration) {
    var distances = new int[size * size];
    var durations = new int[size * size];
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        distances[from * size + to] = legal(distance.applyAsInt(from, to), from, to);
        durations[from * size + to] = legal(duration.applyAsInt(from, to), from, to);
      }
    }
    return new TravelMatrix(size, (from, to) -> distances[from * size + to], (from, to) -> durations[from * size + to]);
  }

  /** Distance and duration are the same figure. */
  public static TravelMatrix of(int size, IntBinaryOperator both) {
    return of(size, both, both);
  }

  /** Needs no memory: asks the functions whenever a figure is wanted, from any thread. They are quick, always answer alike and stay within 0 and {@link #LONGEST}. */
  public static TravelMatrix computed(int size, IntBinaryOperator distance, IntBinaryOperator duration) {
    return new TravelMatrix(size, distance, duration);
  }

  public int size() {
    return size;
  }

  public int distance(int from, int to) {
    return distance.applyAsInt(from, to);
  }

  public int duration(int from, int to) {
    return duration.applyAsInt(from, to);
  }

  private static int legal(int figure, int from, int to) {
    if (figure < 0 || figure > LONGEST) {
      throw new RoutingRefusal("从地点 %d 到地点 %d 的路程为 %d，须在 0 至 %d 之间，请改正。".formatted(from, to, figure, LONGEST));
    }
    return figure;
  }
}
