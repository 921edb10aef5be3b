package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.dispatch.domain.Delays;
import org.zhiyang.service.dispatch.domain.Overtaken;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.dispatch.store.Repairs;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitId;

/** Looks at the day as it goes: open proposals it has overtaken are made anew or fall, and carers who are so late that a visit cannot begin as told get one, in the evening one that only says so. */
@Component
class LookAtToday implements RepeatedJob {
  private static final Logger log = LoggerFactory.getLogger(LookAtToday.class);
  /** Nobody is looked at for less. */
  private static final Duration MARGIN = Duration.ofMinutes(5);
  /** What should have been over so long ago is no matter of dispatching any more. */
  private static final Duration LOOK_BACK = Duration.ofHours(2);
  /** A proposal takes most of a second to work out: on a day on which everything is late the rest waits for the next look. */
  private static final int MOST_A_LOOK = 20;

  private final ProposeRepair propose;
  private final PlanningDays days;
  private final Situations situations;
  private final Repairs repairs;
  private final HomecareQueries homecare;
  private final Clock clock;

  LookAtToday(ProposeRepair propose, PlanningDays days, Situations situations, Repairs repairs, HomecareQueries homecare, Clock clock) {
    this.propose = propose;
    this.days = days;
    this.situations = situations;
    this.repairs = repairs;
    this.homecare = homecare;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "dispatch.late-carers";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    var today = LocalDate.now(clock);
    var made = 0;
    for (var open : repairs.open(today)) if (made < MOST_A_LOOK && apart(open.provider(), () -> keepTrue(open))) made++;
    var behind = homecare.behind(today, clock.instant(), MARGIN, clock.instant().minus(LOOK_BACK)).stream().collect(Collectors.groupingBy(VisitFacts::provider, Collectors.mapping(VisitFacts::id, Collectors.toSet())));
    for (var one : behind.entrySet()) if (made < MOST_A_LOOK && apart(one.getKey(), () -> late(one.getKey(), today, one.getValue()))) made++;
  }

  /** One provider's trouble is not the next one's. True when something was worked out. */
  private static boolean apart(ProviderId provider, BooleanSupplier look) {
    try {
      return look.getAsBoolean();
    } catch (RuntimeException fault) {
      log.error("looking at today of provider {} failed", provider.value(), fault);
      return true;
    }
  }

  private boolean keepTrue(Repair open) {
    if (!Overtaken.is(open, situations.of(days.provider(open.provider(), new Scope.Everything()), open.day()))) return false;
    propose.again(open.id());
    return true;
  }

  /** One cause for each carer: those the open proposal names already, and visits somebody decided about before, ask for nothing new. */
  private boolean late(ProviderId id, LocalDate today, Set<VisitId> behind) {
    var asked = propose.openOf(id, today).stream().flatMap(open -> open.causes().stream()).filter(about -> about.cause() == Repair.Cause.LATE).flatMap(about -> Optional.ofNullable(about.carer()).stream())
        .collect(Collectors.toSet());
    var causes = Delays.of(situations.of(days.provider(id, new Scope.Everything()), today)).stream().filter(delay -> behind.contains(delay.because()) && !asked.contains(delay.carer()))
        .map(delay -> new Repair.About(Repair.Cause.LATE, delay.carer(), delay.because())).distinct().filter(about -> !propose.isKnown(java.util.Objects.requireNonNull(about.visit()), Repair.Cause.LATE)).toList();
    if (causes.isEmpty()) return false;
    propose.find(new ProposeRepair.Command(id, today, causes, null, Actor.PLATFORM));
    return true;
  }
}
