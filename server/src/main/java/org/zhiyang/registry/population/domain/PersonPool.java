package org.zhiyang.registry.population.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.registry.elder.GbIdNumber;
import org.zhiyang.registry.elder.Sex;
import org.zhiyang.registry.population.domain.Seeded.For;

/**
 * The elders of the city before they get a home: age, sex, birth date, identity number, partner.
 *
 * <p>Ages and sexes follow the profile exactly (largest remainders). Birth dates spread evenly over the year of life; on one day at most
 * {@value #PER_DAY} people of one sex can be numbered, which bounds the size of the city.
 * Couples: those said to be partnered are sorted by age and matched so that the husband is older by the profile's mean; a husband whose
 * wife would be under 60 keeps a partner outside the register.
 */
final class PersonPool {

  static final int NO_PARTNER = -1;
  static final int PARTNER_UNDER_60 = -2;
  private static final int PER_DAY = 500;
  private static final double DAYS_PER_YEAR = 365.25;
  /** Coprime to {@value #PER_DAY}, so that every sequence number of a day is used once. */
  private static final int STEP = 123;

  private final PopulationProfile profile;
  private final Seeded seeded;
  private final byte[] ages;
  private final byte[] sexes;
  private final int[] birthDays;
  private final short[] sequences;
  private final int[] partners;

  PersonPool(PopulationProfile profile, int n, Seeded seeded) {
    this.profile = profile;
    this.seeded = seeded;
    ages = new byte[n];
    sexes = new byte[n];
    birthDays = new int[n];
    sequences = new short[n];
    partners = new int[n];
    Arrays.fill(partners, NO_PARTNER);
    var weights = new double[profile.ageSex().length * 2];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = profile.ageSex()[i / 2][i % 2];
    }
    var cells = Shares.apportion(n, weights);
    int person = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      fill(person, cells[cell], PopulationProfile.FIRST_AGE + cell / 2, cell % 2);
      person += cells[cell];
    }
    pair();
  }

  int size() {
    return ages.length;
  }

  int age(int person) {
    return ages[person];
  }

  Sex sex(int person) {
    return sexes[person] == 0 ? Sex.MALE : Sex.FEMALE;
  }

  LocalDate birthOn(int person) {
    return LocalDate.ofEpochDay(birthDays[person]);
  }

  GbIdNumber idNumber(int person) {
    return GbIdNumber.synthetic(birthOn(person), sequences[person] * 2 + (sexes[person] == 0 ? 1 : 0));
  }

  /** The partner's number, {@link #NO_PARTNER} or {@link #PARTNER_UNDER_60}. */
  int partner(int person) {
    return partners[person];
  }

  int level(int person) {
    return profile.level(age(person), sex(person), seeded.unit(For.ABILITY, person));
  }

  private void fill(int first, int count, int age, int sex) {
    long from = profile.asOf().minusYears(age + 1L).plusDays(1).toEpochDay();
    long days = profile.asOf().minusYears(age).toEpochDay() - from + 1;
    int onDay = 0;
    for (int k = 0; k < count; k++) {
      int person = first + k;
      ages[person] = (byte) age;
      sexes[person] = (byte) sex;
      birthDays[person] = (int) (from + (long) ((k + seeded.unit(For.BIRTH_DAY, person)) / count * days));
      onDay = k > 0 && birthDays[person] == birthDays[person - 1] ? onDay + 1 : 0;
      if (onDay >= PER_DAY) {
        throw new BrokenProfile("population", size() + " elders are too many: identity numbers of one day of birth run out; ask for fewer");
      }
      int start = (int) (seeded.unit(For.SEQUENCE, birthDays[person]) * PER_DAY);
      sequences[person] = (short) ((start + onDay * STEP) % PER_DAY);
    }
  }

  private void pair() {
    var gap = profile.yaml().at("partnered").at("husbandOlderYears");
    double mean = gap.number("mean");
    double deviation = gap.number("sd");
    long youngest = (long) (PopulationProfile.FIRST_AGE * DAYS_PER_YEAR);
    var husbands = new long[size()];
    var wives = new long[size()];
    int men = 0;
    int women = 0;
    for (int person = 0; person < size(); person++) {
      var random = seeded.random(For.PARTNER, person);
      if (random.nextDouble() >= profile.partneredShare(age(person), sex(person))) {
        continue;
      }
      long ageDays = profile.asOf().toEpochDay() - birthDays[person];
      if (sexes[person] == 1) {
        wives[women++] = ageDays << 32 | person;
        continue;
      }
      long wifeDays = (long) (ageDays - (mean + deviation * gaussian(random)) * DAYS_PER_YEAR);
      if (wifeDays < youngest) {
        partners[person] = PARTNER_UNDER_60;
      } else {
        husbands[men++] = wifeDays << 32 | person;
      }
    }
    match(Arrays.copyOf(husbands, men), Arrays.copyOf(wives, women));
  }

  /** Rank by rank; of the larger side every so many-th person stays without a partner. */
  private void match(long[] husbands, long[] wives) {
    Arrays.sort(husbands);
    Arrays.sort(wives);
    int couples = Math.min(husbands.length, wives.length);
    for (int i = 0; i < couples; i++) {
      int husband = (int) husbands[(int) ((long) i * husbands.length / couples)];
      int wife = (int) wives[(int) ((long) i * wives.length / couples)];
      partners[husband] = wife;
      partners[wife] = husband;
    }
  }

  private static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble())) * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
