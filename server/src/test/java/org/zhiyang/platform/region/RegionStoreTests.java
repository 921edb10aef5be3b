package org.zhiyang.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.testing.TestDatabases;

class RegionStoreTests {
  private static final RegionCode COUNTY = new RegionCode("330502000000");

  private final ProfileFiles files = new ProfileFiles("huzhou", null);
  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RegionQueries regions;

  RegionStoreTests() throws Exception {
    var details = TestDatabases.create();
    var source = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    template = new JdbcTemplate(source);
    jdbc = JdbcClient.create(template);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    template.execute(new ClassPathResource("db/migration/platform/region/V1__divisions.sql").getContentAsString(StandardCharsets.UTF_8));
    regions = new Regions(store(files));
  }

  @Test
  void holdsTheDivisionsExactlyAsTheProfileTellsThem() {
    assertThat(regions.tree().all()).containsExactlyElementsOf(ProfileRegions.read(files).all());
    assertThat(regions.exists("330502001005")).isTrue();
    assertThat(regions.exists("330502001999")).isFalse();
    assertThat(regions.exists("no code")).isFalse();
    assertThat(regions.fullName(new RegionCode("330502001000"))).isEqualTo("吴兴区月河街道");
  }

  @Test
  void leavesTheTableAloneWhileTheProfileIsTheSame() {
    transaction.executeWithoutResult(t -> {
      jdbc.sql("update region.region set name = '改过的名' where code = :code").param("code", COUNTY.value()).update();

      var again = store(files).upToDate();

      assertThat(again.find(COUNTY).orElseThrow().name()).isEqualTo("改过的名");
      t.setRollbackOnly();
    });
  }

  @Test
  void takesOverAChangedProfileAndKeepsWhatItNoLongerLists(@TempDir Path directory) throws Exception {
    var huzhou = Files.createDirectories(directory.resolve("huzhou"));
    for (var name : new String[] {"city.yaml", "towns.csv", "boundaries.geojson", "regions.csv"}) {
      Files.write(huzhou.resolve(name), new PathMatchingResourcePatternResolver().getResource("classpath:profiles/huzhou/" + name).getContentAsByteArray());
    }
    var changed = Files.readString(huzhou.resolve("regions.csv")).replace("吴兴区,", "新吴兴区,")
        .replaceFirst("330502001005,[^\n]*\n", "");
    Files.writeString(huzhou.resolve("regions.csv"), changed);
    transaction.executeWithoutResult(t -> {
      var tree = store(new ProfileFiles("huzhou", directory)).upToDate();

      assertThat(tree.find(COUNTY).orElseThrow().name()).isEqualTo("新吴兴区");
      assertThat(tree.find(new RegionCode("330502001005"))).isEmpty();
      assertThat(jdbc.sql("select listed from region.region where code = '330502001005'").query(Boolean.class).single()).isFalse();
      t.setRollbackOnly();
    });
  }

  private RegionStore store(ProfileFiles profile) {
    return new RegionStore(profile, template, jdbc, transaction);
  }
}
