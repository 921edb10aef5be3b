package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitEvent;
import org.zhiyang.service.homecare.domain.VisitEvent.Kind;
import org.zhiyang.service.homecare.domain.VisitProof;
import org.zhiyang.service.homecare.domain.VisitTransitions;
import org.zhiyang.service.homecare.store.VisitEvents;
import org.zhiyang.service.homecare.store.Visits;

/** Takes what a carer's phone recorded, perhaps hours ago without a network, perhaps for the second time. Each event is kept once; where the visit stands follows from all events together. */
@Component
public class RecordVisitEvents {
  private final Visits visits;
  private final VisitEvents events;
  private final EventRules rules;
  private final VerifyVisits verify;
  private final MakeVisits make;
  private final CareCaseCommands cases;
  private final ElderCommands elders;
  private final HomecareParameters parameters;
  private final Clock clock;

  RecordVisitEvents(Visits visits, VisitEvents events, EventRules rules, VerifyVisits verify, MakeVisits make, CareCaseCommands cases, ElderCommands elders, HomecareParameters parameters, Clock clock) {
    this.visits = visits;
    this.events = events;
    this.rules = rules;
    this.verify = verify;
    this.make = make;
    this.cases = cases;
    this.elders = elders;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Check-ins before all, check-outs after all, the rest by the device's time: what a phone whose clock jumped brings together is not refused for a check-in that comes with it. */
  private static final Comparator<PhoneEvent> AS_TAKEN = Comparator.<PhoneEvent, Integer>comparing(event -> event.kind() == Kind.CHECK_IN ? 0 : event.kind() == Kind.CHECK_OUT ? 2 : 1)
      .thenComparing(PhoneEvent::deviceAt).thenComparing(PhoneEvent::seq);

  /** Answers one line per event, in the order they were sent. A carer of the provider who is not assigned may report too: who went instead of whom is a matter of fact. */
  @Transactional
  public List<EventAnswer> handle(VisitId id, List<PhoneEvent> sent, Actor by) {
    var visit = visits.lock(id);
    var carer = by.carerId();
    if (carer == null || !(visit.carers().contains(carer) || visit.providerId().equals(by.organizationId()))) throw new NotFound();
    var stored = new ArrayList<>(events.of(visit.id()));
    var known = events.known(sent.stream().map(PhoneEvent::id).toList());
    var answers = new HashMap<UUID, EventAnswer>();
    var received = clock.instant();
    var before = new VisitProof(stored);
    for (var event : sent.stream().sorted(AS_TAKEN).toList()) {
      if (answers.containsKey(event.id())) continue;
      answers.put(event.id(), known.containsKey(event.id()) ? again(visit, event, known.get(event.id())) : take(visit, event, carer, by, stored, received));
    }
    if (stored.size() > before.events().size()) follow(visit, before, new VisitProof(stored), carer, by, received);
    return sent.stream().map(e -> answers.get(e.id())).toList();
  }

  private static EventAnswer again(Visit visit, PhoneEvent event, UUID storedFor) {
    return storedFor.equals(visit.id()) ? EventAnswer.already(event.id()) : EventAnswer.refused(event.id(), "id-used", "这条记录的编号已用在另一次上门，请重新记录。", false);
  }

  private EventAnswer take(Visit visit, PhoneEvent sent, UUID carer, Actor by, List<VisitEvent> stored, Instant received) {
    var checked = rules.check(visit, sent, carer, by, stored, received);
    if (checked.event() == null) return checked.answer();
    events.add(visit.id(), checked.event(), by.accountId());
    stored.add(checked.event());
    return checked.answer();
  }

  /** Moves the visit to where its events say it is. */
  private void follow(Visit visit, VisitProof before, VisitProof now, UUID carer, Actor by, Instant received) {
    if (visit.evidenceDigest() != null) return; // what comes after check-out is kept beside the frozen proof
    var in = now.checkIn();
    if (in.isPresent() && !visit.carers().contains(carer)) visits.addCarer(visit.id(), carer);
    visits.keepPresence(visit.id(), in.map(VisitEvent::at).orElse(null), now.checkOut().map(VisitEvent::at).orElse(null), received);
    var current = visit;
    var cancelled = visit.status() == VisitStatus.CANCELLED;
    if (in.isPresent() && VisitTransitions.allows(visit.status(), VisitStatus.CHECKED_IN)) {
      if (cancelled) visits.comeBack(visit.id(), carer);
      if (cancelled || visit.status() == VisitStatus.MISSED) make.reserveAgain(visit);
      visits.move(visit, VisitStatus.CHECKED_IN, received, by, cancelled ? "已取消，护理员仍上了门（手机离线后补报）" : visit.carers().contains(carer) ? null : "由未指派的同事上门");
      current = visits.lock(new VisitId(visit.id()));
    }
    if (now.checkOut().isPresent() && current.status() == VisitStatus.CHECKED_IN) checkOut(current, now, by, received);
  }

  private void checkOut(Visit visit, VisitProof proof, Actor by, Instant received) {
    var shortBelow = parameters.verification(visit.regionCode(), visit.day()).minimumDurationShare().value().doubleValue();
    visits.keepEvidence(visit.id(), proof.minutesDone(visit.durationMinutes(), visit.partMinutes() == null ? visit.unitMinutes() : visit.partMinutes(), visit.byTheHour(), shortBelow), Evidence.digest(visit.id(), proof.events()));
    visits.move(visit, VisitStatus.CHECKED_OUT, received, by, null);
    elders.recordContact(new ElderId(visit.elderId()), visit.day());
    cases.reach(new CaseId(visit.caseId()), CaseStep.VISITED, YearMonth.from(visit.day()), new CareCaseCommands.Reached(by, received, visit.regionCode(), null, visit.id(), visit.providerId()));
    verify.atCheckOut(new VisitId(visit.id()));
  }
}
