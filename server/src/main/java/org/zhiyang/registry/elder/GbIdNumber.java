package org.zhiyang.registry.elder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A citizen's identity number (公民身份号码) that passed its own checks; not a proof that it was ever issued.
 *
 * <p>18 characters: 6 digits region, 8 digits birth date, 3 digits sequence (odd = male), 1 check character 0-9 or X (a lower-case
 * x is read as X; blanks around the number are dropped). The region is only held to a province's first two digits, since older
 * residents carry county codes that no longer exist. Region 000000 was never issued: such numbers are synthetic, accepted only for
 * records marked synthetic and never in production; the caller decides with {@link #synthetic()}. 15-digit numbers are refused.
 * Births before 1880 are refused; births in the future are the caller's matter, since this value has no clock.
 * Source: GB 11643-1999, check character by ISO 7064 MOD 11-2. {@code toString} shows no digit of it.
 */
public record GbIdNumber(String value) {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final String SYNTHETIC_REGION = "000000";
  private static final int EARLIEST_YEAR = 1880;
  /** First two digits of the provinces, with 81-83 for Hong Kong, Macao and Taiwan residents and 91 for foreign permanent residents. */
  private static final String PROVINCES =
      " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91 ";

  /** Why a text is not an identity number; the names are stable and become problem codes. */
  public enum Flaw { LENGTH, CHARACTER, REGION, BIRTH_DATE, CHECK_CHARACTER }

  /** Thrown for a text with a flaw; the message never repeats the text. */
  public static final class Malformed extends IllegalArgumentException {
    private final Flaw flaw;

    Malformed(Flaw flaw) {
      super("identity number has a wrong " + flaw.name().toLowerCase().replace('_', ' '));
      this.flaw = flaw;
    }

    public Flaw flaw() {
      return flaw;
    }
  }

  public GbIdNumber {
    value = normalize(value);
    var flaw = flawOf(value);
    if (flaw.isPresent()) {
      throw new Malformed(flaw.get());
    }
  }

  /** The first flaw of a text, in the order of {@link Flaw}; empty when it is a valid number. */
  public static Optional<Flaw> flawIn(String text) {
    return flawOf(normalize(text));
  }

  /** The synthetic number of this birth date and sequence 0..999; odd sequences are male. */
  public static GbIdNumber synthetic(LocalDate birthOn, int sequence) {
    if (sequence < 0 || sequence > 999) {
      throw new IllegalArgumentException("sequence " + sequence + " is outside 0..999");
    }
    var digits = new char[18];
    put(digits, 0, 6, 0);
    put(digits, 6, 8, birthOn.getYear() * 10000 + birthOn.getMonthValue() * 100 + birthOn.getDayOfMonth());
    put(digits, 14, 3, sequence);
    digits[17] = checkCharacter(digits);
    return new GbIdNumber(new String(digits));
  }

  public LocalDate birthOn() {
    return LocalDate.of(number(value, 6, 10), number(value, 10, 12), number(value, 12, 14));
  }

  public Sex sex() {
    return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** True when the number stands in the range that no living person can have. */
  public boolean synthetic() {
    return value.startsWith(SYNTHETIC_REGION);
  }

  /** First three and last two characters, the rest as stars: {@code 000*************13}. */
  public String masked() {
    return value.substring(0, 3) + "*".repeat(13) + value.substring(16);
  }

  @Override
  public String toString() {
    return "GbIdNumber[…]";
  }

  private static String normalize(String text) {
    return text.strip().replace('x', 'X');
  }

  private static Optional<Flaw> flawOf(String text) {
    if (text.length() != 18) {
      return Optional.of(Flaw.LENGTH);
    }
    for (int i = 0; i < 18; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && !(i == 17 && c == 'X')) {
        return Optional.of(Flaw.CHARACTER);
      }
    }
    if (!text.startsWith(SYNTHETIC_REGION) && !PROVINCES.contains(" " + text.substring(0, 2) + " ")) {
      return Optional.of(Flaw.REGION);
    }
    if (!hasBirthDate(text)) {
      return Optional.of(Flaw.BIRTH_DATE);
    }
    return checkCharacter(text.toCharArray()) == text.charAt(17) ? Optional.empty() : Optional.of(Flaw.CHECK_CHARACTER);
  }

  private static boolean hasBirthDate(String text) {
    try {
      return LocalDate.of(number(text, 6, 10), number(text, 10, 12), number(text, 12, 14)).getYear() >= EARLIEST_YEAR;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static char checkCharacter(char[] digits) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (digits[i] - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static void put(char[] digits, int at, int width, int number) {
    for (int i = at + width - 1; i >= at; i--) {
      digits[i] = (char) ('0' + number % 10);
      number /= 10;
    }
  }
}
