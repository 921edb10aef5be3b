package org.zhiyang.registry.elder;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;

/** Changes in an elder's life, the correction of their date, and the taking back of a death that was recorded by mistake. All are told, with the day they replace. */
@Component
class StatusChanges {
  /** Who may take back a death: the county. */
  static final String REVIVE = "elder.revive";

  private final Elders elders;
  private final StatusDates dates;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StatusChanges(Elders elders, StatusDates dates, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.elders = elders;
    this.dates = dates;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** What somebody asks for. @param takeBack the death on record is a mistake; needed to come back from DECEASED, else without effect */
  record Change(ElderStatus to, LocalDate since, String reason, boolean takeBack) {}

  /** {@code before} is locked. The same status from another day corrects the day; the same from the same day changes nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  void change(ElderProfile before, Change asked, Actor by) {
    var to = asked.to();
    var since = asked.since();
    var reason = asked.reason();
    if (before.status() == to) {
      if (to != ElderStatus.LIVING && !since.equals(before.statusSince())) correct(before, since, reason, by);
    } else if (before.status() == ElderStatus.DECEASED) {
      if (to != ElderStatus.LIVING || !asked.takeBack()) throw new ElderRefusal.NotServed(before.status());
      revive(before, since, reason, by);
    } else {
      dates.check(before, to, since, before.statusSince());
      closePeriod(before, since);
      if (to != ElderStatus.LIVING) open(before.id(), to, since);
      keep(before, to, since, to == ElderStatus.LIVING ? before.statusSince() : null, "status " + to.name(), reason, by);
    }
  }

  /** The absence just before, if it goes on to the very day, goes on to the corrected one. */
  private void correct(ElderProfile before, LocalDate since, String reason, Actor by) {
    var was = before.statusSince();
    var earlier = periodBefore(before.id());
    dates.check(before, before.status(), since, earlier.map(p -> p.to().equals(was) ? p.from().plusDays(1) : p.to()).orElse(null));
    var id = before.id().value();
    jdbc.sql("delete from elder.status_period where elder_id = :id and to_on is null").param("id", id).update();
    earlier.filter(p -> p.to().equals(was)).ifPresent(p -> jdbc.sql("update elder.status_period set to_on = :to where elder_id = :id and from_on = :from").param("to", Date.valueOf(since)).param("id", id)
        .param("from", Date.valueOf(p.from())).update());
    open(before.id(), before.status(), since);
    keep(before, before.status(), since, was, "status " + before.status().name() + " corrected", reason, by);
  }

  /** The elder never died: the period falls away. What ended with it does not begin again by itself, except what was granted. */
  private void revive(ElderProfile before, LocalDate since, String reason, Actor by) {
    if (!by.may(REVIVE)) throw new InvalidInput("status", "county-only");
    dates.check(before, ElderStatus.LIVING, since, null);
    jdbc.sql("delete from elder.status_period where elder_id = :id and to_on is null").param("id", before.id().value()).update();
    keep(before, ElderStatus.LIVING, since, before.statusSince(), "status DECEASED taken back", reason, by);
  }

  private record Period(LocalDate from, LocalDate to) {}

  private Optional<Period> periodBefore(ElderId elder) {
    return jdbc.sql("select from_on, to_on from elder.status_period where elder_id = :id and to_on is not null order by to_on desc limit 1").param("id", elder.value())
        .query((r, n) -> new Period(r.getObject(1, LocalDate.class), r.getObject(2, LocalDate.class))).optional();
  }

  private void open(ElderId elder, ElderStatus status, LocalDate since) {
    jdbc.sql("insert into elder.status_period (elder_id, status, from_on) values (:id, :status, :from)").param("id", elder.value()).param("status", status.name()).param("from", Date.valueOf(since)).update();
  }

  /** Ends the absence that was running; one that would end the day it began is taken back. */
  private void closePeriod(ElderProfile before, LocalDate since) {
    if (before.status() == ElderStatus.LIVING) return;
    if (before.statusSince() != null && !since.isAfter(before.statusSince())) {
      jdbc.sql("delete from elder.status_period where elder_id = :id and to_on is null").param("id", before.id().value()).update();
    } else {
      jdbc.sql("update elder.status_period set to_on = :to where elder_id = :id and to_on is null").param("to", Date.valueOf(since)).param("id", before.id().value()).update();
    }
  }

  private void keep(ElderProfile before, ElderStatus to, LocalDate since, @Nullable LocalDate formerly, String what, String reason, Actor by) {
    jdbc.sql("update elder.elder set status = :status, status_since = :since, version = version + 1 where id = :id")
        .param("status", to.name()).param("since", Date.valueOf(since)).param("id", before.id().value()).update();
    var at = clock.instant();
    elders.noteChange(before.id(), by.accountId(), at, what, reason);
    events.publishEvent(new ElderStatusChanged(before.id(), before.status(), to, since, formerly, reason, at));
  }
}
