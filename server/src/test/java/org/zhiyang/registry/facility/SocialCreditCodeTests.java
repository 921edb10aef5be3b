package org.zhiyang.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocialCreditCodeTests {

  @Test
  void acceptsItsOwnSyntheticCodesAndFindsEverySingleWrongCharacter() {
    var code = SocialCreditCode.synthetic("91", 10_000_017).value();

    assertThat(SocialCreditCode.isValid(code)).isTrue();
    for (int i = 0; i < 18; i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        if (c != code.charAt(i)) {
          assertThat(SocialCreditCode.isValid(code.substring(0, i) + c + code.substring(i + 1))).as("%c at %d", c, i).isFalse();
        }
      }
    }
  }

  /** Computed by a second, independent program that also accepts the published codes of large companies. */
  @ParameterizedTest
  @CsvSource({"91, 10000017, 91000000100000171Y", "52, 20000003, 5200000020000003X8", "12, 12345678, 120000001234567880"})
  void computesBothCheckCharactersAsTheStandardsSay(String departmentAndCategory, int number, String expected) {
    assertThat(SocialCreditCode.synthetic(departmentAndCategory, number).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "91000000", "9100000010000017IX", "910000001000001700000"})
  void refusesWhatIsNoCode(String text) {
    assertThatThrownBy(() -> new SocialCreditCode(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
