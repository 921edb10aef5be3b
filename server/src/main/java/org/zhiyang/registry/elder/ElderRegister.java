package org.zhiyang.registry.elder;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.Region;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.InvalidInput;

/** The register's acts and answers. */
@Component
class ElderRegister implements ElderCommands, ElderQueries {
  static final int YOUNGEST = 60;
  /** From the middle of a village to its farthest house, with room to spare. */
  private static final double FARTHEST_METERS = 50_000;

  private final Elders elders;
  private final ElderLoader loader;
  private final StatusChanges statuses;
  private final RegionQueries regions;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final boolean production;

  ElderRegister(Elders elders, ElderLoader loader, StatusChanges statuses, RegionQueries regions, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events,
      @Value("${zhiyang.production:false}") boolean production) {
    this.elders = elders;
    this.loader = loader;
    this.statuses = statuses;
    this.regions = regions;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
    this.production = production;
  }

  @Override
  @Transactional
  public ElderId register(NewElder elder, Actor by) {
    var idNumber = ElderForm.idNumber(elder.idNumber());
    if (idNumber.synthetic() && (production || !elder.synthetic())) throw new InvalidInput("idNumber", "id-number-synthetic");
    checkRegion(elder.regionCode(), by.scope());
    checkPlace(elder.lng(), elder.lat(), elder.regionCode());
    var age = Period.between(elder.birthOn(), LocalDate.now(clock)).getYears();
    if (age < YOUNGEST) throw new ElderRefusal.TooYoung(age);
    elders.lockIdNumber(idNumber.value());
    elders.findByIdNumber(idNumber.value()).ifPresent(existing -> {
      throw new ElderRefusal.AlreadyRegistered(elders.find(existing, by.scope()).isPresent() ? existing : null);
    });
    var at = clock.instant();
    elders.insert(elder, by.accountId(), at);
    var id = new ElderId(elder.id());
    elders.noteChange(id, by.accountId(), at, "registered", null);
    events.publishEvent(new ElderRegistered(id, elder.regionCode(), at));
    return id;
  }

  /** A village (level 5) of the city that the actor's own scope reaches. */
  void checkRegion(String code, Scope scope) {
    var known = code.matches("\\d{12}") && !code.endsWith("000") && regions.exists(code);
    if (!known || (scope instanceof Scope.Region mine && !mine.contains(code))) throw new ElderRefusal.UnknownRegion(code);
  }

  /** Both coordinates or none, and not further from the middle of the village than anybody lives: two numbers swapped lie in another country. */
  private void checkPlace(@Nullable Double lng, @Nullable Double lat, String regionCode) {
    if (lng == null && lat == null) return;
    if (lng == null || lat == null) throw new InvalidInput(lng == null ? "lng" : "lat", "required");
    if (!(Math.abs(lng) <= 180)) throw new InvalidInput("lng", "far");
    if (!(Math.abs(lat) <= 90)) throw new InvalidInput("lat", "far");
    var village = regions.find(new RegionCode(regionCode)).map(Region::position).orElse(null);
    if (village != null && village.metersTo(new Position(lng, lat)) > FARTHEST_METERS) throw new InvalidInput("lng", "far");
  }

  @Transactional
  void correct(ElderId id, Elders.Correction correction, String reason, Actor by) {
    var before = get(id, by.scope());
    checkRegion(correction.regionCode(), by.scope());
    checkPlace(correction.lng(), correction.lat(), correction.regionCode());
    elders.correct(id, correction);
    var at = clock.instant();
    elders.noteChange(id, by.accountId(), at, "corrected", reason);
    if (!before.regionCode().equals(correction.regionCode()) || correction.namesAnotherPlace(before)) events.publishEvent(new ElderHomeChanged(id, at));
  }

  @Override
  @Transactional
  public void recordLevel(ElderId elder, @Nullable String level, @Nullable LocalDate validUntil) {
    jdbc.sql("update elder.elder set ability_level = :level, ability_valid_until = :until, version = version + 1 where id = :id")
        .param("level", level).param("until", validUntil == null ? null : Date.valueOf(validUntil)).param("id", elder.value()).update();
  }

  @Override
  @Transactional
  public void recordContact(ElderId elder, LocalDate day) {
    jdbc.sql("update elder.elder set last_contact_on = :day where id = :id and (last_contact_on is null or last_contact_on < :day)")
        .param("day", Date.valueOf(day)).param("id", elder.value()).update();
  }

  @Override
  @Transactional
  public void letSee(ElderId elder, UUID party, String reason, @Nullable LocalDate until) {
    jdbc.sql("""
            insert into elder.viewer (elder_id, party_id, reason, until_on) values (:elder, :party, :reason, :until)
            on conflict (elder_id, party_id) do update set
              until_on = case when viewer.until_on is null or excluded.until_on is null then null else greatest(viewer.until_on, excluded.until_on) end""")
        .param("elder", elder.value()).param("party", party).param("reason", reason).param("until", until == null ? null : Date.valueOf(until)).update();
  }

  @Override
  @Transactional
  public void changeStatus(ElderId elder, ElderStatus to, LocalDate since, String reason, Actor by) {
    statuses.change(elders.lock(elder, by.scope()), new StatusChanges.Change(to, since, reason, false), by);
  }

  /** As somebody asked who read the record in that version: what was recorded meanwhile is not undone unseen. */
  @Transactional
  void changeStatus(ElderId elder, long version, StatusChanges.Change change, Actor by) {
    var now = elders.lock(elder, by.scope());
    if (now.version() != version) throw elders.changedMeanwhile(now, version, List.of());
    statuses.change(now, change, by);
  }

  @Override
  public long load(Iterator<NewElder> elders, LongConsumer progress) {
    return loader.load(elders, progress);
  }

  @Override
  public Optional<ElderProfile> find(ElderId id, Scope scope) {
    return elders.find(id, scope);
  }

  @Override
  public Map<ElderId, ElderProfile> list(Collection<ElderId> ids) {
    return elders.list(ids);
  }

  @Override
  public Map<ElderId, Contact> openContacts(Collection<ElderId> ids) {
    return elders.openContacts(ids);
  }

  @Override
  public List<LevelEnd> levelsEndingBy(Collection<ElderId> ids, LocalDate lastDay) {
    return elders.levelsEndingBy(ids, lastDay);
  }

  @Override
  public Set<ElderId> absentFrom(Collection<ElderId> ids, LocalDate day) {
    if (ids.isEmpty()) return Set.of();
    return jdbc.sql("select distinct elder_id from elder.status_period where elder_id = any(:ids) and during && daterange(:day::date, null)")
        .param("ids", ids.stream().map(ElderId::value).toArray(UUID[]::new)).param("day", Date.valueOf(day)).query(UUID.class).list().stream().map(ElderId::new).collect(Collectors.toSet());
  }

  @Override
  public boolean wasAbsentOn(ElderId id, LocalDate day) {
    return jdbc.sql("select exists (select from elder.status_period where elder_id = :id and during @> :day::date)")
        .param("id", id.value()).param("day", Date.valueOf(day)).query(Boolean.class).single();
  }

  @Override
  public Set<LocalDate> absentDays(ElderId id, LocalDate from, LocalDate to) {
    return Set.copyOf(jdbc.sql("""
            select d::date from generate_series(:from::date, :to::date - 1, interval '1 day') d
            where exists (select from elder.status_period where elder_id = :id and during @> d::date)""")
        .param("id", id.value()).param("from", Date.valueOf(from)).param("to", Date.valueOf(to)).query(LocalDate.class).list());
  }
}
