package org.zhiyang.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** The accounts as those who administer them see them: of the roles theirs administers, and within their own organisation if their reach ends there. */
@Component
class AccountDirectory {
  private static final String ACCOUNT = """
      select id, version, username, display_name, role, region_code, organization_id, carer_id, member_id, active, locked_until, initial_password_until is not null as must_change,
             last_sign_in_at, created_at, closed_reason, (select array_agg(elder_id) from access.account_elder e where e.account_id = a.id) as elders
      from access.account a where\s""";

  private final JdbcClient jdbc;
  private final Roles roles;
  private final Places places;

  AccountDirectory(JdbcClient jdbc, Roles roles, Places places) {
    this.jdbc = jdbc;
    this.roles = roles;
    this.places = places;
  }

  /** CLOSED accounts cannot sign in, LOCKED ones not until {@code lockedUntil}. */
  enum Status { ACTIVE, LOCKED, CLOSED }

  /** {@code mustChangePassword} while the one-time password was not changed yet. */
  record AccountView(UUID id, long version, String username, String displayName, String role, String roleName, @Nullable String regionCode, @Nullable String regionName,
      @Nullable UUID organizationId, @Nullable String organizationName, @Nullable UUID carerId, @Nullable UUID memberId, List<UUID> elderIds, Status status,
      boolean mustChangePassword, @Nullable OffsetDateTime lockedUntil, @Nullable OffsetDateTime lastSignInAt, OffsetDateTime createdAt, @Nullable String closedReason) {}

  Optional<AccountView> find(Actor actor, UUID id) {
    var conditions = new ListConditions(administeredBy(actor)).equal("id", id);
    return jdbc.sql(ACCOUNT + conditions.sql()).params(conditions.params()).query(this::view).optional();
  }

  record Filters(@Nullable String q, @Nullable String role, @Nullable String region, @Nullable UUID organization, @Nullable Status status, @Nullable Boolean mustChangePassword) {}

  Page<AccountView> list(Actor actor, PageQuery query, Filters filters) {
    var conditions = new ListConditions(administeredBy(actor)).equal("organization_id", filters.organization).region(filters.region);
    if (filters.role != null && !filters.role.isBlank()) {
      conditions.equal("role", roles.find(filters.role).orElseThrow(() -> new InvalidInput("role", "invalid")).key());
    }
    if (filters.q != null && !filters.q.isBlank()) conditions.and("(username ilike :q or display_name like :q)", "q", "%" + ListConditions.literal(filters.q.strip()) + "%");
    if (filters.status != null) conditions.and(where(filters.status), "now", OffsetDateTime.now());
    if (filters.mustChangePassword != null) conditions.and("(initial_password_until is not null) = :mustChange", "mustChange", filters.mustChangePassword);
    var total = jdbc.sql("select count(*) from access.account where " + conditions.sql()).params(conditions.params()).query(Long.class).single();
    var order = query.orderBy(Map.of("username", "username", "displayName", "display_name", "role", "role", "lastSignInAt", "last_sign_in_at", "createdAt", "created_at"), "role, username", "id");
    var rows = jdbc.sql(ACCOUNT + conditions.sql() + " order by " + order + " limit :limit offset :offset").params(conditions.params())
        .param("limit", query.limit()).param("offset", query.offset()).query(this::view).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now());
  }

  private static String where(Status status) {
    return switch (status) {
      case CLOSED -> "not active and :now::timestamptz is not null";
      case LOCKED -> "active and locked_until > :now";
      case ACTIVE -> "active and (locked_until is null or locked_until <= :now)";
    };
  }

  private static SqlCondition administeredBy(Actor actor) {
    var administered = actor.role().administers();
    if (administered.isEmpty()) return SqlCondition.NONE;
    if (actor.role().reach() != Role.Reach.ORGANIZATION) return new SqlCondition("role in (:administered)", Map.of("administered", administered));
    if (actor.organizationId() == null) return SqlCondition.NONE;
    return new SqlCondition("role in (:administered) and organization_id = :ownOrganization", Map.of("administered", administered, "ownOrganization", actor.organizationId()));
  }

  private AccountView view(ResultSet r, int n) throws SQLException {
    var region = r.getString("region_code");
    var organization = r.getObject("organization_id", UUID.class);
    var elders = r.getArray("elders");
    var lockedUntil = r.getObject("locked_until", OffsetDateTime.class);
    var locked = lockedUntil != null && lockedUntil.isAfter(OffsetDateTime.now());
    return new AccountView(r.getObject("id", UUID.class), r.getLong("version"), r.getString("username"), r.getString("display_name"), r.getString("role"),
        roles.get(r.getString("role")).name(), region, places.region(region), organization, places.organization(organization), r.getObject("carer_id", UUID.class),
        r.getObject("member_id", UUID.class), elders == null ? List.of() : Arrays.asList((UUID[]) elders.getArray()),
        !r.getBoolean("active") ? Status.CLOSED : locked ? Status.LOCKED : Status.ACTIVE, r.getBoolean("must_change"), locked ? lockedUntil : null,
        r.getObject("last_sign_in_at", OffsetDateTime.class), r.getObject("created_at", OffsetDateTime.class), r.getString("closed_reason"));
  }
}
