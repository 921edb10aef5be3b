package org.zhiyang.registry.facility;

/**
 * An organization's unified social credit code (统一社会信用代码) that passed its own checks; not a proof that it was issued.
 *
 * <p>18 characters of 0-9 A-Z without I O S V Z: 1 registering department, 1 category, 6 region, 9 organization code with its own check
 * character, 1 check character. Region 000000 was never issued: such codes are synthetic. Lower case is read as upper case.
 * Sources: GB 32100-2015 (weights 3^i mod 31), GB 11714-1997 (organization code).
 */
public record SocialCreditCode(String value) {

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String DIGITS_AND_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  public SocialCreditCode {
    value = value.strip().toUpperCase(java.util.Locale.ROOT);
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a valid social credit code");
    }
  }

  /**
   * A synthetic code: valid checks, region 000000.
   *
   * @param departmentAndCategory two characters, "91" company, "52" private non-enterprise, "12" public institution
   * @param number 0..99,999,999, makes the code unique
   */
  public static SocialCreditCode synthetic(String departmentAndCategory, int number) {
    var organization = String.format("%08d", number);
    var body = departmentAndCategory + "000000" + organization + organizationCheck(organization);
    return new SocialCreditCode(body + check(body));
  }

  public static boolean isValid(String text) {
    return text.length() == 18 && text.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)
        && organizationCheck(text.substring(8, 16)) == text.charAt(16) && check(text.substring(0, 17)) == text.charAt(17);
  }

  public boolean synthetic() {
    return value.startsWith("000000", 2);
  }

  private static char check(String body) {
    int sum = 0;
    for (int i = 0, weight = 1; i < 17; i++, weight = weight * 3 % 31) {
      sum += CHARACTERS.indexOf(body.charAt(i)) * weight;
    }
    return CHARACTERS.charAt((31 - sum % 31) % 31);
  }

  private static char organizationCheck(String eight) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += DIGITS_AND_LETTERS.indexOf(eight.charAt(i)) * ORGANIZATION_WEIGHTS[i];
    }
    return "0123456789X0".charAt(11 - sum % 11);
  }
}
