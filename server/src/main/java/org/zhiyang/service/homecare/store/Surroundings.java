package org.zhiyang.service.homecare.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.domain.ProofField;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitEvent;
import org.zhiyang.service.homecare.domain.VisitProof;
import org.zhiyang.service.homecare.domain.VisitSeen;

/** Gathers what the verification rules look at, for many visits with a handful of queries. */
@Component
public class Surroundings {
  private final JdbcClient jdbc;
  private final Visits visits;
  private final VisitEvents events;
  private final ElderQueries elders;
  private final WorkforceQueries workforce;

  Surroundings(JdbcClient jdbc, Visits visits, VisitEvents events, ElderQueries elders, WorkforceQueries workforce) {
    this.jdbc = jdbc;
    this.visits = visits;
    this.events = events;
    this.elders = elders;
    this.workforce = workforce;
  }

  /** @param batchWindow the window in which many signatures are suspicious */
  public List<VisitSeen> of(List<Visit> visits, Duration batchWindow) {
    if (visits.isEmpty()) return List.of();
    var ids = visits.stream().map(Visit::id).toList();
    var proofs = new HashMap<UUID, VisitProof>();
    var stored = events.of(ids);
    ids.forEach(id -> proofs.put(id, new VisitProof(stored.getOrDefault(id, List.of()))));
    var crews = new HashMap<UUID, Set<UUID>>();
    visits.forEach(v -> crews.put(v.id(), crew(v, proofs.get(v.id()))));
    var carers = crews.values().stream().flatMap(Set::stream).distinct().toList();
    var from = visits.stream().map(Visit::day).min(Comparator.naturalOrder()).orElseThrow();
    var to = visits.stream().map(Visit::day).max(Comparator.naturalOrder()).orElseThrow();
    var stays = stays(carers, from, to);
    var counts = counts(visits, from, to);
    var signed = signatures(carers, proofs.values());
    var reused = reused(ids);
    var assigned = this.visits.sent(ids);
    var cancelled = this.visits.whyCancelled(ids);
    var certificates = new HashMap<String, Integer>();
    return visits.stream().map(v -> seen(v, proofs.get(v.id()), crews.get(v.id()), stays, counts, signed, batchWindow, reused, assigned.getOrDefault(v.id(), Set.of()), cancelled.get(v.id()), certificates)).toList();
  }

  private VisitSeen seen(Visit v, VisitProof proof, Set<UUID> crew, Map<UUID, List<VisitSeen.Neighbor>> stays, Map<Same, Integer> counts, Map<UUID, List<Signed>> signed, Duration window,
      Map<UUID, Set<String>> reused, Set<UUID> assigned, @Nullable String cancelledFor, Map<String, Integer> certificates) {
    var neighbors = crew.stream().flatMap(c -> stays.getOrDefault(c, List.of()).stream()).filter(n -> !n.visit().equals(v.id())).toList();
    var asked = new ArrayList<ProofField>(v.beforeStart());
    asked.addAll(v.atCheckOut());
    var unqualified = crew.stream().filter(c -> !isQualified(c, v, certificates)).toList();
    return new VisitSeen(v, proof, assigned, v.lng(), v.lat(), neighbors, counts.getOrDefault(new Same(v.elderId(), v.service(), v.day()), 0), together(v, proof, signed, window),
        reused.getOrDefault(v.id(), Set.of()), elders.wasAbsentOn(new ElderId(v.elderId()), v.day()), cancelledFor, unqualified, proof.missing(asked).stream().map(ProofField::label).toList());
  }

  /** Who came instead of the assigned carer has to have the certificate and the skill as well. */
  private boolean isQualified(UUID carer, Visit v, Map<String, Integer> certificates) {
    if (v.minimumCertificate() != null) {
      var level = certificates.computeIfAbsent(carer + "@" + v.day(), key -> levelOf(carer, v.day()));
      if (level == 0 || level > v.minimumCertificate()) return false;
    }
    return v.requiredSkill() == null || workforce.findCarer(new CarerId(carer), v.day()).filter(c -> c.skills().contains(v.requiredSkill())).isPresent();
  }

  private int levelOf(UUID carer, LocalDate day) {
    var level = workforce.certificateLevelOn(new CarerId(carer), day);
    return level == null ? 0 : level;
  }

  private static Set<UUID> crew(Visit visit, VisitProof proof) {
    var crew = new LinkedHashSet<>(proof.carers());
    if (crew.isEmpty()) crew.addAll(visit.carers());
    else if (visit.crew() > 1) crew.addAll(visit.carers());
    return crew;
  }

