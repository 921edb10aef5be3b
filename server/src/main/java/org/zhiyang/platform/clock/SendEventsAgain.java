package org.zhiyang.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/** Sends events again whose listener failed or was killed with its server: after a minute first, then less and less often, at last every hour. Listeners keep their work in one
 *  transaction, so what was done by half is not there, and what was done is not done twice. Events carry the business time, which a demo may move on: an event is old only when the look before saw it too. */
@Component
class SendEventsAgain implements RepeatedJob {
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration GIVEN_UP = Duration.ofMinutes(5);

  private final IncompleteEventPublications publications;
  private final JdbcClient jdbc;
  private final Clock clock;
  /** What the look before saw. */
  private Set<UUID> seen = Set.of();

  SendEventsAgain(IncompleteEventPublications publications, JdbcClient jdbc, Clock clock) {
    this.publications = publications;
    this.jdbc = jdbc;
    this.clock = clock;
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
    var now = clock.instant();
    // Sent again by a server that was killed meanwhile: nobody would send it a third time.
    jdbc.sql("update event.event_publication set status = 'FAILED' where status = 'RESUBMITTED' and last_resubmission_date < :before")
        .param("before", OffsetDateTime.ofInstant(now.minus(GIVEN_UP), ZoneOffset.UTC)).update();
    var looked = new HashSet<UUID>();
    publications.resubmitIncompletePublications(publication -> {
      looked.add(publication.getIdentifier());
      return seen.contains(publication.getIdentifier()) && isDue(publication, now);
    });
    seen = looked;
  }

  private static boolean isDue(EventPublication publication, Instant now) {
    var last = publication.getLastResubmissionDate() == null ? publication.getPublicationDate() : publication.getLastResubmissionDate();
    var doublings = Math.clamp(publication.getCompletionAttempts() - 1, 0, MOST_DOUBLINGS);
    return last.plus(FIRST_WAIT.multipliedBy(1L << doublings)).isBefore(now);
  }
}
