package org.zhiyang.registry.household;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.AccountHolders;
import org.zhiyang.platform.access.NewAccount;
import org.zhiyang.platform.access.Tie;

/** Family members whom an elder entrusted, as holders of accounts: the account acts for every elder who entrusted them. */
@Component
class ProxyHolders implements AccountHolders {
  private final JdbcClient jdbc;

  ProxyHolders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Tie.Kind kind() {
    return Tie.Kind.PROXY;
  }

  @Override
  public Optional<Holder> find(UUID id) {
    var elders = new LinkedHashMap<UUID, NewAccount.Relation>();
    entrusting(id).forEach(elder -> elders.put(elder, NewAccount.Relation.PROXY));
    if (elders.isEmpty()) return Optional.empty();
    return jdbc.sql("select name, phone_masked from household.member where id = :id").param("id", id)
        .query((r, n) -> new Holder(id, r.getString(1), r.getString(2), null, null, elders, null)).optional();
  }

  /** The elders who made this member their proxy. */
  List<UUID> entrusting(UUID member) {
    return jdbc.sql("select elder_id from household.tie where member_id = :id and proxy").param("id", member).query(UUID.class).list();
  }

  /** The proxies of one elder; without the elder nobody. */
  @Override
  public List<Holder> search(String text, @Nullable UUID within, int most) {
    return jdbc.sql("""
            select m.id from household.tie t join household.member m on m.id = t.member_id
            where t.elder_id = :elder and t.proxy and position(:text in m.name) > 0 order by m.name, m.id limit :most""")
        .param("elder", within).param("text", text).param("most", most).query(UUID.class).list().stream().flatMap(id -> find(id).stream()).toList();
  }
}
