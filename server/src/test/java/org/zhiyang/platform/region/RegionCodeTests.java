package org.zhiyang.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTests {

  @ParameterizedTest
  @CsvSource(textBlock = """
      000000000000, 0, ':'
      330000000000, 1, 340000000000
      330500000000, 2, 330600000000
      330502000000, 3, 330503000000
      430473000000, 3, 430474000000
      330502001000, 4, 330502002000
      330502999000, 4, 330503000000
      330502001005, 5, 330502001006
      999999999999, 5, ':'""")
  void coversFromItselfUpToTheNextOfItsLevel(String code, int level, String to) {
    var region = new RegionCode(code);

    assertThat(region.level()).isEqualTo(level);
    assertThat(region.from()).isEqualTo(code);
    assertThat(region.to()).isEqualTo(to);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "33050200000", "3305020000000", "33050200000x", "３３0502000000"})
  void refusesWhatIsNoCode(String text) {
    assertThatThrownBy(() -> new RegionCode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void liesWithinExactlyTheRegionsWhoseRangeHoldsIt() {
    var random = new SplittableRandom(11);
    for (int i = 0; i < 20_000; i++) {
      var code = sample(random);
      var other = random.nextBoolean() ? code.at(random.nextInt(6)) : sample(random).at(random.nextInt(6));

      boolean inRange = code.value().compareTo(other.from()) >= 0 && code.value().compareTo(other.to()) < 0;

      assertThat(code.isWithin(other)).as("%s within %s", code, other).isEqualTo(inRange);
      assertThat(code.isWithin(code)).isTrue();
      assertThat(code.isWithin(code.parent())).isTrue();
      assertThat(code.parent().level()).isLessThan(Math.max(1, code.level()));
    }
  }

  /** Few different digits, so that siblings, zeros and nines meet often. */
  private static RegionCode sample(SplittableRandom random) {
    var digits = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      digits.append("0019".charAt(random.nextInt(4)));
    }
    return new RegionCode(digits.toString()).at(random.nextInt(6));
  }
}
