package org.zhiyang.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail: who read or decided what, when, with which answer. Append-only; holds ids, never names or numbers of people.
 *  Written in a transaction of its own, so that refused calls leave their trace too. */
@Component
public class Audit {
  private final JdbcClient jdbc;
  private final TransactionTemplate own;

  Audit(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** One call of an audited endpoint, written when it was answered. */
  public record Entry(Actor actor, String permission, String method, String path, int status, @Nullable String subjectKind, @Nullable UUID subjectId, @Nullable String detail) {}

  public void write(Entry entry) {
    own.executeWithoutResult(t -> jdbc.sql("""
            insert into access.audit (at, account_id, role, permission, method, path, status, subject_kind, subject_id, detail)
            values (now(), :account, :role, :permission, :method, :path, :status, :kind, :subject, :detail)""")
        .param("account", entry.actor().accountId()).param("role", entry.actor().role().key()).param("permission", entry.permission())
        .param("method", entry.method()).param("path", entry.path()).param("status", entry.status())
        .param("kind", entry.subjectKind()).param("subject", entry.subjectId()).param("detail", entry.detail()).update());
  }
}
