package org.zhiyang.routing.care.search;

/** A small fast source of chance (splitmix), the same on every machine for the same seed. */
final class Chance {
  private long state;

  Chance(long seed) {
    state = seed;
  }

  private long next() {
    long z = state += 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 0 to {@code bound-1}. */
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** 0 to less than 1. */
  double part() {
    return (next() >>> 11) * 0x1p-53;
  }
}
