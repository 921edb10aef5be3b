package org.zhiyang.service.dispatch.usecase;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.DayChange.Line;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.HandCheck;
import org.zhiyang.service.dispatch.domain.Overtaken;
import org.zhiyang.service.dispatch.store.DayChanges;
import org.zhiyang.service.dispatch.store.DayPlans;

/** Takes a publication or a change by hand back as a whole, while nothing of it was changed again or begun and nobody would have to be somewhere before now. Both acts stay in the record. */
@Component
public class UndoChange {
  private final PlanningDays days;
  private final DayPlans plans;
  private final DayChanges changes;
  private final Standings standings;

  UndoChange(PlanningDays days, DayPlans plans, DayChanges changes, Standings standings) {
    this.days = days;
    this.plans = plans;
    this.changes = changes;
    this.standings = standings;
  }

  @Transactional
  public UUID handle(UUID id, Actor by) {
    var change = changes.find(id, by.scope()).orElseThrow(NotFound::new);
    var provider = days.provider(change.provider(), by.scope());
    days.requireAhead("day", change.day());
    plans.lock(change.provider(), change.day());
    if (changes.isReversed(id)) throw new DispatchRefusal.ChangedSince(change.lines().size());
    var day = days.of(provider, change.day(), true);
    var visits = day.byId();
    var changedSince = (int) change.lines().stream().filter(l -> visits.get(l.visit()) == null || !Standing.of(visits.get(l.visit())).same(l.after())).count();
    if (changedSince > 0) throw new DispatchRefusal.ChangedSince(changedSince);
    var back = change.lines().stream().map(l -> new Line(l.visit(), l.after(), l.beforeLocked(), l.before())).toList();
    var over = Overtaken.past(day, back);
    if (over > 0) throw new DispatchRefusal.TimeOver(over);
    var broken = HandCheck.brokenAfter(day, back);
    if (broken > 0) throw new DispatchRefusal.PlanOutdated(broken);
    return standings.carryOut(provider, change.day(), back, new Standings.Act(DayChange.Kind.REVERSAL, null, id, "撤回", false, true), by);
  }
}
