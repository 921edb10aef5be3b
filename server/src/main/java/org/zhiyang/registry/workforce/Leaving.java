package org.zhiyang.registry.workforce;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;

/** A carer leaves on a day, which may be taken back until {@value #DAYS_TO_TAKE_BACK} days after it; another day is written down only then, so that nobody
 *  overwrites a colleague's. What was done before stays theirs; their account is closed apart from this. */
@Component
class Leaving {
  /** A wrong name or day is noticed within a week, when the rota of the next is made; later the account is closed, the visits are others', and the leaving is part of the record. */
  static final int DAYS_TO_TAKE_BACK = 7;

  private final Workforce workforce;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Leaving(Workforce workforce, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.workforce = workforce;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** @param on first day without work, today at the earliest, in a year at the latest; the same day again changes nothing
   *  @throws LeavingRefusal.OtherDayStands where another day is written down; {@link LeavingRefusal.AlreadyLeft} once that has come */
  @Transactional
  void leave(CarerId carer, LocalDate on, Actor by) {
    var employment = workforce.lockEmployment(carer, by.scope());
    var stands = employment.leftOn();
    if (on.equals(stands)) return;
    var today = LocalDate.now(clock);
    if (stands != null) throw stands.isAfter(today) ? new LeavingRefusal.OtherDayStands(stands) : alreadyLeft(stands, today);
    if (on.isBefore(today)) throw new InvalidInput("on", "past");
    if (on.isAfter(today.plusYears(1))) throw new InvalidInput("on", "too-far");
    jdbc.sql("update workforce.carer set left_on = :on, leaving_at = :at, leaving_by = :by where id = :id").param("on", Date.valueOf(on)).param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by.accountId()).param("id", carer.value()).update();
    events.publishEvent(new CarerLeft(carer, employment.provider(), on, clock.instant()));
  }

  /** Taking back what was not written down, or was taken back, changes nothing. Proposals made meanwhile fall by themselves: their cause is gone. Visits given to others stay theirs.
   *
   *  @throws LeavingRefusal.AlreadyLeft more than {@value #DAYS_TO_TAKE_BACK} days after the day */
  @Transactional
  void stay(CarerId carer, Actor by) {
    var stands = workforce.lockEmployment(carer, by.scope()).leftOn();
    if (stands == null) return;
    var today = LocalDate.now(clock);
    if (today.isAfter(lastDayToTakeBack(stands))) throw alreadyLeft(stands, today);
    jdbc.sql("update workforce.carer set left_on = null, leaving_at = null, leaving_by = null where id = :id").param("id", carer.value()).update();
  }

  static LocalDate lastDayToTakeBack(LocalDate leftOn) {
    return leftOn.plusDays(DAYS_TO_TAKE_BACK);
  }

  private static LeavingRefusal alreadyLeft(LocalDate leftOn, LocalDate today) {
    var until = lastDayToTakeBack(leftOn);
    return new LeavingRefusal.AlreadyLeft(leftOn, until, !today.isAfter(until));
  }
}
