package org.zhiyang.platform.access;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts for the administrator; preferences for everybody. */
@RestController
class AccountController {
  private static final int LONGEST_PREFERENCE = 20_000;

  private static final int HOLDERS = 20;

  private final AccountDirectory directory;
  private final AccountStore store;
  private final Belongings belongings;
  private final Roles roles;
  private final CurrentActor current;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  AccountController(AccountDirectory directory, AccountStore store, Belongings belongings, Roles roles, CurrentActor current, JdbcClient jdbc, JsonMapper json) {
    this.directory = directory;
    this.store = store;
    this.belongings = belongings;
    this.roles = roles;
    this.current = current;
    this.jdbc = jdbc;
    this.json = json;
  }

  @GetMapping("/api/accounts")
  @Guarded(permission = "account.read", audit = true)
  Page<AccountDirectory.AccountView> list(@Valid PageQuery query, @RequestParam @Nullable String q, @RequestParam @Nullable String role, @RequestParam @Nullable String region,
      @RequestParam @Nullable UUID organization, @RequestParam AccountDirectory.@Nullable Status status, @RequestParam @Nullable Boolean mustChangePassword) {
    return directory.list(current.get(), query, new AccountDirectory.Filters(q, role, region, organization, status, mustChangePassword));
  }

  @GetMapping("/api/accounts/{id}")
  @Guarded(permission = "account.read", audit = true)
  AccountDirectory.AccountView read(@PathVariable UUID id) {
    return directory.find(current.get(), id).orElseThrow(NotFound::new);
  }

  record RoleChoice(String key, String name, Tie.Kind tie, List<Integer> levels) {}

  /** The roles this account makes accounts for, each with what it needs: {@code tie} and, for a region, its levels. */
  @GetMapping("/api/accounts/roles")
  @Guarded(permission = "account.write")
  List<RoleChoice> choices() {
    var administered = current.get().role().administers();
    return roles.list().stream().filter(r -> administered.contains(r.key())).map(r -> new RoleChoice(r.key(), r.name(), r.tie().kind(), r.tie().levels())).toList();
  }

  record HolderRow(UUID id, String name, @Nullable String detail, boolean hasAccount) {}

  /** Up to {@value #HOLDERS} people or organisations an account may be made for. {@code within}: the organisation of carers, the elder of proxies. Elders are
   *  found by their full number, everybody else by a part of the name. */
  @GetMapping("/api/accounts/holders")
  @Guarded(permission = "account.write", audit = true)
  List<HolderRow> holders(@RequestParam Tie.Kind kind, @RequestParam @Nullable String q, @RequestParam @Nullable UUID within) {
    var actor = current.get();
    if (roles.list().stream().noneMatch(r -> r.tie().kind() == kind && actor.role().administers().contains(r.key()))) throw new NotFound();
    return belongings.search(actor, kind, q == null ? "" : q.strip(), within, HOLDERS).stream()
        .map(h -> new HolderRow(h.id(), h.name(), h.detail(), h.accountId() != null || store.hasAccount(kind, h.id()))).toList();
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
