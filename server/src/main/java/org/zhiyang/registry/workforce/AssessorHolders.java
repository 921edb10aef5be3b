package org.zhiyang.registry.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.AccountHolders;
import org.zhiyang.platform.access.Tie;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;

/** Active assessors as holders of accounts; the account that signs their assessments is written down in their own record. */
@Component
class AssessorHolders implements AccountHolders {
  private static final String ASSESSOR = "select id, name, region_code, qualification, account_id from workforce.assessor where active and ";

  private final JdbcClient jdbc;
  private final RegionQueries regions;
  private final WorkforceCommands commands;

  AssessorHolders(JdbcClient jdbc, RegionQueries regions, WorkforceCommands commands) {
    this.jdbc = jdbc;
    this.regions = regions;
    this.commands = commands;
  }

  @Override
  public Tie.Kind kind() {
    return Tie.Kind.ASSESSOR;
  }

  @Override
  public Optional<Holder> find(UUID id) {
    return jdbc.sql(ASSESSOR + "id = :id").param("id", id).query(this::holder).optional();
  }

  @Override
  public List<Holder> search(String text, @Nullable UUID within, int most) {
    return jdbc.sql(ASSESSOR + "position(:text in name) > 0 order by name, id limit :most").param("text", text).param("most", most).query(this::holder).list();
  }

  @Override
  public void linked(UUID holder, UUID account) {
    commands.linkAssessor(holder, account);
  }

  private Holder holder(ResultSet r, int n) throws SQLException {
    var region = r.getString("region_code");
    return new Holder(r.getObject("id", UUID.class), r.getString("name"), regions.fullName(new RegionCode(region)) + " · " + r.getString("qualification"), region, null, Map.of(),
        r.getObject("account_id", UUID.class));
  }
}
