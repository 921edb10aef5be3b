package org.zhiyang.registry.elder;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.crypto.BlindIndex;
import org.zhiyang.platform.crypto.Sealing;
import org.zhiyang.platform.database.BulkCopy;

/** Loads many simulated elders by COPY: seals a batch on all cores, writes it from one. All or nothing. */
@Component
class ElderLoader {
  private static final int BATCH = 2_000;
  private static final String TARGET = """
      elder.elder (id, number, name, initials, sex, birth_on, id_number_sealed, id_number_index, id_number_masked, phone_sealed, phone_index, phone_masked, address_sealed,
      region_code, lng, lat, living_situation, economic_status, hukou, disability, family_planning_special, ability_level, ability_valid_until, synthetic, registered_at)""";

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final BlindIndex index;

  ElderLoader(DataSource dataSource, JdbcClient jdbc, Sealing sealing, BlindIndex index) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.index = index;
  }

  private record Sealed(NewElder elder, byte[] idSealed, byte[] idIndex, byte[] phoneSealed, byte[] phoneIndex, byte[] address) {}

  long load(Iterator<NewElder> elders, LongConsumer progress) {
    var first = jdbc.sql("select nextval('elder.number_sequence')").query(Long.class).single();
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      long done = 0;
      try (var copy = new BulkCopy(connection, TARGET)) {
        var registeredAt = java.time.Instant.now().toString();
        while (elders.hasNext()) {
          var batch = sealAll(take(elders));
          for (var sealed : batch) write(copy, sealed, first + done++, registeredAt);
          progress.accept(done);
        }
        copy.finish();
      }
      connection.commit();
      connection.setAutoCommit(true);
      jdbc.sql("select setval('elder.number_sequence', :last)").param("last", first + done).query(Long.class).single();
      jdbc.sql("analyze elder.elder").update();
      return done;
    } catch (SQLException e) {
      throw new IllegalStateException("loading elders failed", e);
    }
  }

  private static List<NewElder> take(Iterator<NewElder> elders) {
    var batch = new ArrayList<NewElder>(BATCH);
    while (batch.size() < BATCH && elders.hasNext()) batch.add(elders.next());
    return batch;
  }

  private List<Sealed> sealAll(List<NewElder> batch) {
    return IntStream.range(0, batch.size()).parallel().mapToObj(i -> {
      var e = batch.get(i);
      return new Sealed(e, sealing.seal(e.idNumber()), index.of(BlindIndex.Kind.ID_NUMBER, e.idNumber()), sealing.seal(e.phone()),
          e.phone() == null ? null : index.of(BlindIndex.Kind.PHONE, e.phone()), sealing.seal(e.address()));
    }).toList();
  }

  private static void write(BulkCopy copy, Sealed s, long number, String registeredAt) {
    var e = s.elder;
    copy.value(e.id()).value(String.valueOf(number)).value(e.name()).value(Initials.of(e.name())).value(e.sex()).value(e.birthOn())
        .value(s.idSealed).value(s.idIndex).value(Masking.idNumber(e.idNumber())).value(s.phoneSealed).value(s.phoneIndex).value(Masking.phone(e.phone())).value(s.address)
        .value(e.regionCode()).value(e.lng()).value(e.lat()).value(e.livingSituation()).value(e.economicStatus()).value(e.hukou())
        .value(e.disability()).value(e.familyPlanningSpecial()).value(e.level()).value(e.levelValidUntil()).value(e.synthetic()).value(registeredAt).endRow();
  }
}
