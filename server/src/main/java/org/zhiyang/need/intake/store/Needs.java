package org.zhiyang.need.intake.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.NeedId;
import org.zhiyang.need.intake.domain.AskedBy;
import org.zhiyang.need.intake.domain.Channel;
import org.zhiyang.need.intake.domain.Contact;
import org.zhiyang.need.intake.domain.Urgency;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;

/** Reads and writes needs. */
@Component
public class Needs {
  private final JdbcClient jdbc;

  Needs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was said: wished services by their codes in the service list, how soon, in whose words, how to answer. */
  public record Wish(SortedSet<String> services, Urgency urgency, @Nullable String words, Contact contact, AskedBy askedBy) {}

  /** Writes a need; one captured by staff counts as received by them. Answers its running number. */
  public long insert(NeedId id, CaseRow row, Channel channel, Wish wish, boolean supplement, Actor by, String place, Instant at) {
    var received = channel.isByStaff();
    return jdbc.sql("""
            insert into intake.need (id, case_id, elder_id, region_code, captured_at, channel, asked_by, services, urgency, words, contact, supplement, acted_by, acted_role, acted_role_name, acted_name,
              on_behalf, place, received_at, received_by, received_name)
            values (:id, :case, :elder, :region, :at, :channel, :asked, :services::text[], :urgency, :words, :contact, :supplement, :by, :role, :roleName, :name,
              :behalf, :place, case when :received then :at end, case when :received then :by end, case when :received then :name end) returning number""")
        .param("id", id.value()).param("case", row.id().value()).param("elder", row.elder().value()).param("region", row.regionCode()).param("at", at.atOffset(ZoneOffset.UTC))
        .param("channel", channel.name()).param("asked", wish.askedBy.name()).param("services", wish.services.toArray(String[]::new)).param("urgency", wish.urgency.name())
        .param("words", wish.words, java.sql.Types.VARCHAR).param("contact", wish.contact.name()).param("supplement", supplement).param("by", by.accountId())
        .param("role", by.role().key()).param("roleName", by.role().name()).param("name", by.displayName()).param("behalf", !by.role().key().equals("elder")).param("place", place).param("received", received)
        .query(Long.class).single();
  }

  /** When the very same services were last asked for in this case, not before {@code since}. */
  public Optional<Instant> findSame(CaseId id, SortedSet<String> services, Instant since) {
    return jdbc.sql("select max(captured_at) from intake.need where case_id = :case and services = :services::text[] and captured_at >= :since having max(captured_at) is not null")
        .param("case", id.value()).param("services", services.toArray(String[]::new)).param("since", since.atOffset(ZoneOffset.UTC))
        .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
  }

  /** Staff take the need in hand; false when somebody did already. */
  public boolean receive(NeedId id, Actor by, Instant at) {
    return jdbc.sql("update intake.need set received_at = :at, received_by = :by, received_name = :name where id = :id and received_at is null")
        .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by.accountId()).param("name", by.displayName()).param("id", id.value()).update() == 1;
  }

  public Optional<ElderId> findElderOf(NeedId id) {
    return jdbc.sql("select elder_id from intake.need where id = :id").param("id", id.value()).query(UUID.class).optional().map(ElderId::new);
  }

  /** Needs of people of the elder's own side that nobody received yet. */
  public List<NeedId> listWaiting(CaseId id) {
    return jdbc.sql("select id from intake.need where case_id = :case and received_at is null").param("case", id.value()).query(UUID.class).list().stream().map(NeedId::new).toList();
  }

  /** As people say it on the phone: XQ100001. */
  public static String number(long number) {
    return "XQ" + number;
  }
}
