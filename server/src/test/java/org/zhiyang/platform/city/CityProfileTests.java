package org.zhiyang.platform.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityProfileTests {

  private static final String GOOD = """
      code: "110100000000"
      name: 甲市
      shortName: 甲
      brandName: 甲养
      slogan: 好
      hotline: "12349"
      colors: {main: "#1B6B66", deep: "#12504C", wash: "#E3F0EE"}
      center: {lng: 116.4, lat: 39.9}
      zoom: 9
      files: {service-list.yaml: national}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"huzhou", "hengyang"})
  void readsTheCitiesThatTravelWithTheProgram(String city) {
    var profile = CityProfile.read(new ProfileFiles(city, null));

    assertThat(profile.key()).isEqualTo(city);
    assertThat(profile.hotline()).isEqualTo("12349");
  }

  @Test
  void takesTheCitysOwnFileBeforeTheNationalOneAndJoinsParameters() {
    var huzhou = new ProfileFiles("huzhou", null);
    var hengyang = new ProfileFiles("hengyang", null);

    assertThat(huzhou.get("service-list.yaml").path()).isEqualTo("national/service-list.yaml");
    assertThat(hengyang.get("service-list.yaml").path()).isEqualTo("hengyang/service-list.yaml");
    assertThat(hengyang.all("parameters", ".yaml")).extracting(ProfileFile::path)
        .contains("national/parameters/home-care-entitlement.yaml", "hengyang/parameters/home-care-entitlement.yaml");
  }

  @Test
  void readsADirectoryOutsideTheProgram(@TempDir Path directory) throws Exception {
    write(directory, GOOD);

    assertThat(CityProfile.read(new ProfileFiles("jia", directory)).brandName()).isEqualTo("甲养");
  }

  @ParameterizedTest
  @ValueSource(strings = {"brandName: 甲养|brandName: ''", "#1B6B66|#FFD94A", "110100000000|110101000000", "zoom: 9|zoom: 40",
      "lat: 39.9|lat: 3990", "service-list.yaml: national|service-list.yaml: city"})
  void refusesACityFileAndNamesIt(String change, @TempDir Path directory) throws Exception {
    var parts = change.split("\\|");
    write(directory, GOOD.replace(parts[0], parts[1]));

    assertThatThrownBy(() -> CityProfile.read(new ProfileFiles("jia", directory))).isInstanceOf(BrokenProfile.class).hasMessageContaining("jia/city.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"atlantis", "national", "../huzhou", "Huzhou", ""})
  void refusesACityThatHasNoProfile(String city) {
    assertThatThrownBy(() -> new ProfileFiles(city, null)).isInstanceOf(BrokenProfile.class);
  }

  @Test
  void theDigestChangesWithTheContent(@TempDir Path directory) throws Exception {
    write(directory, GOOD);
    var before = new ProfileFiles("jia", directory).digest("city.yaml");

    write(directory, GOOD.replace("好", "更好"));

    assertThat(new ProfileFiles("jia", directory).digest("city.yaml")).isNotEqualTo(before);
  }

  private static void write(Path directory, String text) throws Exception {
    Files.writeString(Files.createDirectories(directory.resolve("jia")).resolve("city.yaml"), text);
  }
}
