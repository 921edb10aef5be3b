package org.zhiyang.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @ParameterizedTest
  @ValueSource(strings = {"", "91000000", "9100000010000017IX", "910000001000001700000"})
  void refusesWhatIsNoCode(String text) {
    assertThatThrownBy(() -> new SocialCreditCode(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
