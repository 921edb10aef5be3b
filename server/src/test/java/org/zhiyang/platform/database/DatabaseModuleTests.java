package org.zhiyang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest
class DatabaseModuleTests {
  @Autowired
  private JdbcClient jdbc;

  @Test
  void createsTheExtensionsAndTheOutboxAtStart() {
    assertThat(jdbc.sql("select extname from pg_extension").query(String.class).list())
        .contains("btree_gist", "pg_trgm", "cube", "earthdistance");
    assertThat(jdbc.sql("select count(*) from event.event_publication").query(Long.class).single()).isZero();
    assertThat(jdbc.sql("select version from flyway_schema_history where success").query(String.class).list()).contains("1");
  }
}
