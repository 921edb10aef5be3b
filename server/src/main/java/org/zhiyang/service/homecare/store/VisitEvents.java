package org.zhiyang.service.homecare.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.file.FileOwner;
import org.zhiyang.service.homecare.domain.VisitEvent;
import tools.jackson.databind.json.JsonMapper;

/** The acts of carers' phones; only added, never changed. Also says who may see the photos among them. */
@Component
public class VisitEvents implements FileOwner {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  VisitEvents(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Body(List<VisitEvent.Item> items, Map<String, Object> fields, @Nullable String text, VisitEvent.@Nullable Signature signature) {}

  /** Ids of these that are stored already, with the visit they belong to. */
  public Map<UUID, UUID> known(Collection<UUID> ids) {
    var known = new HashMap<UUID, UUID>();
    jdbc.sql("select id, visit_id from homecare.visit_event where id = any(:ids)").param("ids", ids.toArray(UUID[]::new))
        .query((r, n) -> known.put(r.getObject(1, UUID.class), r.getObject(2, UUID.class))).list();
    return known;
  }

  public void add(UUID visit, VisitEvent event, UUID account) {
    var fix = event.position();
    jdbc.sql("""
            insert into homecare.visit_event (id, visit_id, kind, seq, carer_id, account_id, device_at, at, received_at, method, lng, lat, accuracy_m, card_valid, file_id, file_digest, body, late)
            values (:id, :visit, :kind, :seq, :carer, :account, :device, :at, :received, :method, :lng, :lat, :accuracy, :card, :file, :digest, :body::jsonb, :late)""")
        .param("id", event.id()).param("visit", visit).param("kind", event.kind().name()).param("seq", event.seq()).param("carer", event.carer()).param("account", account)
        .param("device", Timestamp.from(event.deviceAt())).param("at", Timestamp.from(event.at())).param("received", Timestamp.from(event.receivedAt()))
        .param("method", event.method() == null ? null : event.method().name()).param("lng", fix == null ? null : fix.lng(), java.sql.Types.DOUBLE)
        .param("lat", fix == null ? null : fix.lat(), java.sql.Types.DOUBLE).param("accuracy", fix == null ? null : fix.accuracyM(), java.sql.Types.DOUBLE)
        .param("card", event.cardValid(), java.sql.Types.BOOLEAN).param("file", event.file()).param("digest", event.fileDigest())
        .param("body", json.writeValueAsString(new Body(event.items(), event.fields(), event.text(), event.signature()))).param("late", event.late()).update();
  }

  public List<VisitEvent> of(UUID visit) {
    return jdbc.sql("select * from homecare.visit_event where visit_id = :visit order by at, seq, id").param("visit", visit).query(this::read).list();
  }

  public Map<UUID, List<VisitEvent>> of(Collection<UUID> visits) {
    var all = new HashMap<UUID, List<VisitEvent>>();
    if (visits.isEmpty()) return all;
    jdbc.sql("select * from homecare.visit_event where visit_id = any(:visits) order by at, seq, id").param("visits", visits.toArray(UUID[]::new))
        .query((r, n) -> all.computeIfAbsent(r.getObject("visit_id", UUID.class), v -> new java.util.ArrayList<>()).add(read(r, n))).list();
    return all;
  }

  /** Digests among these that other visits use too. */
  public Set<String> digestsOfOthers(UUID visit, Collection<String> digests) {
    if (digests.isEmpty()) return Set.of();
    return Set.copyOf(jdbc.sql("select distinct file_digest from homecare.visit_event where file_digest = any(:digests) and visit_id <> :visit")
        .param("digests", digests.toArray(String[]::new)).param("visit", visit).query(String.class).list());
  }

  @Override
  public boolean maySee(UUID file, Scope scope) {
    var mine = scope.on(Visits.SCOPE);
    return jdbc.sql("select exists (select from homecare.visit_event e join homecare.visit v on v.id = e.visit_id where e.file_id = :file and " + mine.sql() + ")")
        .param("file", file).params(mine.params()).query(Boolean.class).single();
  }

  private VisitEvent read(ResultSet r, int n) throws SQLException {
    var body = json.readValue(r.getString("body"), Body.class);
    var lng = r.getObject("lng", Double.class);
    var lat = r.getObject("lat", Double.class);
    var fix = lng == null || lat == null ? null : new VisitEvent.Fix(lng, lat, r.getObject("accuracy_m", Double.class));
    var method = r.getString("method");
    return new VisitEvent(r.getObject("id", UUID.class), VisitEvent.Kind.valueOf(r.getString("kind")), r.getInt("seq"), r.getObject("carer_id", UUID.class),
        r.getTimestamp("device_at").toInstant(), r.getTimestamp("at").toInstant(), r.getTimestamp("received_at").toInstant(), method == null ? null : VisitEvent.Method.valueOf(method), fix,
        r.getObject("card_valid", Boolean.class), r.getObject("file_id", UUID.class), r.getString("file_digest"), body.items(), body.fields(), body.text(), body.signature(), r.getBoolean("late"));
  }
}
