package org.zhiyang.service.homecare.usecase;

import java.security.SecureRandom;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.VisitVerified;
import org.zhiyang.service.homecare.domain.Finding;
import org.zhiyang.service.homecare.domain.SamplePolicy;
import org.zhiyang.service.homecare.domain.VerificationPolicy;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitSeen;
import org.zhiyang.service.homecare.store.Surroundings;
import org.zhiyang.service.homecare.store.Visits;

/** Verifies finished visits: right at check-out, so that what is wrong is known at once, and every night again, when the whole day is known. The night makes the rest NORMAL, draws the random
 *  sample among them and confirms the others. */
@Component
class VerifyVisits {
  private static final int CHUNK = 500;

  private final Visits visits;
  private final Surroundings surroundings;
  private final HomecareParameters parameters;
  private final RulingStore rulings;
  private final DecideVisit decide;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  VerifyVisits(Visits visits, Surroundings surroundings, HomecareParameters parameters, RulingStore rulings, DecideVisit decide, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.visits = visits;
    this.surroundings = surroundings;
    this.parameters = parameters;
    this.rulings = rulings;
    this.decide = decide;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A visit just checked out: with a finding it is ABNORMAL now; without one it stays CHECKED_OUT until the night has seen the whole day. */
  @Transactional(propagation = Propagation.MANDATORY)
  void atCheckOut(VisitId id) {
    var visit = visits.lock(id);
    var ruling = apply(see(List.of(visit)).getFirst());
    if (!ruling.outcome().isEmpty()) abnormal(visit, ruling);
  }

  /** The night before {@code day}: everything checked out on earlier days. Runs in the daily job's transaction, in chunks of {@value #CHUNK}. */
  @Transactional(propagation = Propagation.MANDATORY)
  void nightBefore(LocalDate day) {
    leftOpen(day);
    var seed = seed(day);
    while (true) {
      var chunk = visits.list("where v.status = 'CHECKED_OUT' and v.day < :day order by v.day, v.id limit " + CHUNK + " for update of v", Map.of("day", Date.valueOf(day)));
      if (chunk.isEmpty()) return;
      for (var seen : see(chunk)) {
        var visit = seen.visit();
        var ruling = apply(seen);
        if (ruling.outcome().isEmpty()) normal(visit, ruling, day, seed);
        else abnormal(visit, ruling);
      }
    }
  }

  /** Looks once more at a visit no person has decided, now that more is known of its day. With nothing found nothing changes; else the findings are those of now, and it waits for a person.
   *  Answers whether it does.
   *
   *  @param why in Chinese, for its story */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean again(Visit visit, String why) {
    var ruling = apply(see(List.of(visit)).getFirst());
    if (ruling.outcome().isEmpty()) return false;
    var flags = EnumSet.noneOf(VisitFlag.class);
    ruling.outcome().forEach(f -> flags.add(f.flag()));
    visits.keepFindings(visit.id(), flags, ruling.outcome(), visit.sampled(), store(visit, ruling));
    if (visit.status() == VisitStatus.ABNORMAL) visits.note(visit.id(), VisitStatus.ABNORMAL, VisitStatus.ABNORMAL, clock.instant(), Actor.PLATFORM, why);
    else visits.move(visit, VisitStatus.ABNORMAL, clock.instant(), Actor.PLATFORM, why);
    tell(visit, false, flags, visit.sampled());
    return true;
  }

  /** What the rules had confirmed, and find nothing against once more. */
  @Transactional(propagation = Propagation.MANDATORY)
  void confirmAgain(Visit visit, String why) {
    visits.keepFindings(visit.id(), Set.of(), List.of(), visit.sampled(), null);
    tell(visit, true, Set.of(), visit.sampled());
    decide.handle(new VisitId(visit.id()), true, why, Actor.PLATFORM);
  }

  /** Nobody checked out by the night after: a person decides on what there is. */
  private void leftOpen(LocalDate day) {
    for (var visit : visits.list("where v.status = 'CHECKED_IN' and v.day < :day order by v.id for update of v", Map.of("day", Date.valueOf(day.minusDays(1))))) {
      var seen = see(List.of(visit)).getFirst();
      visits.keepEvidence(visit.id(), 0, Evidence.digest(visit.id(), seen.proof().events()));
      abnormal(visit, apply(seen));
    }
  }

  private List<VisitSeen> see(List<Visit> some) {
    var first = some.getFirst();
    var window = parameters.verification(first.regionCode(), first.day()).batchWindowMinutes().value();
    return surroundings.of(some, Duration.ofMinutes(window));
  }

  private Ruling<List<Finding>> apply(VisitSeen seen) {
    return VerificationPolicy.apply(seen, parameters.verification(seen.visit().regionCode(), seen.visit().day()));
  }

  private void abnormal(Visit visit, Ruling<List<Finding>> ruling) {
    var flags = EnumSet.noneOf(VisitFlag.class);
    ruling.outcome().forEach(f -> flags.add(f.flag()));
    visits.keepFindings(visit.id(), flags, ruling.outcome(), false, store(visit, ruling));
    visits.move(visit, VisitStatus.ABNORMAL, clock.instant(), Actor.PLATFORM, null);
    tell(visit, false, flags, false);
  }

  private void normal(Visit visit, Ruling<List<Finding>> ruling, LocalDate day, long seed) {
    var share = parameters.get(HomecareParameters.RANDOM_SHARE, visit.regionCode(), visit.day()).value();
    var sampled = SamplePolicy.isDrawn(seed, visit.id(), share);
    jdbc.sql("update homecare.sample_run set looked_at = looked_at + 1, sampled = sampled + :drawn where day = :day").param("drawn", sampled ? 1 : 0).param("day", Date.valueOf(day)).update();
    visits.keepFindings(visit.id(), Set.of(), List.of(), sampled, store(visit, ruling));
    visits.move(visit, VisitStatus.NORMAL, clock.instant(), Actor.PLATFORM, sampled ? "随机抽中回访" : null);
    tell(visit, true, Set.of(), sampled);
    if (!sampled) decide.handle(new VisitId(visit.id()), true, null, Actor.PLATFORM);
  }

  private java.util.UUID store(Visit visit, Ruling<List<Finding>> ruling) {
    var subject = new RulingStore.Subject("visit", visit.id(), visit.regionCode(), visit.elderId(), false);
    return rulings.store(ruling, subject, clock.instant(), "clock").value();
  }

  private void tell(Visit visit, boolean normal, Set<VisitFlag> flags, boolean sampled) {
    events.publishEvent(new VisitVerified(new VisitId(visit.id()), new ElderId(visit.elderId()), new ProviderId(visit.providerId()), visit.regionCode(), visit.day(), normal, Set.copyOf(flags),
        sampled, clock.instant()));
  }

  /** The day's seed, made once and kept. */
  private long seed(LocalDate day) {
    var share = parameters.get(HomecareParameters.RANDOM_SHARE, org.zhiyang.platform.policy.Parameters.NATIONAL, day).value();
    jdbc.sql("insert into homecare.sample_run (day, seed, share) values (:day, :seed, :share) on conflict do nothing").param("day", Date.valueOf(day))
        .param("seed", new SecureRandom().nextLong()).param("share", share).update();
    return jdbc.sql("select seed from homecare.sample_run where day = :day").param("day", Date.valueOf(day)).query(Long.class).single();
  }
}
