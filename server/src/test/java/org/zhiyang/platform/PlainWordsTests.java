package org.zhiyang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.platform.clock.Minutes;
import org.zhiyang.platform.region.Distance;

/** Figures as people say them. */
class PlainWordsTests {
  @ParameterizedTest
  @CsvSource({"0, 0 米", "999, 999 米", "1000, 1.0 公里", "5049, 5.0 公里", "25600, 25.6 公里"})
  void aDistance(long meters, String words) {
    assertThat(Distance.inWords(meters)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 分钟", "59, 59 分钟", "60, 1 小时", "61, 1 小时 1 分钟", "1500, 25 小时"})
  void minutes(long minutes, String words) {
    assertThat(Minutes.inWords(minutes)).isEqualTo(words);
  }
}
