package org.zhiyang.service.homecare.view;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.LifeSigns;

/** Visits that a person, not the rules alone, confirmed show that the elder was met. */
@Component
class ConfirmedVisits implements LifeSigns {
  private final JdbcClient jdbc;

  ConfirmedVisits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<LocalDate> lastMet(ElderId elder) {
    return jdbc.sql("select day from homecare.visit where elder_id = :elder and status = 'CONFIRMED' and decided_by <> :rules order by day desc limit 1").param("elder", elder.value())
        .param("rules", Actor.PLATFORM.accountId()).query(LocalDate.class).optional();
  }
}
