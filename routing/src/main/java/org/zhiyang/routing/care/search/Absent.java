package org.zhiyang.routing.care.search;

import java.util.Arrays;

/** The visits of a part that stand nowhere. */
final class Absent {
  private int[] list = new int[16];
  private final int[] position;
  int count;

  /** @param visits how many there are in all */
  Absent(int visits) {
    position = new int[visits];
    Arrays.fill(position, -1);
  }

  void clear() {
    while (count > 0) note(list[count - 1], false);
  }

  int get(int k) {
    return list[k];
  }

  void note(int v, boolean absent) {
    if (absent == position[v] >= 0) return;
    if (absent) {
      if (count == list.length) list = Arrays.copyOf(list, 2 * count);
      position[v] = count;
      list[count++] = v;
    } else {
      int last = list[--count];
      list[position[v]] = last;
      position[last] = position[v];
      position[v] = -1;
    }
  }
}
