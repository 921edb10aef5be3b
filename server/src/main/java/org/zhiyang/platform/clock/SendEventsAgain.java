package org.zhiyang.platform.clock;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/** Sends events again whose listener failed or was killed with its server: after a minute first, then less and less often, at last every hour. Listeners keep their work in one
 *  transaction, so what was done by half is not there, and what was done is not done twice. */
@Component
class SendEventsAgain implements RepeatedJob {
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private final IncompleteEventPublications publications;
  private final JdbcClient jdbc;

  SendEventsAgain(IncompleteEventPublications publications, JdbcClient jdbc) {
    this.publications = publications;
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "clock.send-events-again";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    // Sent again by a server that was killed meanwhile: nobody would send it a third time.
    jdbc.sql("update event.event_publication set status = 'FAILED' where status = 'RESUBMITTED' and last_resubmission_date < now() - interval '5 minutes'").update();
    var now = Instant.now();
    publications.resubmitIncompletePublications(publication -> isDue(publication, now));
  }

  private static boolean isDue(EventPublication publication, Instant now) {
    var last = publication.getLastResubmissionDate() == null ? publication.getPublicationDate() : publication.getLastResubmissionDate();
    var doublings = Math.clamp(publication.getCompletionAttempts() - 1, 0, MOST_DOUBLINGS);
    return last.plus(FIRST_WAIT.multipliedBy(1L << doublings)).isBefore(now);
  }
}
