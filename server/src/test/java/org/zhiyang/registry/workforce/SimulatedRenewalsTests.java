package org.zhiyang.registry.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.testing.ZhiyangTest;

/** A demo city stays able to work when its clock is moved on by years; real people renew for themselves. */
@ZhiyangTest
@Transactional
class SimulatedRenewalsTests {
  private static final LocalDate LAST = LocalDate.of(2031, 2, 28);

  @Autowired SimulatedRenewals renewals;
  @Autowired JdbcClient jdbc;

  @Test
  void anInventedCarerHoldsACertificateAgainOnTheDayAfterItsLast() {
    var invented = carer(true);
    var real = carer(false);

    renewals.runFor(LAST.minusDays(1));
    var tooEarly = lastDays(invented);
    renewals.runFor(LAST);
    renewals.runFor(LAST);

    assertThat(tooEarly).containsExactly(LAST);
    assertThat(lastDays(invented)).containsExactly(LAST, LAST.plusYears(3));
    assertThat(lastDays(real)).containsExactly(LAST);
  }

  @Test
  void anInventedAssessorStaysAnAssessor() {
    var id = jdbc.sql("select id from workforce.assessor where synthetic and active limit 1").query(UUID.class).single();
    jdbc.sql("update workforce.assessor set certified_to = :to where id = :id").param("to", Date.valueOf(LAST.plusDays(1))).param("id", id).update();

    renewals.runFor(LAST);

    assertThat(jdbc.sql("select certified_to from workforce.assessor where id = :id").param("id", id).query(LocalDate.class).single()).isEqualTo(LAST.plusDays(1).plusYears(3));
  }

  private UUID carer(boolean synthetic) {
    var id = jdbc.sql("select id from workforce.carer c where synthetic and active and exists (select from workforce.certificate where carer_id = c.id) limit 1 offset :offset")
        .param("offset", synthetic ? 0 : 1).query(UUID.class).single();
    jdbc.sql("delete from workforce.certificate where carer_id = :id").param("id", id).update();
    jdbc.sql("insert into workforce.certificate (carer_id, level, number, from_on, last_day) values (:id, 4, 'T', :from, :last)")
        .param("id", id).param("from", Date.valueOf(LAST.minusYears(3))).param("last", Date.valueOf(LAST)).update();
    if (!synthetic) jdbc.sql("update workforce.carer set synthetic = false where id = :id").param("id", id).update();
    return id;
  }

  private List<LocalDate> lastDays(UUID carer) {
    return jdbc.sql("select last_day from workforce.certificate where carer_id = :id order by 1").param("id", carer).query(LocalDate.class).list();
  }
}
