package org.zhiyang.registry.workforce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.AccountHolders;
import org.zhiyang.platform.access.Tie;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;

/** Care workers who have not left as holders of accounts; their provider follows from their record. */
@Component
class CarerHolders implements AccountHolders {
  private final JdbcClient jdbc;
  private final FacilityQueries facilities;
  private final Clock clock;

  CarerHolders(JdbcClient jdbc, FacilityQueries facilities, Clock clock) {
    this.jdbc = jdbc;
    this.facilities = facilities;
    this.clock = clock;
  }

  private record Row(UUID id, String name, UUID provider, @Nullable String maskedPhone) {}

  @Override
  public Tie.Kind kind() {
    return Tie.Kind.CARER;
  }

  @Override
  public Optional<Holder> find(UUID id) {
    return holders(jdbc.sql("select id, name, provider_id, phone_masked from workforce.carer where id = :id and active and (left_on is null or left_on > :today)").param("id", id).param("today", java.sql.Date.valueOf(LocalDate.now(clock)))).stream().findFirst();
  }

  @Override
  public List<Holder> search(String text, @Nullable UUID within, int most) {
    return holders(jdbc.sql("""
            select id, name, provider_id, phone_masked from workforce.carer
            where active and (left_on is null or left_on > :today) and position(:text in name) > 0 and (:provider::uuid is null or provider_id = :provider) order by name, id limit :most""")
        .param("text", text).param("today", java.sql.Date.valueOf(LocalDate.now(clock))).param("provider", within).param("most", most));
  }

  private List<Holder> holders(JdbcClient.StatementSpec statement) {
    var rows = statement.query((r, n) -> new Row(r.getObject(1, UUID.class), r.getString(2), r.getObject(3, UUID.class), r.getString(4))).list();
    var providers = facilities.listProviders(rows.stream().map(row -> new ProviderId(row.provider)).distinct().toList());
    return rows.stream().map(row -> new Holder(row.id, row.name, detail(row, providers), null, row.provider, Map.of(), null)).toList();
  }

  private static String detail(Row row, Map<ProviderId, Provider> providers) {
    var provider = providers.get(new ProviderId(row.provider));
    var name = provider == null ? "" : provider.name();
    return row.maskedPhone == null ? name : name + " · " + row.maskedPhone;
  }
}
