package org.zhiyang.service.homecare.web;

import static org.zhiyang.service.homecare.web.OrderPages.at;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Role;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.Page;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.Finding;
import org.zhiyang.service.homecare.domain.ProofField;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitEvent;
import org.zhiyang.service.homecare.domain.VisitProof;
import org.zhiyang.service.homecare.domain.VisitTransitions;
import org.zhiyang.service.homecare.store.VisitEvents;
import org.zhiyang.service.homecare.store.Visits;
import org.zhiyang.service.homecare.view.CarerDay;
import org.zhiyang.service.homecare.view.VisitList;

/** Visits as screens show them. What was measured on the body is shown to public staff only with the permission health.read. */
@Component
class VisitPages {
  private static final Map<VisitStatus, String> NAMES = Map.of(VisitStatus.PLANNED, "待派单", VisitStatus.ASSIGNED, "已派单", VisitStatus.CHECKED_IN, "服务中", VisitStatus.CHECKED_OUT, "待核验",
      VisitStatus.NORMAL, "核验正常", VisitStatus.ABNORMAL, "异常待判定", VisitStatus.CONFIRMED, "已确认", VisitStatus.REJECTED, "不予认可", VisitStatus.CANCELLED, "已取消", VisitStatus.MISSED, "未上门");

  private final Visits visits;
  private final VisitEvents events;
  private final VisitList list;
  private final ElderQueries elders;
  private final FacilityQueries facilities;
  private final WorkforceQueries workforce;
  private final RegionQueries regions;

  VisitPages(Visits visits, VisitEvents events, VisitList list, ElderQueries elders, FacilityQueries facilities, WorkforceQueries workforce, RegionQueries regions) {
    this.visits = visits;
    this.events = events;
    this.list = list;
    this.elders = elders;
    this.facilities = facilities;
    this.workforce = workforce;
    this.regions = regions;
  }

  record Named(UUID id, String name) {}

  record Flag(VisitFlag flag, String name) {}

  record Row(UUID id, String number, UUID orderId, Named elder, String regionCode, String regionName, Named provider, String service, String serviceName, LocalDate day, String windowFrom,
      String windowTo, @Nullable OffsetDateTime plannedFrom, @Nullable OffsetDateTime checkedInAt, @Nullable OffsetDateTime checkedOutAt, List<Named> carers, int units, BigDecimal unitsDone, String unit,
      VisitStatus status, String statusName, @Nullable String cancelledFor, List<Flag> flags, boolean sampled, boolean rated, @Nullable Decision decision) {}

  record Position(double lng, double lat, @Nullable Double accuracyM) {}

  record EventView(UUID id, VisitEvent.Kind kind, OffsetDateTime at, OffsetDateTime deviceAt, OffsetDateTime receivedAt, Named carer, VisitEvent.@Nullable Method method, @Nullable Position position,
      @Nullable Boolean cardValid, @Nullable UUID fileId, List<VisitEvent.Item> items, Map<String, Object> fields, @Nullable String text, VisitEvent.@Nullable Signature signature, boolean late) {}

  /** @param value null when not given */
  record FieldView(String field, String label, String kind, @Nullable Object value) {}

  record StepView(@Nullable VisitStatus from, VisitStatus to, String toName, OffsetDateTime at, String role, boolean onBehalf, @Nullable String reason) {}

  record Decision(OffsetDateTime at, @Nullable String reason, boolean byPerson) {}

  record RatingView(int stars, @Nullable String words, OffsetDateTime ratedAt, String role, boolean onBehalf, boolean low) {}

  /** @param sent who was given the visit; {@code came} who checked in or out */
  record View(Row visit, long version, int durationMinutes, int crew, List<Named> sent, List<Named> came, @Nullable String wishes, @Nullable Position home, List<EventView> events, List<FieldView> fields,
      List<VisitEvent.Item> items, List<Finding> findings, List<StepView> story, @Nullable PayerShares shares, boolean sharesFrozen, @Nullable String evidenceDigest, @Nullable UUID rulingId,
      @Nullable Decision decision, @Nullable RatingView rating, boolean mayDecide, boolean mayCancel, boolean mayRate) {}

  Page<Row> rows(Page<Visit> page, Actor actor) {
    return page.with(rows(page.items(), actor));
  }

  private List<Row> rows(List<Visit> some, Actor actor) {
    var people = elders.list(some.stream().map(v -> new ElderId(v.elderId())).distinct().toList());
    var providers = facilities.listProviders(some.stream().map(v -> new ProviderId(v.providerId())).distinct().toList());
    var carers = workforce.namesOf(some.stream().flatMap(v -> v.carers().stream()).distinct().map(CarerId::new).toList());
    var cancelled = visits.whyCancelled(some.stream().filter(v -> v.status() == VisitStatus.CANCELLED).map(Visit::id).toList());
    return some.stream().map(v -> {
      var elder = people.get(new ElderId(v.elderId()));
      var provider = providers.get(new ProviderId(v.providerId()));
      return new Row(v.id(), CarerDay.number(v), v.orderId(), new Named(v.elderId(), elder == null ? "" : elder.name()), v.regionCode(), regions.fullName(new RegionCode(v.regionCode())),
          new Named(v.providerId(), provider == null ? "" : provider.name()), v.service(), v.serviceName(), v.day(), v.windowFrom().toString(), v.windowTo().toString(), moment(v.plannedFrom()),
          moment(v.checkedInAt()), moment(v.checkedOutAt()), named(v.carers(), carers), v.units(), v.unitsDone(), v.unit(),
          v.status(), NAMES.get(v.status()), why(cancelled.get(v.id()), actor), v.flags().stream().map(f -> new Flag(f, f.chinese())).toList(), v.sampled(), v.ratingId() != null, decision(v));
    }).toList();
  }

