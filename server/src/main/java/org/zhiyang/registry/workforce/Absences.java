package org.zhiyang.registry.workforce;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Problems;

/** Who is away when: recorded, withdrawn, listed. The rota of a day is read without these times. */
@Component
class Absences {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Workforce workforce;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Absences(Workforce workforce, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.workforce = workforce;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** Begins within a year, and before the carer leaves.
   *
   *  @throws NotFound for a carer who is not the actor's
   *  @throws AbsenceRefusal.Overlapping for a time that is taken in part already */
  @Transactional
  UUID record(CarerId carer, Instant from, Instant to, Absence.Reason reason, @Nullable String note, Actor by) {
    var employment = workforce.lockEmployment(carer, by.scope());
    if (!to.isAfter(from)) throw new InvalidInput("to", "before-from");
    if (to.isBefore(clock.instant())) throw new InvalidInput("to", "past");
    if (Duration.between(from, to).compareTo(LONGEST) > 0) throw new InvalidInput("to", "too-long");
    var first = from.atZone(BusinessClock.ZONE).toLocalDate();
    var last = LocalDate.now(clock).plusYears(1);
    if (first.isAfter(last)) throw new InvalidInput(List.of(new Problems.FieldError("from", "too-far", Map.of("latest", last))));
    if (employment.leftOn() != null && !first.isBefore(employment.leftOn())) throw new InvalidInput(List.of(new Problems.FieldError("from", "after-leaving", Map.of("on", employment.leftOn()))));
    var id = Generators.timeBasedEpochGenerator().generate();
    try {
      jdbc.sql("insert into workforce.absence (id, carer_id, from_at, to_at, reason, note, recorded_at, recorded_by) values (:id, :carer, :from, :to, :reason, :note, :at, :by)")
          .param("id", id).param("carer", carer.value()).param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).param("reason", reason.name()).param("note", note)
          .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("by", by.accountId()).update();
    } catch (DataIntegrityViolationException e) {
      throw new AbsenceRefusal.Overlapping();
    }
    events.publishEvent(new CarerAbsent(id, carer, employment.provider(), from, to, reason, clock.instant()));
    return id;
  }

  /** Withdrawing what was withdrawn changes nothing. */
  @Transactional
  void withdraw(CarerId carer, UUID absence, Actor by) {
    var mine = by.scope().on(Workforce.SCOPE);
    var found = jdbc.sql("select count(*) from workforce.absence a join workforce.carer c on c.id = a.carer_id where a.id = :id and c.id = :carer and " + mine.sql())
        .param("id", absence).param("carer", carer.value()).params(mine.params()).query(Integer.class).single();
    if (found == 0) throw new NotFound();
    jdbc.sql("update workforce.absence set withdrawn_at = :at, withdrawn_by = :by where id = :id and withdrawn_at is null").param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by.accountId()).param("id", absence).update();
  }

  /** Those that touch the days, by beginning; of one carer, or of all that the scope reaches. */
  List<Absence> between(LocalDate from, LocalDate to, @Nullable CarerId carer, Scope scope) {
    var mine = scope.on(Workforce.SCOPE);
    var params = new HashMap<String, Object>(mine.params());
    if (carer != null) params.put("carer", carer.value());
    return jdbc.sql("""
            select a.* from workforce.absence a join workforce.carer c on c.id = a.carer_id
            where a.withdrawn_at is null and a.from_at < :to and a.to_at > :from""" + (carer == null ? "" : " and c.id = :carer") + " and " + mine.sql() + " order by a.from_at, a.id limit 1000")
        .params(params).param("from", from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()).param("to", to.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()).query(Absences::read).list();
  }

  private static Absence read(ResultSet r, int n) throws SQLException {
    return new Absence(r.getObject("id", UUID.class), new CarerId(r.getObject("carer_id", UUID.class)), r.getObject("from_at", OffsetDateTime.class).toInstant(),
        r.getObject("to_at", OffsetDateTime.class).toInstant(), Absence.Reason.valueOf(r.getString("reason")), r.getString("note"));
  }
}
