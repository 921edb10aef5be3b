package org.zhiyang.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.platform.city.ProfileFiles;

class ProfileParametersTests {

  @ParameterizedTest
  @ValueSource(strings = {"huzhou", "hengyang"})
  void everyParameterFileOfACityIsReadable(String city) {
    var files = new ProfileFiles(city, null).all("parameters", ".yaml").stream()
        .map(file -> new ParameterSource.File(file.path(), file.content())).toList();

    assertThat(files).hasSizeGreaterThan(50);
    assertThatCode(() -> new ParameterLoader(() -> files).load(false)).doesNotThrowAnyException();
  }

  @Test
  void everyServiceHasAPriceWithItsThreeDatesAndASource() {
    for (var city : new String[] {"huzhou", "hengyang"}) {
      var items = new ProfileFiles(city, null).items("service-list.yaml");
      assertThat(items.size()).isEqualTo(10);
      for (var item : items) {
        assertThat(item.path("prices").size()).isPositive();
        for (var price : item.path("prices")) {
          assertThat(price.path("value").asLong()).isPositive();
          assertThat(price.propertyNames()).contains("region", "published", "effective", "recorded", "source", "verified");
        }
      }
    }
  }
}
