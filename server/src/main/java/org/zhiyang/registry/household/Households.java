package org.zhiyang.registry.household;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.crypto.BlindIndex;
import org.zhiyang.platform.crypto.Sealing;
import org.zhiyang.platform.database.BulkCopy;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.Masking;

/** Reads and writes households; the only class that seals and opens a family member's phone number. */
@Component
class Households implements HouseholdQueries, HouseholdCommands {
  private static final int BATCH = 2_000;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final Sealing sealing;
  private final BlindIndex index;

  Households(JdbcClient jdbc, DataSource dataSource, Sealing sealing, BlindIndex index) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.sealing = sealing;
    this.index = index;
  }

  @Override
  public List<FamilyMember> familyOf(ElderId elder) {
    return jdbc.sql("""
            select m.id, m.elder_id, m.name, t.relation, m.phone_masked, t.lives_together, t.proxy, t.emergency_contact
            from household.tie t join household.member m on m.id = t.member_id
            where t.elder_id = :elder order by t.proxy desc, t.emergency_contact desc, t.relation, m.name""")
        .param("elder", elder.value())
        .query((r, n) -> new FamilyMember(r.getObject(1, UUID.class), r.getObject(2, UUID.class), r.getString(3), Relation.valueOf(r.getString(4)), r.getString(5),
            r.getBoolean(6), r.getBoolean(7), r.getBoolean(8))).list();
  }

  @Override
  public Map<ElderId, List<ToCall>> openContacts(Collection<ElderId> elders) {
    var found = new HashMap<ElderId, List<ToCall>>();
    if (elders.isEmpty()) return found;
    jdbc.sql("""
            select t.elder_id, m.name, t.relation, m.phone_sealed
            from household.tie t join household.member m on m.id = t.member_id
            where t.elder_id in (:elders) and (t.proxy or t.emergency_contact) order by t.emergency_contact desc, t.proxy desc, m.name""")
        .param("elders", elders.stream().map(ElderId::value).toList())
        .query((r, n) -> found.computeIfAbsent(new ElderId(r.getObject(1, UUID.class)), e -> new ArrayList<>())
            .add(new ToCall(r.getString(2), Relation.valueOf(r.getString(3)), sealing.open(r.getBytes(4))))).list();
    return found;
  }

  @Override
  public boolean isRelative(ElderId elder, String name, @Nullable String phone) {
    return jdbc.sql("""
            select exists (select from household.tie t join household.member m on m.id = t.member_id
              where t.elder_id = :elder and t.relation not in ('HELPER', 'NEIGHBOR', 'OTHER') and (m.name = :name or m.phone_index = :phone))""")
        .param("elder", elder.value()).param("name", name).param("phone", phone == null ? new byte[0] : index.of(BlindIndex.Kind.PHONE, phone))
        .query(Boolean.class).single();
  }

  /** Founded with the first member; two who add one at the same moment follow each other. */
  @Transactional
  UUID householdOf(ElderId elder, String regionCode) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:elder, 31))").param("elder", elder.value().toString()).query((r, n) -> true).list();
    return jdbc.sql("select household_id from household.member where elder_id = :elder").param("elder", elder.value()).query(UUID.class).optional()
        .orElseGet(() -> found(elder, regionCode));
  }

  private UUID found(ElderId elder, String regionCode) {
    var id = jdbc.sql("insert into household.household (id, region_code) values (uuidv7(), :region) returning id").param("region", regionCode).query(UUID.class).single();
    jdbc.sql("insert into household.member (id, household_id, elder_id, name) select uuidv7(), :id, :elder, '本人'").param("id", id).param("elder", elder.value()).update();
    return id;
  }

  UUID add(ElderId elder, UUID household, String name, @Nullable String phone, NewTie tie) {
    var id = jdbc.sql("""
            insert into household.member (id, household_id, name, phone_sealed, phone_index, phone_masked)
            values (uuidv7(), :household, :name, :sealed, :index, :masked) returning id""")
        .param("household", household).param("name", name).param("sealed", sealing.seal(phone))
        .param("index", phone == null ? null : index.of(BlindIndex.Kind.PHONE, phone)).param("masked", Masking.phone(phone)).query(UUID.class).single();
    jdbc.sql("""
            insert into household.tie (elder_id, member_id, relation, lives_together, proxy, emergency_contact)
            values (:elder, :member, :relation, :together, :proxy, :emergency)""")
        .param("elder", elder.value()).param("member", id).param("relation", tie.relation().name()).param("together", tie.livesTogether())
        .param("proxy", tie.proxy()).param("emergency", tie.emergencyContact()).update();
    return id;
  }

  record NewTie(Relation relation, boolean livesTogether, boolean proxy, boolean emergencyContact) {}

  /** Changes what a member is to the elder; false if there is no such tie. */
  boolean change(ElderId elder, UUID member, NewTie tie) {
    return jdbc.sql("""
            update household.tie set relation = :relation, lives_together = :together, proxy = :proxy, emergency_contact = :emergency
            where elder_id = :elder and member_id = :member""")
        .param("elder", elder.value()).param("member", member).param("relation", tie.relation().name()).param("together", tie.livesTogether())
        .param("proxy", tie.proxy()).param("emergency", tie.emergencyContact()).update() == 1;
  }

  boolean remove(ElderId elder, UUID member) {
    return jdbc.sql("delete from household.tie where elder_id = :elder and member_id = :member").param("elder", elder.value()).param("member", member).update() == 1;
  }

  @Nullable String phone(ElderId elder, UUID member) {
    return sealing.open(jdbc.sql("select m.phone_sealed from household.member m join household.tie t on t.member_id = m.id where t.elder_id = :elder and m.id = :member")
        .param("elder", elder.value()).param("member", member).query((r, n) -> r.getBytes(1)).optional().orElse(null));
  }

  @Override
  public long load(Iterator<NewHousehold> households, LongConsumer progress) {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      long done = 0;
      while (households.hasNext()) {
        var batch = new ArrayList<NewHousehold>(BATCH);
        while (batch.size() < BATCH && households.hasNext()) batch.add(households.next());
        copy(connection, batch);
        done += batch.size();
        progress.accept(done);
      }
      connection.commit();
      connection.setAutoCommit(true);
      return done;
    } catch (SQLException e) {
      throw new IllegalStateException("loading households failed", e);
    }
  }

  private record SealedMember(UUID household, NewHousehold.Member member, byte[] phone, byte[] phoneIndex) {}

  private void copy(java.sql.Connection connection, List<NewHousehold> batch) throws SQLException {
    try (var rows = new BulkCopy(connection, "household.household (id, region_code)")) {
      for (var h : batch) rows.value(h.id()).value(h.regionCode()).endRow();
      rows.finish();
    }
    var sealed = batch.parallelStream().flatMap(h -> h.members().stream().map(m -> new SealedMember(h.id(), m, sealing.seal(m.phone()),
        m.phone() == null ? null : index.of(BlindIndex.Kind.PHONE, m.phone())))).toList();
    try (var rows = new BulkCopy(connection, "household.member (id, household_id, elder_id, name, phone_sealed, phone_index, phone_masked)")) {
      for (var s : sealed) {
        rows.value(s.member.id()).value(s.household).value(s.member.elder()).value(s.member.name()).value(s.phone).value(s.phoneIndex).value(Masking.phone(s.member.phone())).endRow();
      }
      rows.finish();
    }
    try (var rows = new BulkCopy(connection, "household.tie (elder_id, member_id, relation, lives_together, proxy, emergency_contact)")) {
      for (var h : batch) {
        for (var t : h.ties()) rows.value(t.elder()).value(t.member()).value(t.relation()).value(t.livesTogether()).value(t.proxy()).value(t.emergencyContact()).endRow();
      }
      rows.finish();
    }
  }
}
