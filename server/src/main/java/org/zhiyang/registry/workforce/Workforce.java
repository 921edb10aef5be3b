package org.zhiyang.registry.workforce;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.crypto.Sealing;
import org.zhiyang.platform.database.BulkCopy;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.Masking;
import org.zhiyang.registry.facility.ProviderId;

/** Reads and writes staff records. */
@Component
class Workforce implements WorkforceQueries, WorkforceCommands {
  private static final String CARER = """
      select c.id, c.provider_id, c.name, c.sex, c.base_lng, c.base_lat, c.skills, c.part_time, c.travel_mode,
             (select level from workforce.certificate t where t.carer_id = c.id and t.during @> :day::date) as level,
             (select array_agg(to_char(s.starts_at, 'HH24:MI') || '-' || to_char(s.ends_at, 'HH24:MI') order by s.starts_at)
              from workforce.shift s where s.carer_id = c.id and s.weekday = :weekday) as shifts,
             (select array_agg(floor(extract(epoch from greatest(a.from_at, :midnight) - :midnight) / 60)::int || '-' || ceil(extract(epoch from least(a.to_at, :nextMidnight) - :midnight) / 60)::int)
              from workforce.absence a where a.carer_id = c.id and a.withdrawn_at is null and a.from_at < :nextMidnight and a.to_at > :midnight) as absences,
             c.left_on <= :day as has_left
      from workforce.carer c where c.active and""";

  /** Visits are made and given to carers some weeks ahead; after so many days none can stand that was theirs. */
  private static final int DAYS_AFTER_LEAVING = 31;

  /** Staff by the carer's area, a provider's by their firm, carers themselves. */
  static final ScopeColumns SCOPE = ScopeColumns.of("c.region_code", "c.provider_id", "c.id", null);
  private static final String EMPLOYMENT = "select c.provider_id, c.left_on from workforce.carer c where c.active and c.id = :id";

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final Sealing sealing;

