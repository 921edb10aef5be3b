package org.zhiyang.platform.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did something, as a history tells it: staff read name and role (吴建平（县区民政）), elders and family the role, closed accounts too. */
@Component
public class ActorNames {
  private final JdbcClient jdbc;
  private final Roles roles;

  ActorNames(JdbcClient jdbc, Roles roles) {
    this.jdbc = jdbc;
    this.roles = roles;
  }

  /** By account; the platform among them. Unknown accounts are left out. */
  public Map<UUID, String> of(Collection<UUID> accounts, Actor reader) {
    var names = new HashMap<UUID, String>();
    if (accounts.isEmpty()) return names;
    names.put(Actor.PLATFORM.accountId(), Actor.PLATFORM.displayName());
    jdbc.sql("select id, display_name, role from access.account where id in (:accounts)").param("accounts", accounts)
        .query((r, n) -> {
          var role = roles.get(r.getString(3)).name();
          return names.put(r.getObject(1, UUID.class), reader.isStaff() ? "%s（%s）".formatted(r.getString(2), role) : role);
        }).list();
    return names;
  }
}
