package org.zhiyang.funding.settlement.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the bank's return files: the one that was booked, and those that were refused, so that they can be shown. */
@Component
public class ReturnFiles {
  private final JdbcClient jdbc;
  private final TransactionTemplate own;

  ReturnFiles(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** {@code fault} is a Chinese sentence, null for the booked one. */
  public record Row(UUID id, String digest, boolean accepted, @Nullable String fault, Instant receivedAt) {}

  public Optional<String> acceptedContent(UUID batch) {
    return jdbc.sql("select content from settlement.return_file where batch_id = :batch and accepted").param("batch", batch).query(String.class).optional();
  }

  public void accept(UUID id, UUID batch, String digest, String content, UUID by, Instant at) {
    jdbc.sql("insert into settlement.return_file (id, batch_id, digest, content, accepted, received_by, received_at) values (:id, :batch, :digest, :content, true, :by, :at)").param("id", id)
        .param("batch", batch).param("digest", digest).param("content", content).param("by", by).param("at", Statements.at(at)).update();
  }

  /** In a transaction of its own: the refusal that follows rolls the request back, the trace stays. The same file twice is kept once. */
  public void refuse(UUID id, UUID batch, String digest, String content, String fault, UUID by, Instant at) {
    own.executeWithoutResult(t -> jdbc.sql("""
        insert into settlement.return_file (id, batch_id, digest, content, accepted, fault, received_by, received_at) values (:id, :batch, :digest, :content, false, :fault, :by, :at)
        on conflict do nothing""").param("id", id).param("batch", batch).param("digest", digest).param("content", content).param("fault", fault).param("by", by).param("at", Statements.at(at)).update());
  }

  public List<Row> of(UUID batch) {
    return jdbc.sql("select id, digest, accepted, fault, received_at from settlement.return_file where batch_id = :batch order by received_at, id").param("batch", batch)
        .query((r, n) -> new Row(r.getObject(1, UUID.class), r.getString(2), r.getBoolean(3), r.getString(4), Statements.instant(r, "received_at"))).list();
  }
}
