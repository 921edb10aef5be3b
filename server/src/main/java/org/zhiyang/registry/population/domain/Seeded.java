package org.zhiyang.registry.population.domain;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Chance that can be asked again: every answer depends only on the seed, the purpose and a number, never on the order of asking.
 * So the same seed gives the same city whatever the number of threads.
 */
record Seeded(long seed, long firstMillis) {

  /** What a random number is for; the order of the constants is part of what a seed means. */
  enum For { PERSON_ORDER, PARTNER, VILLAGE_WEIGHT, BIRTH_DAY, ABILITY, CARE_HOME, HOUSEHOLD, PHONE, FACILITY, PROVIDER, CARER, VILLAGE_WORKER, ASSESSOR, SEQUENCE }

  /** Kinds of records; each has its own span of identifiers. */
  enum Kind { FACILITY, PROVIDER, CARER, CERTIFICATE, VILLAGE_WORKER, ASSESSOR, HOUSEHOLD, ELDER, FAMILY_MEMBER }

  private static final long SPAN_MILLIS = 100_000_000;
  private static final int PHONE_NUMBERS = 100_000_000;

  SplittableRandom random(For purpose, long number) {
    return new SplittableRandom(bits(purpose.ordinal() + 1, number));
  }

  /** Uniform in 0 (inclusive) .. 1 (exclusive). */
  double unit(For purpose, long number) {
    return (bits(purpose.ordinal() + 1, number) >>> 11) * 0x1.0p-53;
  }

  /** An identifier of the shape of version 7: its time part counts up with the number, so that rows are stored in their order. */
  UUID id(Kind kind, long number) {
    long millis = firstMillis + kind.ordinal() * SPAN_MILLIS + number;
    long first = bits(100 + kind.ordinal(), number);
    long second = bits(200 + kind.ordinal(), number);
    return new UUID(millis << 16 | 0x7000 | first & 0x0FFF, second & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
  }

  /**
   * A mobile number of 11 digits that belongs to nobody: network number 154 has the usual shape but is allotted to no operator, so that a
   * message sent by mistake reaches no one. Different numbers 0..99,999,999 give different phones.
   */
  String phone(int number) {
    long scattered = (number * 38_196_601L + Math.floorMod(bits(300, 0), PHONE_NUMBERS)) % PHONE_NUMBERS;
    return Long.toString(15_400_000_000L + scattered);
  }

  private long bits(long purpose, long number) {
    return mix(mix(seed * 0x9E3779B97F4A7C15L + purpose * 0xD1B54A32D192ED03L) + number * 0x9E3779B97F4A7C15L);
  }

  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
