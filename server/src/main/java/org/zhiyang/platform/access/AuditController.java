package org.zhiyang.platform.access;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 审计: who read or decided what. Newest first; narrowed by account name, permission, record or days (system time, both ends included). */
@RestController
class AuditController {
  private final JdbcClient jdbc;
  private final Roles roles;

  AuditController(JdbcClient jdbc, Roles roles) {
    this.jdbc = jdbc;
    this.roles = roles;
  }

  record AuditRow(long id, OffsetDateTime at, @Nullable UUID accountId, @Nullable String username, @Nullable String displayName, @Nullable String roleName, String permission,
      String method, String path, int status, @Nullable String subjectKind, @Nullable UUID subjectId, @Nullable String detail) {}

  @GetMapping("/api/audit")
  @Guarded(permission = "audit.read", audit = true)
  Page<AuditRow> list(@Valid PageQuery query, @RequestParam @Nullable String q, @RequestParam @Nullable String permission, @RequestParam @Nullable UUID subject,
      @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
    var where = new ListConditions("a", SqlCondition.ALL).equal("permission", permission).equal("subject_id", subject).and("a.at >= :from::date", "from", from).and("a.at < :to::date + 1", "to", to);
    if (q != null && !q.isBlank()) where.and("(c.username ilike :q or c.display_name like :q)", "q", "%" + ListConditions.literal(q.strip()) + "%");
    var tables = "from access.audit a left join access.account c on c.id = a.account_id where " + where.sql();
    var total = jdbc.sql("select count(*) " + tables).params(where.params()).query(Long.class).single();
    var order = query.orderBy(Map.of("at", "a.at", "status", "a.status", "permission", "a.permission"), "a.at desc", "a.id desc");
    var rows = jdbc.sql("select a.*, c.username, c.display_name " + tables + " order by " + order + " limit :limit offset :offset").params(where.params())
        .param("limit", query.limit()).param("offset", query.offset())
        .query((r, n) -> new AuditRow(r.getLong("id"), r.getObject("at", OffsetDateTime.class), r.getObject("account_id", UUID.class), r.getString("username"),
            r.getString("display_name"), r.getString("role") == null ? null : roles.get(r.getString("role")).name(), r.getString("permission"), r.getString("method"),
            r.getString("path"), r.getInt("status"), r.getString("subject_kind"), r.getObject("subject_id", UUID.class), r.getString("detail"))).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now());
  }
}
