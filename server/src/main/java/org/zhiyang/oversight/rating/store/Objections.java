package org.zhiyang.oversight.rating.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.oversight.rating.domain.Correction;
import org.zhiyang.oversight.rating.domain.Part;
import org.zhiyang.oversight.rating.domain.Score.Objected;
import org.zhiyang.platform.access.Actor;

/** Objections, what they name, and what the county corrected. */
@Repository
public class Objections {
  private final JdbcClient jdbc;

  Objections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One objection as stored; {@code upheld} is null while it waits. */
  public record Objection(UUID id, String words, OffsetDateTime filedAt, String filedBy, @Nullable Boolean upheld, @Nullable String decision, @Nullable OffsetDateTime decidedAt,
      @Nullable String decidedBy, List<Item> items) {}

  /** What it names; {@code corrected} with the county's words when taken out. */
  public record Item(Part part, UUID subject, boolean corrected, @Nullable String words) {}

  public void add(UUID id, UUID score, String words, List<Objected> objected, Actor by, Instant at) {
    jdbc.sql("insert into rating.objection (id, score_id, words, filed_at, filed_by, filed_name) values (:id, :score, :words, :at, :by, :name)").param("id", id).param("score", score)
        .param("words", words).param("at", at.atOffset(ZoneOffset.UTC)).param("by", by.accountId()).param("name", by.displayName()).update();
    objected.stream().distinct().forEach(o -> jdbc.sql("insert into rating.objected (objection_id, part, subject_id) values (:id, :part, :subject)").param("id", id)
        .param("part", o.part().name()).param("subject", o.subject()).update());
  }

  public UUID openOf(UUID score) {
    return jdbc.sql("select id from rating.objection where score_id = :score and decided_at is null").param("score", score).query(UUID.class).single();
  }

  public void decide(UUID objection, String words, List<Correction> corrections, Actor by, Instant at) {
    jdbc.sql("update rating.objection set upheld = :upheld, decision = :words, decided_at = :at, decided_by = :by, decided_name = :name where id = :id").param("upheld", !corrections.isEmpty())
        .param("words", words).param("at", at.atOffset(ZoneOffset.UTC)).param("by", by.accountId()).param("name", by.displayName()).param("id", objection).update();
    corrections.forEach(c -> jdbc.sql("""
            insert into rating.objected (objection_id, part, subject_id, corrected, words) values (:id, :part, :subject, true, :words)
            on conflict (objection_id, part, subject_id) do update set corrected = true, words = excluded.words""")
        .param("id", objection).param("part", c.part().name()).param("subject", c.subject()).param("words", c.words()).update());
  }

  /** Oldest first. */
  public List<Objection> of(UUID score) {
    return jdbc.sql("select * from rating.objection where score_id = :score order by filed_at").param("score", score)
        .query((r, n) -> {
          var id = r.getObject("id", UUID.class);
          return new Objection(id, r.getString("words"), r.getObject("filed_at", OffsetDateTime.class), r.getString("filed_name"), (Boolean) r.getObject("upheld"), r.getString("decision"),
              r.getObject("decided_at", OffsetDateTime.class), r.getString("decided_name"), items(id));
        }).list();
  }

  private List<Item> items(UUID objection) {
    return jdbc.sql("select part, subject_id, corrected, words from rating.objected where objection_id = :id order by part, subject_id").param("id", objection)
        .query((r, n) -> new Item(Part.valueOf(r.getString(1)), r.getObject(2, UUID.class), r.getBoolean(3), r.getString(4))).list();
  }
}
