package org.zhiyang.registry.workforce;

import java.sql.Date;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.clock.DailyJob;

/** Each day: invented carers and assessors of a demo city renew the certificate that ends, as people do in time; else a clock moved on by a year would leave a city where
 *  nobody may work. A certificate that had ended when the city was made stays ended. Real staff are never touched. */
@Component
class SimulatedRenewals implements DailyJob {
  private final JdbcClient jdbc;

  SimulatedRenewals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "workforce.simulated-renewals";
  }

  /** Before anything of the day asks who may work. */
  @Override
  public int order() {
    return 1;
  }

  @Override
  public void runFor(LocalDate day) {
    jdbc.sql("""
            insert into workforce.certificate (carer_id, level, number, from_on, last_day)
            select c.carer_id, c.level, c.number || '-R', c.last_day + 1, c.last_day + interval '3 years'
            from workforce.certificate c join workforce.carer w on w.id = c.carer_id
            where w.synthetic and w.active and c.last_day = :day
              and not exists (select from workforce.certificate later where later.carer_id = c.carer_id and later.last_day > c.last_day)""")
        .param("day", Date.valueOf(day)).update();
    jdbc.sql("update workforce.assessor set certified_to = certified_to + interval '3 years' where synthetic and active and certified_to = :after").param("after", Date.valueOf(day.plusDays(1))).update();
  }
}
