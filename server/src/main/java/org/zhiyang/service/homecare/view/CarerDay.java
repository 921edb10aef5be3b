package org.zhiyang.service.homecare.view;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Audit;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.household.HouseholdQueries;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.ProofField;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitEvent;
import org.zhiyang.service.homecare.domain.VisitProof;
import org.zhiyang.service.homecare.domain.VisitTransitions;
import org.zhiyang.service.homecare.store.ElderCards;
import org.zhiyang.service.homecare.store.VisitEvents;
import org.zhiyang.service.homecare.store.Visits;

/** Everything a carer's phone needs for own visits, so that it works without a network: place, tasks, what to prove, whom to beware of. Phone and address of the elder and the
 *  phones of those to call when something happens are opened for visits still to be done, today and tomorrow only; the first time on a day stands in the audit trail. */
@Component
public class CarerDay {
  private final Visits visits;
  private final VisitEvents events;
  private final ElderQueries elders;
  private final HouseholdQueries households;
  private final WorkforceQueries workforce;
  private final ElderCards cards;
  private final RegionQueries regions;
  private final Audit audit;
  private final JdbcClient jdbc;

  CarerDay(Visits visits, VisitEvents events, ElderQueries elders, HouseholdQueries households, WorkforceQueries workforce, ElderCards cards, RegionQueries regions, Audit audit, JdbcClient jdbc) {
    this.visits = visits;
    this.events = events;
    this.elders = elders;
    this.households = households;
    this.workforce = workforce;
    this.cards = cards;
    this.regions = regions;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  public record Task(String key, String label) {}

  public record Colleague(UUID id, String name) {}

  public record Contact(String name, String relation, @Nullable String phone) {}

  public record Person(UUID id, String name, String sex, int age, @Nullable String phone, @Nullable String address, String regionName, @Nullable Double lng, @Nullable Double lat,
      @Nullable String level, @Nullable String beware, boolean pinSet, List<Contact> toCall) {}

  /** @param carers all who go, in order; {@code colleagues} the others of the provider who may come as second carer, only for services of two
   *  @param recorded what the server has of this visit already, so that another phone goes on where the first stopped */
  public record PhoneVisit(UUID id, String number, Person elder, String service, String serviceName, int units, String unit, int durationMinutes, LocalDate day, String windowFrom, String windowTo,
      @Nullable Instant plannedFrom, @Nullable Instant plannedTo, int crew, List<Colleague> carers, List<Colleague> colleagues, @Nullable String wishes, List<Task> items,
      List<ProofField> beforeStart, List<ProofField> atCheckOut, VisitStatus status, Recorded recorded) {}

  public record Recorded(@Nullable Instant checkedInAt, @Nullable Instant checkedOutAt, Map<String, Object> fields, List<VisitEvent.Item> items, boolean signed, List<UUID> eventIds) {}

  @Transactional
  public List<PhoneVisit> read(Actor actor, LocalDate from, LocalDate to, LocalDate today) {
    var carer = actor.carerId();
    if (carer == null) return List.of();
    var mine = visits.list("""
        where v.day between :from and :to and v.status <> 'CANCELLED' and v.id in (select c.visit_id from homecare.visit_carer c where c.carer_id = :carer and c.active)
        order by v.day, coalesce(v.planned_from, v.day + v.window_from), v.id""", Map.of("from", Date.valueOf(from), "to", Date.valueOf(to), "carer", carer));
    var ids = mine.stream().map(v -> new ElderId(v.elderId())).distinct().toList();
    var profiles = elders.list(ids);
    var open = mine.stream().filter(v -> mayCall(v, today)).map(v -> new ElderId(v.elderId())).distinct().toList();
    var contacts = elders.openContacts(open);
    var family = households.openContacts(open);
    open.forEach(elder -> noteOpened(actor, carer, elder, today));
    var shown = cards.shown(ids.stream().map(ElderId::value).toList());
    var stored = events.of(mine.stream().map(Visit::id).toList());
    var names = names(mine);
    var colleagues = new HashMap<UUID, List<Colleague>>();
    return mine.stream().filter(v -> profiles.containsKey(new ElderId(v.elderId()))).map(v -> {
      var p = profiles.get(new ElderId(v.elderId()));
      var contact = mayCall(v, today) ? contacts.get(p.id()) : null;
      var card = shown.getOrDefault(v.elderId(), new ElderCards.Shown(null, false));
      var toCall = mayCall(v, today) ? family.getOrDefault(p.id(), List.of()).stream().map(c -> new Contact(c.name(), c.relation().name(), c.phone())).toList() : List.<Contact>of();
      var person = new Person(p.id().value(), p.name(), p.sex().name(), p.ageOn(today), contact == null ? null : contact.phone(), contact == null ? null : contact.address(),
          regions.fullName(new RegionCode(p.regionCode())), v.lng(), v.lat(), p.levelOn(today), card.beware(), card.pinSet(), toCall);
      var crew = v.carers().stream().map(c -> new Colleague(c, names.getOrDefault(new CarerId(c), ""))).toList();
      var others = v.crew() < 2 ? List.<Colleague>of() : colleagues.computeIfAbsent(v.providerId(), provider -> colleagues(provider, carer, today));
      return new PhoneVisit(v.id(), number(v), person, v.service(), v.serviceName(), v.units(), v.unit(), v.durationMinutes(), v.day(), v.windowFrom().toString(), v.windowTo().toString(),
          v.plannedFrom(), v.plannedTo(), v.crew(), crew, others, v.wishes(), tasks(v), v.beforeStart(), v.atCheckOut(), v.status(), recorded(stored.getOrDefault(v.id(), List.of())));
    }).toList();
  }

  public static String number(Visit visit) {
    return "SM%08d".formatted(visit.number());
  }

  /** What is ticked: the choices of the service's proof, or the service itself. */
  public static List<Task> tasks(Visit visit) {
    var tasks = new LinkedHashSet<Task>();
    var all = new ArrayList<>(visit.beforeStart());
    all.addAll(visit.atCheckOut());
    all.forEach(f -> f.choices().forEach(c -> tasks.add(new Task(c, c))));
    if (tasks.isEmpty()) tasks.add(new Task(visit.service(), visit.serviceName()));
    return List.copyOf(tasks);
  }

  private static boolean mayCall(Visit visit, LocalDate today) {
    var soon = !visit.day().isBefore(today) && !visit.day().isAfter(today.plusDays(1));
    return soon && (VisitTransitions.isOpen(visit.status()) || visit.status() == VisitStatus.CHECKED_IN);
  }

  private void noteOpened(Actor actor, UUID carer, ElderId elder, LocalDate today) {
    var first = jdbc.sql("insert into homecare.contact_opened (carer_id, elder_id, day) values (:carer, :elder, :day) on conflict do nothing").param("carer", carer)
        .param("elder", elder.value()).param("day", Date.valueOf(today)).update() == 1;
    if (first) audit.write(new Audit.Entry(actor, "visit.do", "GET", "/api/my/visits", 200, "elder", elder.value(), "自己的上门单：电话、住址、联系人电话"));
  }

  private Map<CarerId, String> names(List<Visit> some) {
    return workforce.namesOf(some.stream().flatMap(v -> v.carers().stream()).distinct().map(CarerId::new).toList());
  }

  private List<Colleague> colleagues(UUID provider, UUID me, LocalDate day) {
    return workforce.carersOf(new org.zhiyang.registry.facility.ProviderId(provider), day).stream().filter(c -> !c.id().value().equals(me)).map(c -> new Colleague(c.id().value(), c.name())).toList();
  }

  private static Recorded recorded(List<VisitEvent> events) {
    var proof = new VisitProof(events);
    return new Recorded(proof.checkIn().map(VisitEvent::at).orElse(null), proof.checkOut().map(VisitEvent::at).orElse(null), proof.fields(), List.copyOf(proof.items().values()),
        proof.signature().isPresent(), events.stream().map(VisitEvent::id).toList());
  }
}
