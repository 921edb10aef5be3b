package org.zhiyang.registry.workforce;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.ProviderId;

/** A carer leaves on a day, which may be changed or taken back until it comes. What was done before stays theirs; their account is closed apart from this. */
@Component
class Leaving {
  private static final ScopeColumns SCOPE = ScopeColumns.of("c.region_code", "c.provider_id", "c.id", null);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Leaving(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  private record Employed(UUID provider, @Nullable LocalDate leftOn) {}

  /** @param on first day without work, today at the earliest; the same day again changes nothing
   *  @throws LeavingRefusal.AlreadyLeft once another day written down before has come */
  @Transactional
  void leave(CarerId carer, LocalDate on, Actor by) {
    var employed = lock(carer, by);
    if (on.equals(employed.leftOn)) return;
    requireNotLeft(employed);
    if (on.isBefore(LocalDate.now(clock))) throw new InvalidInput("on", "past");
    jdbc.sql("update workforce.carer set left_on = :on, leaving_at = :at, leaving_by = :by where id = :id").param("on", Date.valueOf(on)).param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by.accountId()).param("id", carer.value()).update();
    events.publishEvent(new CarerLeft(carer, new ProviderId(employed.provider), on, clock.instant()));
  }

  /** Taking back what was not written down, or was taken back, changes nothing. Proposals made meanwhile fall by themselves: their cause is gone. */
  @Transactional
  void stay(CarerId carer, Actor by) {
    var employed = lock(carer, by);
    if (employed.leftOn == null) return;
    requireNotLeft(employed);
    jdbc.sql("update workforce.carer set left_on = null, leaving_at = null, leaving_by = null where id = :id").param("id", carer.value()).update();
  }

  private void requireNotLeft(Employed employed) {
    if (employed.leftOn != null && !employed.leftOn.isAfter(LocalDate.now(clock))) throw new LeavingRefusal.AlreadyLeft(employed.leftOn);
  }

  private Employed lock(CarerId carer, Actor by) {
    var mine = by.scope().on(SCOPE);
    return jdbc.sql("select c.provider_id, c.left_on from workforce.carer c where c.active and c.id = :id and " + mine.sql() + " for update").param("id", carer.value()).params(mine.params())
        .query((r, n) -> new Employed(r.getObject(1, UUID.class), r.getObject(2, LocalDate.class))).optional().orElseThrow(NotFound::new);
  }
}
