package org.zhiyang.platform.access;

import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts for the administrator; preferences for everybody. */
@RestController
class AccountController {
  private static final int LONGEST_PREFERENCE = 20_000;

  private final Accounts accounts;
  private final Roles roles;
  private final Places places;
  private final CurrentActor current;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  AccountController(Accounts accounts, Roles roles, Places places, CurrentActor current, JdbcClient jdbc, JsonMapper json) {
    this.accounts = accounts;
    this.roles = roles;
    this.places = places;
    this.current = current;
    this.jdbc = jdbc;
    this.json = json;
  }

  record AccountRow(UUID id, String username, String displayName, String role, String roleName, @Nullable String regionCode, @Nullable String regionName,
      @Nullable String organizationName, Accounts.Status status, @Nullable OffsetDateTime lockedUntil, @Nullable OffsetDateTime lastSignInAt) {}

  @GetMapping("/api/accounts")
  @Guarded(permission = "account.read", audit = true)
  Page<AccountRow> list(@Valid PageQuery query, @RequestParam @Nullable String q, @RequestParam @Nullable String role, @RequestParam @Nullable String region) {
    if (region != null && !region.isBlank() && !region.matches("\\d{12}")) throw new InvalidInput("region", "pattern");
    return accounts.list(query, q, role, region).map(row -> new AccountRow(row.id(), row.username(), row.displayName(), row.role(), roles.get(row.role()).name(), row.regionCode(),
        places.region(row.regionCode()), places.organization(row.organizationId()), row.status(), row.lockedUntil(), row.lastSignInAt()));
  }

  /** Role key → Chinese name. */
  @GetMapping("/api/roles")
  @Guarded(permission = Guarded.SIGNED_IN)
  Map<String, String> roles() {
    var names = new LinkedHashMap<String, String>();
    roles.list().forEach(role -> names.put(role.key(), role.name()));
    return names;
  }

  /** The value last put, or 204 when there is none. */
  @GetMapping("/api/preferences/{key}")
  @Guarded(permission = Guarded.SIGNED_IN)
  ResponseEntity<JsonNode> preference(@PathVariable String key) {
    return jdbc.sql("select value::text from access.preference where account_id = :account and key = :key")
        .param("account", current.get().accountId()).param("key", key).query(String.class).optional()
        .map(text -> ResponseEntity.ok(json.readTree(text))).orElse(ResponseEntity.noContent().build());
  }

  @PutMapping("/api/preferences/{key}")
  @Guarded(permission = Guarded.SIGNED_IN)
  ResponseEntity<Void> keep(@PathVariable String key, @RequestBody JsonNode value) {
    var text = json.writeValueAsString(value);
    if (text.length() > LONGEST_PREFERENCE || key.length() > 100) throw new InvalidInput("value", "too-long");
    jdbc.sql("""
            insert into access.preference (account_id, key, value) values (:account, :key, :value::jsonb)
            on conflict (account_id, key) do update set value = excluded.value, changed_at = now()""")
        .param("account", current.get().accountId()).param("key", key).param("value", text).update();
    return ResponseEntity.noContent().build();
  }
}
