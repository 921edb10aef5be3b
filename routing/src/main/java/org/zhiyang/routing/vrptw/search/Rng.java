package org.zhiyang.routing.vrptw.search;

/** A small fast source of chance (xorshift with a multiplication), the same on every machine for the same seed. */
final class Rng {
  private long state;

  Rng(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    state = (z ^ (z >>> 31)) | 1L;
  }

  /** 0 to {@code bound-1}. */
  int below(int bound) {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    long bits = (state * 0x2545F4914F6CDD1DL) >>> 32;
    return (int) ((bits * bound) >>> 32);
  }

  /** True in so many of a hundred cases. */
  boolean percent(int chance) {
    return below(100) < chance;
  }

  void shuffle(int[] values, int count) {
    for (int i = count - 1; i > 0; i--) {
      int j = below(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