  /** What is said to the elder and the family: of a death, which may have been recorded by mistake, nobody is told by a list. */
  private static @Nullable String why(@Nullable String reason, Actor actor) {
    return reason != null && actor.role().reach() == Role.Reach.PEOPLE && reason.contains("去世") ? null : reason;
  }

  View view(Visit v, Actor actor) {
    var stored = events.of(v.id());
    var proof = new VisitProof(stored);
    var asked = new ArrayList<ProofField>(v.beforeStart());
    asked.addAll(v.atCheckOut());
    var mayKnow = actor.role().reach() != Role.Reach.REGION || actor.may("health.read");
    var sent = visits.sent(List.of(v.id())).getOrDefault(v.id(), Set.of());
    var names = workforce.namesOf(Stream.concat(sent.stream(), proof.carers().stream()).distinct().map(CarerId::new).toList());
    var fields = asked.stream().map(f -> new FieldView(f.field(), f.label(), f.kind(), mayKnow || !isHealth(f) ? value(f, proof) : "需要健康信息权限")).toList();
    var rating = list.rating(v.id()).map(r -> new RatingView(r.stars(), r.words(), at(r.ratedAt()), r.role(), r.onBehalf(), r.low())).orElse(null);
    var waits = v.status() == VisitStatus.ABNORMAL || v.status() == VisitStatus.NORMAL;
    return new View(rows(List.of(v), actor).getFirst(), v.version(), v.durationMinutes(), v.crew(), named(sent, names), named(proof.present(), names), v.wishes(), v.lng() == null || v.lat() == null ? null : new Position(v.lng(), v.lat(), null),
        stored.stream().map(e -> event(e, names, mayKnow, asked)).toList(), fields, List.copyOf(proof.items().values()), list.findings(v.id()),
        list.story(v.id()).stream().map(s -> new StepView(s.from(), s.to(), NAMES.get(s.to()), at(s.at()), s.role(), s.onBehalf(), s.reason())).toList(),
        v.shares(), v.status() == VisitStatus.CONFIRMED, v.evidenceDigest(), v.rulingId(), decision(v), rating, waits && actor.may("visit.decide"),
        VisitTransitions.isOpen(v.status()) && actor.may("visit.cancel"), v.status() == VisitStatus.CONFIRMED && v.ratingId() == null && actor.may("feedback.give"));
  }

  private static List<Named> named(Collection<UUID> carers, Map<CarerId, String> names) {
    return carers.stream().map(carer -> named(carer, names)).toList();
  }

  private static Named named(UUID carer, Map<CarerId, String> names) {
    return new Named(carer, names.getOrDefault(new CarerId(carer), ""));
  }

  private static @Nullable Decision decision(Visit v) {
    var decided = v.decidedAt();
    return decided == null ? null : new Decision(at(decided), v.decisionReason(), !Actor.PLATFORM.accountId().equals(v.decidedBy()));
  }

  private static @Nullable Object value(ProofField field, VisitProof proof) {
    var given = proof.fields().get(field.field());
    if (given == null && field.kind().equals("confirmation") && proof.signature().isPresent()) return true; // who signs confirms
    if (given != null || !field.kind().equals("choices")) return given;
    return field.choices().stream().filter(c -> proof.items().get(c) instanceof VisitEvent.Item i && i.state() == VisitEvent.Item.State.DONE).toList();
  }

  private static EventView event(VisitEvent e, Map<CarerId, String> names, boolean mayKnow, List<ProofField> asked) {
    var fix = e.position();
    var fields = new HashMap<>(e.fields());
    if (!mayKnow) {
      asked.stream().filter(VisitPages::isHealth).forEach(f -> fields.remove(f.field()));
      if (e.kind() == VisitEvent.Kind.VITALS) fields.clear();
    }
    return new EventView(e.id(), e.kind(), at(e.at()), at(e.deviceAt()), at(e.receivedAt()), named(e.carer(), names), e.method(),
        fix == null ? null : new Position(fix.lng(), fix.lat(), fix.accuracyM()), e.cardValid(), e.file(), e.items(), fields, e.text(), e.signature(), e.late());
  }

  /** Measured values and what is noted of body and treatment. */
  private static boolean isHealth(ProofField field) {
    return field.kind().equals("number") || field.field().equals("skinCondition") || field.field().equals("resultNote") || field.field().equals("elderReaction");
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
    return moment == null ? null : at(moment);
  }
}
