package org.zhiyang.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.city.ProfileFiles;

class ProfileRegionsTests {

  @ParameterizedTest
  @CsvSource(textBlock = """
      huzhou, 5, 72, 1301
      hengyang, 14, 191, 2785""")
  void readsTheWholeTreeOfACity(String city, int counties, int towns, int villages) {
    var tree = ProfileRegions.read(new ProfileFiles(city, null));

    assertThat(tree.children(tree.city().code())).hasSize(counties);
    assertThat(tree.all().stream().filter(r -> r.level() == 4)).hasSize(towns);
    assertThat(tree.villagesWithin(tree.city().code())).hasSize(villages);
    assertThat(tree.all()).allMatch(r -> r.position() != null);
  }

  @Test
  void namesAVillageFromItsCountyDown() {
    var tree = ProfileRegions.read(new ProfileFiles("huzhou", null));
    var village = tree.find(new RegionCode("330502001005")).orElseThrow();

    assertThat(village.fullName()).isEqualTo("吴兴区月河街道浮星桥社区居委会");
    assertThat(tree.path(village.code())).extracting(Region::name).containsExactly("湖州市", "吴兴区", "月河街道", "浮星桥社区居委会");
    assertThat(tree.children(new RegionCode("330502001000"))).contains(village);
  }

  @ParameterizedTest
  @CsvSource({"huzhou", "hengyang"})
  void placesEveryVillageInsideItsCountyAndTheSameEveryTime(String city) {
    var files = new ProfileFiles(city, null);
    var outlines = CountyOutlines.read(files.get("boundaries.geojson"));
    var tree = ProfileRegions.read(files);

    for (var village : tree.villagesWithin(tree.city().code())) {
      var county = village.code().at(3);
      boolean hasOutline = outlines.innerPoint(county).isPresent();
      assertThat(hasOutline ? outlines.contains(county, village.position()) : outlines.countyAt(village.position()).isPresent()).as(village.fullName()).isTrue();
    }
    assertThat(ProfileRegions.read(files).all()).containsExactlyElementsOf(tree.all());
  }

  @Test
  void saysWhichFileAndRowIsWrong(@TempDir Path directory) throws Exception {
    var city = Files.createDirectories(directory.resolve("anywhere"));
    Files.writeString(city.resolve("city.yaml"), "name: x");
    Files.writeString(city.resolve("boundaries.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
    Files.writeString(city.resolve("towns.csv"), "code,name,lng,lat,quality\n");
    Files.writeString(city.resolve("regions.csv"), "code,name,parent_code,level,kind\n110100000000,甲市,,2,prefecture\n110101001000,乙镇,110101000000,4,town\n");

    assertThatThrownBy(() -> ProfileRegions.read(new ProfileFiles("anywhere", directory)))
        .isInstanceOf(BrokenProfile.class).hasMessageContaining("anywhere/regions.csv").hasMessageContaining("110101001000");
  }
}