  Workforce(JdbcClient jdbc, DataSource dataSource, Sealing sealing) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.sealing = sealing;
  }

  @Override
  public Optional<Carer> findCarer(CarerId id, LocalDate day) {
    return carers(" c.id = :id and (c.left_on is null or c.left_on > :day)", Map.of("id", id.value()), day).stream().findFirst();
  }

  @Override
  public Optional<Employment> employmentOf(CarerId id) {
    return jdbc.sql(EMPLOYMENT).param("id", id.value()).query(Workforce::employment).optional();
  }

  /** As {@link #employmentOf}, which nobody else changes before this transaction ends. @throws NotFound beyond the scope */
  Employment lockEmployment(CarerId id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql(EMPLOYMENT + " and " + mine.sql() + " for update").param("id", id.value()).params(mine.params()).query(Workforce::employment).optional().orElseThrow(NotFound::new);
  }

  private static Employment employment(ResultSet r, int n) throws SQLException {
    return new Employment(new ProviderId(r.getObject("provider_id", UUID.class)), r.getObject("left_on", LocalDate.class));
  }

  @Override
  public List<Carer> carersOf(ProviderId provider, LocalDate day) {
    return carers(" c.provider_id = :provider and (c.left_on is null or c.left_on > :day::date - " + DAYS_AFTER_LEAVING + ") order by c.name, c.id", Map.of("provider", provider.value()), day);
  }

  private List<Carer> carers(String where, Map<String, Object> params, LocalDate day) {
    return jdbc.sql(CARER + where).params(params).param("day", Date.valueOf(day)).param("weekday", day.getDayOfWeek().getValue())
        .param("midnight", day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()).param("nextMidnight", day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
        .query((r, n) -> {
          var rota = texts(r, "shifts").stream().map(Workforce::shift).toList();
          var away = r.getBoolean("has_left") ? List.of(DutyOfDay.Away.ALL_DAY) : texts(r, "absences").stream().map(DutyOfDay.Away::parse).toList();
          return new Carer(new CarerId(r.getObject("id", UUID.class)), new ProviderId(r.getObject("provider_id", UUID.class)), r.getString("name"), r.getString("sex"),
              r.getDouble("base_lng"), r.getDouble("base_lat"), new LinkedHashSet<>(Arrays.asList((String[]) r.getArray("skills").getArray())), r.getBoolean("part_time"),
              r.getObject("level", Integer.class), DutyOfDay.without(rota, away), !away.isEmpty(), TravelMode.valueOf(r.getString("travel_mode")));
        }).list();
  }

  private static List<String> texts(java.sql.ResultSet r, String column) throws SQLException {
    var array = r.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static Carer.Shift shift(String text) {
    return new Carer.Shift(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6)));
  }

  @Override
  public Map<CarerId, String> namesOf(Collection<CarerId> ids) {
    var names = new HashMap<CarerId, String>();
    if (ids.isEmpty()) return names;
    jdbc.sql("select id, name from workforce.carer where id = any(:ids)").param("ids", ids.stream().map(CarerId::value).toArray(UUID[]::new))
        .query((r, n) -> names.put(new CarerId(r.getObject(1, UUID.class)), r.getString(2))).list();
    return names;
  }

  @Override
  public @Nullable Integer certificateLevelOn(CarerId id, LocalDate day) {
    return jdbc.sql("select level from workforce.certificate where carer_id = :id and during @> :day::date").param("id", id.value()).param("day", Date.valueOf(day))
        .query(Integer.class).optional().orElse(null);
  }

  @Override
  public Optional<Assessor> findAssessor(UUID id) {
    return assessors("id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public Optional<Assessor> findAssessorByAccount(UUID account) {
    return assessors("account_id = :account", Map.of("account", account)).stream().findFirst();
  }

  @Override
  public List<Assessor> assessorsFor(String regionCode) {
    var county = Scope.Region.below(regionCode.substring(0, 6) + "000000");
    return assessors("active and region_code >= :from and region_code < :to order by name, id", Map.of("from", county.from(), "to", county.to()));
  }

  @Override
  public List<Assessor> assessorsWithAccount() {
    return assessors("active and account_id is not null order by name, id", Map.of());
  }

  private List<Assessor> assessors(String where, Map<String, Object> params) {
    return jdbc.sql("select id, name, region_code, medical_background, qualification, certified_from, certified_to, account_id from workforce.assessor where " + where).params(params)
        .query((r, n) -> new Assessor(r.getObject(1, UUID.class), r.getString(2), r.getString(3), r.getBoolean(4), r.getString(5),
            r.getObject(6, LocalDate.class), r.getObject(7, LocalDate.class), r.getObject(8, UUID.class))).list();
  }

  @Override
  public @Nullable String phoneOfAssessor(UUID id) {
    return sealing.open(jdbc.sql("select phone_sealed from workforce.assessor where id = :id").param("id", id).query((r, n) -> r.getBytes(1)).optional().orElse(null));
  }

  @Override
  @Transactional
  public void linkAssessor(UUID assessor, UUID account) {
    jdbc.sql("update workforce.assessor set account_id = :account where id = :id").param("account", account).param("id", assessor).update();
  }

  @Override
  public long loadCarers(Iterator<NewStaff.NewCarer> carers) {
    var all = new ArrayList<NewStaff.NewCarer>();
    carers.forEachRemaining(all::add);
    return copying(connection -> {
      long loaded;
      try (var rows = new BulkCopy(connection, "workforce.carer (id, provider_id, region_code, name, sex, phone_sealed, phone_masked, base_lng, base_lat, skills, part_time, travel_mode, synthetic)")) {
        for (var c : all) {
          rows.value(c.id()).value(c.provider()).value(c.regionCode()).value(c.name()).value(c.sex()).value(sealing.seal(c.phone())).value(Masking.phone(c.phone()))
              .value(c.baseLng()).value(c.baseLat()).value("{" + String.join(",", c.skills()) + "}").value(c.partTime()).value(c.travelMode().name()).value(c.synthetic()).endRow();
        }
        loaded = rows.finish();
      }
      try (var rows = new BulkCopy(connection, "workforce.certificate (carer_id, level, number, from_on, last_day)")) {
        for (var c : all) for (var t : c.certificates()) rows.value(c.id()).value(t.level()).value(t.number()).value(t.fromOn()).value(t.lastDay()).endRow();
        rows.finish();
      }
      try (var rows = new BulkCopy(connection, "workforce.shift (carer_id, weekday, starts_at, ends_at)")) {
        for (var c : all) for (var s : c.shifts()) rows.value(c.id()).value(s.weekday()).value(s.from().toString()).value(s.to().toString()).endRow();
        rows.finish();
      }
      return loaded;
    });
  }

  @Override
  public long loadAssessors(Iterator<NewStaff.NewAssessor> assessors) {
    return copying(connection -> {
      try (var rows = new BulkCopy(connection, "workforce.assessor (id, region_code, name, medical_background, qualification, certified_from, certified_to, phone_sealed, synthetic)")) {
        assessors.forEachRemaining(a -> rows.value(a.id()).value(a.regionCode()).value(a.name()).value(a.medicalBackground()).value(a.qualification()).value(a.certifiedFrom()).value(a.certifiedTo())
            .value(sealing.seal(a.phone())).value(a.synthetic()).endRow());
        return rows.finish();
      }
    });
  }

  @Override
  public long loadVillageWorkers(Iterator<NewStaff.NewVillageWorker> workers) {
    return copying(connection -> {
      try (var rows = new BulkCopy(connection, "workforce.village_worker (id, region_code, name, phone_sealed, synthetic)")) {
        workers.forEachRemaining(w -> rows.value(w.id()).value(w.regionCode()).value(w.name()).value(sealing.seal(w.phone())).value(w.synthetic()).endRow());
        return rows.finish();
      }
    });
  }

  private interface Copying {
    long run(java.sql.Connection connection) throws SQLException;
  }

  private long copying(Copying work) {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      var loaded = work.run(connection);
      connection.commit();
      connection.setAutoCommit(true);
      return loaded;
    } catch (SQLException e) {
      throw new IllegalStateException("loading staff failed", e);
    }
  }
}
