package org.zhiyang.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.json.JsonMapper;

/** An event outlives the server that was to hear it. */
@ZhiyangTest
class SendEventsAgainTests {
  @Autowired IncompleteEventPublications publications;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  /** Each another one: the registry tells events apart by what they say. */
  private static int event;

  @Test
  void whatAKilledServerWasWorkingOnIsSentAgainAfterAMinute() {
    var young = left("PROCESSING", "10 seconds");
    var old = left("PROCESSING", "2 minutes");

    lookTwice(clock);

    await().until(() -> !isThere(old));
    assertThat(isThere(young)).isTrue();
    forget(young);
  }

  /** Events carry the business time. */
  @Test
  void whatAKilledServerLeftIsSentAgainInADemoWhoseClockWasMovedOn() {
    var moved = Clock.offset(clock, Duration.ofDays(30));
    var id = left("PUBLISHED", "2 minutes", moved);

    lookTwice(moved);

    await().until(() -> !isThere(id));
  }

  @Test
  void whatIsUnderWayIsNotSentTwiceWhenTheClockIsMovedOn() {
    var id = left("PROCESSING", "1 second");
    var again = new SendEventsAgain(publications, jdbc, Clock.offset(clock, Duration.ofDays(7)));

    again.run();

    assertThat(isThere(id)).isTrue();
    forget(id);
  }

  @Test
  void whatAKilledServerWasSendingAgainIsSentOnceMore() {
    var id = left("RESUBMITTED", "10 minutes");
    jdbc.sql("update event.event_publication set last_resubmission_date = publication_date + interval '4 minutes' where id = :id").param("id", id).update();

    lookTwice(clock);

    await().until(() -> !isThere(id));
  }

  private void lookTwice(Clock at) {
    var again = new SendEventsAgain(publications, jdbc, at);
    again.run();
    again.run();
  }

  private void forget(UUID id) {
    jdbc.sql("delete from event.event_publication where id = :id").param("id", id).update();
  }

  private UUID left(String status, String age) {
    return left(status, age, clock);
  }

  private UUID left(String status, String age, Clock at) {
    var id = UUID.randomUUID();
    jdbc.sql("""
            insert into event.event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
            values (:id, :listener, :type, :event, :now - cast(:age as interval), :status, 1)""")
        .param("id", id).param("listener", "org.zhiyang.platform.clock.DailyJobs.on(org.zhiyang.platform.clock.BusinessClockMoved)").param("type", BusinessClockMoved.class.getName())
        .param("event", json.writeValueAsString(new BusinessClockMoved(LocalDate.of(2000, 1, 1).plusDays(event++)))).param("age", age).param("now", OffsetDateTime.ofInstant(at.instant(), ZoneOffset.UTC)).param("status", status).update();
    return id;
  }

  private boolean isThere(UUID id) {
    return jdbc.sql("select exists (select from event.event_publication where id = :id)").param("id", id).query(Boolean.class).single();
  }
}