  private Map<UUID, List<VisitSeen.Neighbor>> stays(Collection<UUID> carers, LocalDate from, LocalDate to) {
    var stays = new HashMap<UUID, List<VisitSeen.Neighbor>>();
    jdbc.sql("""
            select c.carer_id, v.id, v.checked_in_at, coalesce(v.checked_out_at, v.checked_in_at), v.lng, v.lat
            from homecare.visit_carer c join homecare.visit v on v.id = c.visit_id
            where c.carer_id = any(:carers) and c.active and v.day between :from and :to and v.checked_in_at is not null""")
        .param("carers", carers.toArray(UUID[]::new)).param("from", Date.valueOf(from.minusDays(1))).param("to", Date.valueOf(to.plusDays(1)))
        .query((r, n) -> stays.computeIfAbsent(r.getObject(1, UUID.class), c -> new ArrayList<>()).add(new VisitSeen.Neighbor(r.getObject(2, UUID.class), r.getObject(1, UUID.class),
            r.getTimestamp(3).toInstant(), r.getTimestamp(4).toInstant(), r.getObject(5, Double.class), r.getObject(6, Double.class)))).list();
    return stays;
  }

  private record Same(UUID elder, String service, LocalDate day) {}

  private Map<Same, Integer> counts(List<Visit> visits, LocalDate from, LocalDate to) {
    var counts = new HashMap<Same, Integer>();
    jdbc.sql("""
            select elder_id, service, day, count(*) from homecare.visit
            where elder_id = any(:elders) and day between :from and :to and checked_in_at is not null and status <> 'REJECTED' group by elder_id, service, day""")
        .param("elders", visits.stream().map(Visit::elderId).distinct().toArray(UUID[]::new)).param("from", Date.valueOf(from)).param("to", Date.valueOf(to))
        .query((r, n) -> counts.put(new Same(r.getObject(1, UUID.class), r.getString(2), r.getObject(3, LocalDate.class)), r.getInt(4))).list();
    return counts;
  }

  private record Signed(UUID visit, Instant at) {}

  private Map<UUID, List<Signed>> signatures(Collection<UUID> carers, Collection<VisitProof> proofs) {
    var times = proofs.stream().flatMap(p -> p.signature().stream()).map(VisitEvent::at).sorted().toList();
    var signed = new HashMap<UUID, List<Signed>>();
    if (times.isEmpty()) return signed;
    jdbc.sql("""
            select carer_id, visit_id, min(at) from homecare.visit_event where kind = 'SIGNATURE' and carer_id = any(:carers) and at between :from and :to
            group by carer_id, visit_id order by 3""")
        .param("carers", carers.toArray(UUID[]::new)).param("from", Timestamp.from(times.getFirst().minus(Duration.ofHours(6)))).param("to", Timestamp.from(times.getLast().plus(Duration.ofHours(6))))
        .query((r, n) -> signed.computeIfAbsent(r.getObject(1, UUID.class), c -> new ArrayList<>()).add(new Signed(r.getObject(2, UUID.class), r.getTimestamp(3).toInstant()))).list();
    return signed;
  }

  /** The fullest window of that length that holds the visit's own signature. */
  private static int together(Visit visit, VisitProof proof, Map<UUID, List<Signed>> signed, Duration window) {
    if (proof.signature().isEmpty()) return 0;
    var all = signed.getOrDefault(proof.signature().get().carer(), List.of());
    var mine = all.stream().filter(s -> s.visit().equals(visit.id())).findFirst();
    if (mine.isEmpty()) return 1;
    var most = 1;
    for (var start : all) {
      var end = start.at().plus(window);
      if (start.at().isAfter(mine.get().at()) || end.isBefore(mine.get().at())) continue;
      most = Math.max(most, (int) all.stream().filter(s -> !s.at().isBefore(start.at()) && !s.at().isAfter(end)).count());
    }
    return most;
  }

  private Map<UUID, Set<String>> reused(Collection<UUID> visits) {
    var reused = new HashMap<UUID, Set<String>>();
    jdbc.sql("""
            select distinct e.visit_id, e.file_digest from homecare.visit_event e
            where e.visit_id = any(:visits) and e.file_digest is not null
              and exists (select from homecare.visit_event o where o.file_digest = e.file_digest and o.visit_id <> e.visit_id)""")
        .param("visits", visits.toArray(UUID[]::new))
        .query((r, n) -> reused.computeIfAbsent(r.getObject(1, UUID.class), v -> new HashSet<>()).add(r.getString(2))).list();
    return reused;
  }
}
