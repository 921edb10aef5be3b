package org.zhiyang.platform.clock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.Problems;

/** The demo clock: reads it, moves it forward. Production refuses the move. */
@RestController
class ClockController {
  private static final Duration LONGEST = Duration.ofDays(3 * 366);

  private final BusinessClock clock;
  private final DailyJobs jobs;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final boolean production;

  ClockController(BusinessClock clock, DailyJobs jobs, JdbcClient jdbc, ApplicationEventPublisher events, @Value("${zhiyang.production:false}") boolean production) {
    this.clock = clock;
    this.jobs = jobs;
    this.jdbc = jdbc;
    this.events = events;
    this.production = production;
  }

  /** {@code workedThrough}: the last business day whose daily work is wholly done; behind today while a jump is being caught up. */
  record ClockView(OffsetDateTime businessNow, String offset, boolean movable, LocalDate workedThrough) {}

  record ForwardRequest(@NotNull String duration) {}

  record Forwarded(OffsetDateTime businessNow, String offset) {}

  @GetMapping("/api/clock")
  @Guarded(permission = "clock.read")
  ClockView read() {
    return new ClockView(OffsetDateTime.now(clock), clock.offset().toString(), !production, jobs.workedThrough());
  }

  /** Moves business time forward by an ISO 8601 duration or period of days (PT1H … P3Y); daily jobs of the skipped days run right after the commit. */
  @PostMapping("/api/clock/forward")
  @Guarded(permission = "clock.forward", audit = true)
  Forwarded forward(@Valid @RequestBody ForwardRequest body) {
    if (production) throw new ErrorResponseException(HttpStatus.CONFLICT, Problems.of(HttpStatus.CONFLICT, "clock/production", "the business clock of a production system cannot be moved"), null);
    var by = parse(body.duration());
    jdbc.sql("update clock.demo_offset set seconds = seconds + :seconds, changed_at = now()").param("seconds", by.toSeconds()).update();
    clock.reload();
    reloadWhenCommitted();
    events.publishEvent(new BusinessClockMoved(OffsetDateTime.now(clock).toLocalDate()));
    return new Forwarded(OffsetDateTime.now(clock), clock.offset().toString());
  }

  /** Another thread may read the old offset between here and the commit: what it keeps must not outlive the commit. */
  private void reloadWhenCommitted() {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        clock.reload();
      }
    });
  }

  private Duration parse(String text) {
    try {
      var by = text.contains("T") ? Duration.parse(text) : between(Period.parse(text));
      if (!by.isNegative() && !by.isZero() && by.compareTo(LONGEST) <= 0) return by;
    } catch (DateTimeParseException e) {
      // answered below, like a period that is too long
    }
    throw new ErrorResponseException(HttpStatus.BAD_REQUEST, Problems.invalid("duration", "iso-duration-up-to-3-years"), null);
  }

  private Duration between(Period period) {
    var now = OffsetDateTime.now(clock);
    return Duration.between(now, now.plus(period));
  }
}
