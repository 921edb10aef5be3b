package org.zhiyang.registry.facility;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.AccountHolders;
import org.zhiyang.platform.access.Tie;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;

/** Providers as holders of accounts: their dispatchers sign in for them. */
@Component
class ProviderHolders implements AccountHolders {
  private final JdbcClient jdbc;
  private final RegionQueries regions;

  ProviderHolders(JdbcClient jdbc, RegionQueries regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  @Override
  public Tie.Kind kind() {
    return Tie.Kind.ORGANIZATION;
  }

  @Override
  public Optional<Holder> find(UUID id) {
    return jdbc.sql("select id, name, region_code from facility.provider where id = :id").param("id", id).query((r, n) -> holder(r.getObject(1, UUID.class), r.getString(2), r.getString(3))).optional();
  }

  @Override
  public List<Holder> search(String text, @Nullable UUID within, int most) {
    return jdbc.sql("select id, name, region_code from facility.provider where position(:text in name) > 0 order by name, id limit :most").param("text", text).param("most", most)
        .query((r, n) -> holder(r.getObject(1, UUID.class), r.getString(2), r.getString(3))).list();
  }

  private Holder holder(UUID id, String name, String region) {
    return Holder.of(id, name, regions.fullName(new RegionCode(region)));
  }
}
