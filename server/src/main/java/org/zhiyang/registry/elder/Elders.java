package org.zhiyang.registry.elder;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.crypto.BlindIndex;
import org.zhiyang.platform.crypto.Sealing;
import org.zhiyang.platform.web.NotFound;

/** Reads and writes the register's tables; the only class that seals and opens an elder's identifiers. */
@Component
class Elders {
  /** Region for staff, elder for families, and whoever was granted sight (organisations, carers). */
  static final ScopeColumns SCOPE = new ScopeColumns("e.region_code", null, null, "e.id",
      "exists (select from elder.viewer v where v.elder_id = e.id and v.party_id = :scopeParty and (v.until_on is null or v.until_on >= current_date))");

  private static final String PROFILE = """
      select e.id, e.number, e.name, e.sex, e.birth_on, e.region_code, e.lng, e.lat, e.living_situation, e.economic_status, e.hukou, e.disability,
             e.family_planning_special, e.ability_level, e.ability_valid_until, e.status, e.status_since, e.synthetic, e.version
      from elder.elder e""";

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final BlindIndex index;

  Elders(JdbcClient jdbc, Sealing sealing, BlindIndex index) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.index = index;
  }

  Optional<ElderProfile> find(ElderId id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql(PROFILE + " where e.id = :id and " + mine.sql()).param("id", id.value()).params(mine.params()).query(Elders::profile).optional();
  }

  /** As {@link #find}, nobody else changes the record before this transaction ends. @throws NotFound beyond the scope */
  ElderProfile lock(ElderId id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql(PROFILE + " where e.id = :id and " + mine.sql() + " for update of e").param("id", id.value()).params(mine.params()).query(Elders::profile).optional().orElseThrow(NotFound::new);
  }

  Map<ElderId, ElderProfile> list(Collection<ElderId> ids) {
    var found = new LinkedHashMap<ElderId, ElderProfile>();
    if (ids.isEmpty()) return found;
    jdbc.sql(PROFILE + " where e.id = any(:ids)").param("ids", ids.stream().map(ElderId::value).toArray(UUID[]::new))
        .query(Elders::profile).list().forEach(profile -> found.put(profile.id(), profile));
    return found;
  }

  List<ElderQueries.LevelEnd> levelsEndingBy(Collection<ElderId> ids, LocalDate lastDay) {
    if (ids.isEmpty()) return List.of();
    return jdbc.sql("""
            select id, region_code, ability_valid_until from elder.elder
            where id = any(:ids) and ability_level is not null and ability_valid_until <= :day and status not in ('MOVED', 'DECEASED') order by ability_valid_until, id""")
        .param("ids", ids.stream().map(ElderId::value).toArray(UUID[]::new)).param("day", Date.valueOf(lastDay))
        .query((r, n) -> new ElderQueries.LevelEnd(new ElderId(r.getObject(1, UUID.class)), r.getString(2), r.getObject(3, LocalDate.class))).list();
  }

  Optional<ElderId> findByIdNumber(String idNumber) {
    return jdbc.sql("select id from elder.elder where id_number_index = :index").param("index", index.of(BlindIndex.Kind.ID_NUMBER, idNumber))
        .query(UUID.class).optional().map(ElderId::new);
  }

  /** Two who register the same person at the same moment follow each other: the second finds the first. */
  void lockIdNumber(String idNumber) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:index, 'hex'), 30))").param("index", index.of(BlindIndex.Kind.ID_NUMBER, idNumber)).query((r, n) -> true).list();
  }

  void insert(NewElder elder, @Nullable UUID by, Instant at) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("id", elder.id());
    values.put("name", elder.name());
    values.put("initials", Initials.of(elder.name()));
    values.put("sex", elder.sex().name());
    values.put("birth", Date.valueOf(elder.birthOn()));
    values.put("idSealed", sealing.seal(elder.idNumber()));
    values.put("idIndex", index.of(BlindIndex.Kind.ID_NUMBER, elder.idNumber()));
    values.put("idMasked", Masking.idNumber(elder.idNumber()));
    putContact(values, elder.phone(), elder.address());
    values.put("region", elder.regionCode());
    values.put("lng", elder.lng());
    values.put("lat", elder.lat());
    values.put("living", elder.livingSituation().name());
    values.put("economic", elder.economicStatus().name());
    values.put("hukou", elder.hukou().name());
    values.put("disability", elder.disability());
    values.put("special", elder.familyPlanningSpecial());
    values.put("synthetic", elder.synthetic());
    values.put("at", Timestamp.from(at));
    values.put("by", by);
    jdbc.sql("""
            insert into elder.elder (id, number, name, initials, sex, birth_on, id_number_sealed, id_number_index, id_number_masked, phone_sealed, phone_index, phone_masked,
              address_sealed, region_code, lng, lat, living_situation, economic_status, hukou, disability, family_planning_special, synthetic, registered_at, registered_by)
            values (:id, nextval('elder.number_sequence')::text, :name, :initials, :sex, :birth, :idSealed, :idIndex, :idMasked, :phoneSealed, :phoneIndex, :phoneMasked,
              :addressSealed, :region, :lng, :lat, :living, :economic, :hukou, :disability, :special, :synthetic, :at, :by)""")
        .params(values).update();
  }

  /** What the register holds of one elder beyond the profile, identifiers masked. */
  record Masked(String idNumber, @Nullable String phone, boolean hasAddress, @Nullable LocalDate lastContactOn) {}

  Masked masked(ElderId id) {
    return jdbc.sql("select id_number_masked, phone_masked, address_sealed is not null, last_contact_on from elder.elder where id = :id").param("id", id.value())
        .query((r, n) -> new Masked(r.getString(1), r.getString(2), r.getBoolean(3), r.getObject(4, LocalDate.class))).single();
  }

  @Nullable String disclose(ElderId id, Disclosable field) {
    return sealing.open(jdbc.sql("select " + field.column + " from elder.elder where id = :id").param("id", id.value())
        .query((r, n) -> r.getBytes(1)).optional().orElse(null));
  }

  Map<ElderId, ElderQueries.Contact> openContacts(Collection<ElderId> ids) {
    var contacts = new HashMap<ElderId, ElderQueries.Contact>();
    if (ids.isEmpty()) return contacts;
    jdbc.sql("select id, phone_sealed, address_sealed from elder.elder where id = any(:ids)").param("ids", ids.stream().map(ElderId::value).toArray(UUID[]::new))
        .query((r, n) -> contacts.put(new ElderId(r.getObject(1, UUID.class)), new ElderQueries.Contact(sealing.open(r.getBytes(2)), sealing.open(r.getBytes(3))))).list();
    return contacts;
  }

  enum Disclosable {
    idNumber("id_number_sealed", "证件号码"), phone("phone_sealed", "电话"), address("address_sealed", "住址");

    private final String column;
    final String chinese;

    Disclosable(String column, String chinese) {
      this.column = column;
      this.chinese = chinese;
    }
  }

  /** Facts that staff may correct; sealed fields that are null stay as they are, and so does the place on the map within the same village. */
  record Correction(long version, String name, @Nullable String phone, @Nullable String address, String regionCode, @Nullable Double lng, @Nullable Double lat,
      LivingSituation livingSituation, EconomicStatus economicStatus, Hukou hukou, boolean disability, boolean familyPlanningSpecial) {
    /** Whether it names another place on the map than the register holds. */
    boolean namesAnotherPlace(ElderProfile now) {
      return lng != null && !(lng.equals(now.lng()) && Objects.equals(lat, now.lat()));
    }
  }

  void correct(ElderId id, Correction to) {
    var values = new HashMap<String, @Nullable Object>();
    putContact(values, to.phone(), to.address());
    var changed = jdbc.sql("""
            update elder.elder set name = :name, initials = :initials, phone_sealed = coalesce(:phoneSealed, phone_sealed), phone_index = coalesce(:phoneIndex, phone_index),
              phone_masked = coalesce(:phoneMasked, phone_masked), address_sealed = coalesce(:addressSealed, address_sealed), region_code = :region,
              lng = case when :lng is not null or region_code <> :region then :lng else lng end, lat = case when :lat is not null or region_code <> :region then :lat else lat end,
              living_situation = :living, economic_status = :economic, hukou = :hukou,
              disability = :disability, family_planning_special = :special, version = version + 1
            where id = :id and version = :version""")
        .params(values).param("id", id.value()).param("version", to.version()).param("name", to.name()).param("initials", Initials.of(to.name()))
        .param("region", to.regionCode()).param("lng", to.lng(), java.sql.Types.DOUBLE).param("lat", to.lat(), java.sql.Types.DOUBLE).param("living", to.livingSituation().name())
        .param("economic", to.economicStatus().name()).param("hukou", to.hukou().name()).param("disability", to.disability()).param("special", to.familyPlanningSpecial()).update();
    if (changed == 0) throw stale(id, to);
  }

  /** What the register holds now against what was to be stored: telephone and address are compared here, where they may be open; null, which changes nothing, never differs. */
  private ElderRefusal.ChangedMeanwhile stale(ElderId id, Correction to) {
    var now = find(id, new Scope.Everything()).orElseThrow(NotFound::new);
    var differs = new ArrayList<String>();
    if (!now.name().equals(to.name())) differs.add("name");
    if (to.phone() != null && !to.phone().equals(disclose(id, Disclosable.phone))) differs.add("phone");
    if (!now.regionCode().equals(to.regionCode())) differs.add("regionCode");
    if (to.address() != null && !to.address().equals(disclose(id, Disclosable.address))) differs.add("address");
    if (to.namesAnotherPlace(now)) differs.add("place");
    if (now.livingSituation() != to.livingSituation()) differs.add("livingSituation");
    if (now.economicStatus() != to.economicStatus()) differs.add("economicStatus");
    if (now.hukou() != to.hukou()) differs.add("hukou");
    if (now.disability() != to.disability()) differs.add("disability");
    if (now.familyPlanningSpecial() != to.familyPlanningSpecial()) differs.add("familyPlanningSpecial");
    return changedMeanwhile(now, to.version(), differs);
  }

  /** The change told is the newest that the reader of version {@code seen} has not seen; none where only the platform changed the record (a new level). */
  ElderRefusal.ChangedMeanwhile changedMeanwhile(ElderProfile now, long seen, List<String> differs) {
    return jdbc.sql("select by_account, at from elder.change where elder_id = :id and version > :seen order by version desc limit 1").param("id", now.id().value()).param("seen", seen)
        .query((r, n) -> new ElderRefusal.ChangedMeanwhile(now.version(), differs, r.getObject(1, UUID.class), r.getTimestamp(2).toInstant())).optional()
        .orElseGet(() -> new ElderRefusal.ChangedMeanwhile(now.version(), differs, null, null));
  }

  void noteChange(ElderId id, @Nullable UUID by, Instant at, String what, @Nullable String reason) {
    jdbc.sql("insert into elder.change (elder_id, at, by_account, what, reason, version) values (:id, :at, :by, :what, :reason, (select version from elder.elder where id = :id))")
        .param("id", id.value()).param("at", Timestamp.from(at)).param("by", by).param("what", what).param("reason", reason).update();
  }

  private void putContact(Map<String, @Nullable Object> values, @Nullable String phone, @Nullable String address) {
    values.put("phoneSealed", sealing.seal(phone));
    values.put("phoneIndex", phone == null ? null : index.of(BlindIndex.Kind.PHONE, phone));
    values.put("phoneMasked", Masking.phone(phone));
    values.put("addressSealed", sealing.seal(address));
  }

  static ElderProfile profile(ResultSet r, int n) throws SQLException {
    return new ElderProfile(new ElderId(r.getObject("id", UUID.class)), r.getString("number"), r.getString("name"), Sex.valueOf(r.getString("sex")),
        r.getObject("birth_on", LocalDate.class), r.getString("region_code"), r.getObject("lng", Double.class), r.getObject("lat", Double.class),
        LivingSituation.valueOf(r.getString("living_situation")), EconomicStatus.valueOf(r.getString("economic_status")), Hukou.valueOf(r.getString("hukou")),
        r.getBoolean("disability"), r.getBoolean("family_planning_special"), r.getString("ability_level"), r.getObject("ability_valid_until", LocalDate.class),
        ElderStatus.valueOf(r.getString("status")), r.getObject("status_since", LocalDate.class), r.getBoolean("synthetic"), r.getLong("version"));
  }
}
