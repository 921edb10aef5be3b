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

/** A carer leaves on a day, which may be taken back until {@value #DAYS_TO_TAKE_BACK} days after it; another day is written down only then, so that nobody overwrites a colleague's. What was done before stays theirs; their account is closed apart from this. */
@Component
class Leaving {
  private static final ScopeColumns SCOPE = ScopeColumns.of("c.region_code", "c.provider_id", "c.id", null);

  /** A wrong name or day is noticed within a week, when the rota of the next is made; later the account is closed, the visits are others', and the leaving is part of the record. */
  static final int DAYS_TO_TAKE_BACK = 7;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Leaving(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  private record Employed(UUID provider, @Nullable LocalDate leftOn) {}

  /** @param on first day without work, today at the earliest, in a year at the latest; the same day again changes nothing
   *  @throws LeavingRefusal.OtherDayStands where another day is written down; {@link LeavingRefusal.AlreadyLeft} once that has come */
  @Transactional
  void leave(CarerId carer, LocalDate on, Actor by) {
    var employed = lock(carer, by);
    if (on.equals(employed.leftOn)) return;
    var today = LocalDate.now(clock);
    if (employed.leftOn != null && !employed.leftOn.isAfter(today)) throw alreadyLeft(employed.leftOn, today);
    if (employed.leftOn != null) throw new LeavingRefusal.OtherDayStands(employed.leftOn);
    if (on.isBefore(today)) throw new InvalidInput("on", "past");
    if (on.isAfter(today.plusYears(1))) throw new InvalidInput("on", "too-far");
    jdbc.sql("update workforce.carer set left_on = :on, leaving_at = :at, leaving_by = :by where id = :id").param("on", Date.valueOf(on)).param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by.accountId()).param("id", carer.value()).update();
    events.publishEvent(new CarerLeft(carer, new ProviderId(employed.provider), on, clock.instant()));
  }

  /** Taking back what was not written down, or was taken back, changes nothing. Proposals made meanwhile fall by themselves: their cause is gone. Visits given to others stay theirs.
   *
   *  @throws LeavingRefusal.AlreadyLeft more than {@value #DAYS_TO_TAKE_BACK} days after the day */
  @Transactional
  void stay(CarerId carer, Actor by) {
    var employed = lock(carer, by);
    if (employed.leftOn == null) return;
    var today = LocalDate.now(clock);
    if (today.isAfter(lastDayToTakeBack(employed.leftOn))) throw alreadyLeft(employed.leftOn, today);
    jdbc.sql("update workforce.carer set left_on = null, leaving_at = null, leaving_by = null where id = :id").param("id", carer.value()).update();
  }

  static LocalDate lastDayToTakeBack(LocalDate leftOn) {
    return leftOn.plusDays(DAYS_TO_TAKE_BACK);
  }

  private static LeavingRefusal alreadyLeft(LocalDate leftOn, LocalDate today) {
    var until = lastDayToTakeBack(leftOn);
    return new LeavingRefusal.AlreadyLeft(leftOn, until, !today.isAfter(until));
  }

  private Employed lock(CarerId carer, Actor by) {
    var mine = by.scope().on(SCOPE);
    return jdbc.sql("select c.provider_id, c.left_on from workforce.carer c where c.active and c.id = :id and " + mine.sql() + " for update").param("id", carer.value()).params(mine.params())
        .query((r, n) -> new Employed(r.getObject(1, UUID.class), r.getObject(2, LocalDate.class))).optional().orElseThrow(NotFound::new);
  }
}
