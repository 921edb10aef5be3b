package org.zhiyang.registry.elder;

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
import org.zhiyang.platform.access.NewAccount;
import org.zhiyang.platform.access.Tie;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;

/** Elders as holders of accounts. Administrators of the system have no sight of the register, so an elder is found by the full number of the record only. */
@Component
class ElderHolders implements AccountHolders {
  private static final String ELDER = "select id, name, region_code from elder.elder where status not in ('MOVED', 'DECEASED') and ";

  private final JdbcClient jdbc;
  private final RegionQueries regions;

  ElderHolders(JdbcClient jdbc, RegionQueries regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  @Override
  public Tie.Kind kind() {
    return Tie.Kind.ELDER;
  }

  @Override
  public Optional<Holder> find(UUID id) {
    return jdbc.sql(ELDER + "id = :id").param("id", id).query(this::holder).optional();
  }

  @Override
  public List<Holder> search(String text, @Nullable UUID within, int most) {
    return jdbc.sql(ELDER + "number = :number").param("number", text).query(this::holder).list();
  }

  private Holder holder(ResultSet r, int n) throws SQLException {
    var id = r.getObject("id", UUID.class);
    return new Holder(id, r.getString("name"), regions.fullName(new RegionCode(r.getString("region_code"))), null, null, Map.of(id, NewAccount.Relation.SELF), null);
  }
}
