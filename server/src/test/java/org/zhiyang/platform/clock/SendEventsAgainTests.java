package org.zhiyang.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.json.JsonMapper;

/** An event outlives the server that was to hear it. */
@ZhiyangTest
class SendEventsAgainTests {
  @Autowired SendEventsAgain again;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  /** Each another one: the registry tells events apart by what they say. */
  private static int event;

  @Test
  void whatAKilledServerWasWorkingOnIsSentAgainAfterAMinute() {
    var young = left("PROCESSING", "10 seconds");
    var old = left("PROCESSING", "2 minutes");

    again.run();

    await().until(() -> !isThere(old));
    assertThat(isThere(young)).isTrue();
    jdbc.sql("delete from event.event_publication where id = :id").param("id", young).update();
  }

  @Test
  void whatAKilledServerWasSendingAgainIsSentOnceMore() {
    var id = left("RESUBMITTED", "10 minutes");
    jdbc.sql("update event.event_publication set last_resubmission_date = now() - interval '6 minutes' where id = :id").param("id", id).update();

    again.run();

    await().until(() -> !isThere(id));
  }

  private UUID left(String status, String age) {
    var id = UUID.randomUUID();
    jdbc.sql("""
            insert into event.event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
            values (:id, :listener, :type, :event, now() - cast(:age as interval), :status, 1)""")
        .param("id", id).param("listener", "org.zhiyang.platform.clock.DailyJobs.on(org.zhiyang.platform.clock.BusinessClockMoved)").param("type", BusinessClockMoved.class.getName())
        .param("event", json.writeValueAsString(new BusinessClockMoved(LocalDate.of(2000, 1, 1).plusDays(event++)))).param("age", age).param("status", status).update();
    return id;
  }

  private boolean isThere(UUID id) {
    return jdbc.sql("select exists (select from event.event_publication where id = :id)").param("id", id).query(Boolean.class).single();
  }
}
