package org.zhiyang.response.hotline.view;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.response.hotline.CallBackOutcome;
import org.zhiyang.response.hotline.CallBackQueries;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.service.homecare.VisitId;

/** The desk's answers to other modules. */
@Component
class CallBackAnswers implements CallBackQueries {
  private final JdbcClient jdbc;

  CallBackAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<CallBackOutcome> decidedFor(ProviderId provider, LocalDate from, LocalDate to) {
    return jdbc.sql("""
            select id, visit_id, service_day, result, confirmed, decided_at from hotline.call_back
            where provider_id = :provider and decided_at >= :from and decided_at < :to order by id""")
        .param("provider", provider.value()).param("from", from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()).param("to", to.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
        .query((r, n) -> new CallBackOutcome(r.getObject("id", UUID.class), new VisitId(r.getObject("visit_id", UUID.class)), r.getObject("service_day", LocalDate.class),
            CallBackResult.valueOf(r.getString("result")), r.getBoolean("confirmed"), r.getObject("decided_at", java.time.OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE).toLocalDate()))
        .list();
  }

  @Override
  public List<ProviderId> providersDecided(LocalDate from, LocalDate to) {
    return jdbc.sql("select distinct provider_id from hotline.call_back where decided_at >= :from and decided_at < :to order by 1")
        .param("from", from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()).param("to", to.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
        .query(UUID.class).list().stream().map(ProviderId::new).toList();
  }
}
