package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitTransitions;
import org.zhiyang.service.homecare.store.Visits;
import org.zhiyang.service.homecare.store.WishesForCarers;

/** Gives a visit its carers and its start, or takes them away. The carers then see the elder until the day after the visit. */
@Component
class AssignVisit {
  private final Visits visits;
  private final WorkforceQueries workforce;
  private final ElderCommands elders;
  private final WishesForCarers wishes;
  private final Clock clock;

  AssignVisit(Visits visits, WorkforceQueries workforce, ElderCommands elders, WishesForCarers wishes, Clock clock) {
    this.visits = visits;
    this.workforce = workforce;
    this.elders = elders;
    this.wishes = wishes;
    this.clock = clock;
  }

  @Transactional
  public void assign(VisitId id, List<CarerId> carers, Instant from, boolean fixedByHand, Actor by) {
    var visit = visits.lock(id);
    if (!VisitTransitions.isOpen(visit.status())) throw new HomecareRefusal.WrongStatus(visit.status(), VisitStatus.ASSIGNED.name());
    var crew = carers.stream().distinct().toList();
    if (crew.size() < visit.crew()) throw new HomecareRefusal.CrewIncomplete(visit.crew(), crew.size());
    if (!LocalDate.ofInstant(from, BusinessClock.ZONE).equals(visit.day())) throw new InvalidInput("from", "other-day");
    crew.forEach(carer -> qualified(visit, carer));
    var refused = wishes.of(visit.elderId()).refused();
    crew.stream().filter(refused::contains).findFirst().ifPresent(carer -> {
      throw new HomecareRefusal.CarerUnwanted(carer.value());
    });
    var ids = crew.stream().map(CarerId::value).toList();
    var to = from.plus(visit.duration());
    visits.findClash(visit.id(), ids, from, to).ifPresent(clash -> {
      throw clash;
    });
    place(visit, ids, from, to, fixedByHand);
    visits.move(visit, VisitStatus.ASSIGNED, clock.instant(), by, null);
    ids.forEach(carer -> elders.letSee(new ElderId(visit.elderId()), carer, "上门服务", visit.day().plusDays(1)));
  }

  @Transactional
  public void unassign(VisitId id, Actor by, String why) {
    var visit = visits.lock(id);
    if (visit.status() == VisitStatus.PLANNED) return;
    if (visit.status() != VisitStatus.ASSIGNED) throw new HomecareRefusal.WrongStatus(visit.status(), VisitStatus.PLANNED.name());
    visits.keepCarers(visit.id(), List.of(), null, null, false);
    visits.move(visit, VisitStatus.PLANNED, clock.instant(), by, why);
  }

  private void qualified(Visit visit, CarerId id) {
    var carer = workforce.findCarer(id, visit.day()).filter(c -> c.provider().value().equals(visit.providerId())).orElseThrow(() -> new HomecareRefusal.ForeignCarer(id.value()));
    var skilled = visit.requiredSkill() == null || carer.skills().contains(visit.requiredSkill());
    var certified = visit.minimumCertificate() == null || (carer.certificateLevel() != null && carer.certificateLevel() <= visit.minimumCertificate());
    if (!skilled || !certified) throw new HomecareRefusal.NotQualified(id.value(), skilled ? null : visit.requiredSkill(), certified ? null : visit.minimumCertificate());
  }

  /** The database has the last word when two dispatchers assign one carer at the same moment. */
  private void place(Visit visit, List<UUID> carers, Instant from, Instant to, boolean fixedByHand) {
    try {
      visits.keepCarers(visit.id(), carers, from, to, fixedByHand);
    } catch (DataIntegrityViolationException e) {
      throw new HomecareRefusal.CarerElsewhere(carers.getFirst(), null, null);
    }
  }
}
