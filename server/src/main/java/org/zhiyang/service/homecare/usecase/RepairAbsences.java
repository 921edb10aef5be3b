package org.zhiyang.service.homecare.usecase;

import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** Each day: open visits on days on which the register knows the elder to be away fall away. There should be none; whatever left one behind is made good before a carer sets out. */
@Component
class RepairAbsences {
  private final CancelVisits cancel;
  private final ElderQueries elders;
  private final JdbcClient jdbc;

  RepairAbsences(CancelVisits cancel, ElderQueries elders, JdbcClient jdbc) {
    this.cancel = cancel;
    this.elders = elders;
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void on(LocalDate today) {
    var visited = jdbc.sql("select distinct elder_id from homecare.visit where status in ('PLANNED', 'ASSIGNED') and day >= :today").param("today", Date.valueOf(today)).query(UUID.class).list();
    elders.absentFrom(visited.stream().map(ElderId::new).toList(), today).stream().sorted((a, b) -> a.value().compareTo(b.value()))
        .forEach(elder -> cancel.ofElderOn(elder.value(), today, day -> elders.wasAbsentOn(elder, day), "老人当天不在家（住院、外出、迁出或去世）", Actor.PLATFORM));
  }
}
