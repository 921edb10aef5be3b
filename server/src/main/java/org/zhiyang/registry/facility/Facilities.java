package org.zhiyang.registry.facility;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.PlaceNames;
import org.zhiyang.platform.crypto.Sealing;
import org.zhiyang.platform.database.BulkCopy;

/** Reads and writes providers and facilities. */
@Component
class Facilities implements FacilityQueries, FacilityCommands, PlaceNames {
  static final String PROVIDER = "select p.id, p.name, p.region_code, p.lng, p.lat, p.services, p.visits_per_day, p.listing, p.score, p.score_month from facility.provider p";

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final Sealing sealing;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Facilities(JdbcClient jdbc, DataSource dataSource, Sealing sealing, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.sealing = sealing;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public Optional<Provider> findProvider(ProviderId id) {
    return jdbc.sql(PROVIDER + " where p.id = :id").param("id", id.value()).query(Facilities::provider).optional();
  }

  @Override
  public Optional<String> organizationName(UUID id) {
    return findProvider(new ProviderId(id)).map(Provider::name);
  }

  @Override
  public Map<ProviderId, Provider> listProviders(Collection<ProviderId> ids) {
    var found = new LinkedHashMap<ProviderId, Provider>();
    if (ids.isEmpty()) return found;
    jdbc.sql(PROVIDER + " where p.id = any(:ids)").param("ids", ids.stream().map(ProviderId::value).toArray(UUID[]::new))
        .query(Facilities::provider).list().forEach(p -> found.put(p.id(), p));
    return found;
  }

  @Override
  public List<Provider> providersOffering(String service, double lng, double lat, int most) {
    return jdbc.sql(PROVIDER + """
             where :service = any(p.services)
            order by earth_distance(ll_to_earth(p.lat, p.lng), ll_to_earth(:lat, :lng)), p.id limit :most""")
        .param("service", service).param("lat", lat).param("lng", lng).param("most", most).query(Facilities::provider).list();
  }

  @Override
  public BankAccount bankAccountOf(ProviderId id) {
    return jdbc.sql("select bank_account_name, bank_account_number_sealed from facility.provider where id = :id").param("id", id.value())
        .query((r, n) -> new BankAccount(r.getString(1), java.util.Objects.requireNonNull(sealing.open(r.getBytes(2))))).single();
  }

  @Override
  @Transactional
  public void publishScore(ProviderId provider, YearMonth month, BigDecimal score) {
    jdbc.sql("update facility.provider set score = :score, score_month = :month, version = version + 1 where id = :id and (score_month is null or score_month <= :month)")
        .param("score", score).param("month", Date.valueOf(month.atDay(1))).param("id", provider.value()).update();
  }

  @Override
  @Transactional
  public void changeListing(ProviderId provider, Listing to, LocalDate since, String reason) {
    var changed = jdbc.sql("update facility.provider set listing = :to, listing_since = :since, listing_reason = :reason, version = version + 1 where id = :id and listing <> :to")
        .param("to", to.name()).param("since", Date.valueOf(since)).param("reason", reason).param("id", provider.value()).update();
    if (changed == 1) events.publishEvent(new ProviderListed(provider, to, since, clock.instant()));
  }

  @Override
  @Transactional
  public void changeBankAccount(ProviderId provider, BankAccount account) {
    jdbc.sql("update facility.provider set bank_account_name = :name, bank_account_number_sealed = :number, version = version + 1 where id = :id").param("name", account.name())
        .param("number", sealing.seal(account.number())).param("id", provider.value()).update();
  }

  @Override
  @Transactional
  public void loadProviders(Iterator<NewProvider> providers) {
    providers.forEachRemaining(p -> jdbc.sql("""
            insert into facility.provider (id, name, credit_code, region_code, lng, lat, services, visits_per_day, phone, bank_account_name, bank_account_number_sealed, synthetic)
            values (:id, :name, :credit, :region, :lng, :lat, :services, :visits, :phone, :accountName, :account, :synthetic)""")
        .param("id", p.id()).param("name", p.name()).param("credit", p.creditCode()).param("region", p.regionCode()).param("lng", p.lng()).param("lat", p.lat())
        .param("services", p.services().toArray(String[]::new)).param("visits", p.visitsPerDay()).param("phone", p.phone())
        .param("accountName", p.bankAccountName()).param("account", sealing.seal(p.bankAccountNumber())).param("synthetic", p.synthetic()).update());
  }

  @Override
  public long loadFacilities(Iterator<NewFacility> facilities) {
    try (var connection = dataSource.getConnection();
        var rows = new BulkCopy(connection, "facility.facility (id, kind, name, region_code, lng, lat, beds, beds_taken, stars, provider_id, synthetic)")) {
      facilities.forEachRemaining(f -> rows.value(f.id()).value(f.kind()).value(f.name()).value(f.regionCode()).value(f.lng()).value(f.lat()).value(f.beds())
          .value(f.bedsTaken()).value(f.stars()).value(f.provider()).value(f.synthetic()).endRow());
      return rows.finish();
    } catch (SQLException e) {
      throw new IllegalStateException("loading facilities failed", e);
    }
  }

  static Provider provider(ResultSet r, int n) throws SQLException {
    var month = r.getObject("score_month", LocalDate.class);
    return new Provider(new ProviderId(r.getObject("id", UUID.class)), r.getString("name"), r.getString("region_code"), r.getDouble("lng"), r.getDouble("lat"),
        new LinkedHashSet<>(Arrays.asList((String[]) r.getArray("services").getArray())), r.getInt("visits_per_day"), Listing.valueOf(r.getString("listing")),
        r.getObject("score", BigDecimal.class), month == null ? null : YearMonth.from(month));
  }
}
