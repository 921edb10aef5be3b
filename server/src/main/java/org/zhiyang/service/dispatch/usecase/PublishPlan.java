package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.DayChange.Line;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.DayPlan;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.HandCheck;
import org.zhiyang.service.dispatch.domain.Overtaken;
import org.zhiyang.service.dispatch.domain.PlanStatus;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Makes a draft the day's truth: every visit that differs is assigned in home care, and each care case has reached "dispatched". All or nothing, and nothing that was changed since the draft was made. */
@Component
public class PublishPlan {
  private final PlanningDays days;
  private final DayPlans plans;
  private final Standings standings;
  private final Clock clock;

  PublishPlan(PlanningDays days, DayPlans plans, Standings standings, Clock clock) {
    this.days = days;
    this.plans = plans;
    this.standings = standings;
    this.clock = clock;
  }

  /** @param change the act, to be taken back by {@link UndoChange}; @param assigned, removed how many visits got carers or lost them; @param unserved left without
   *  @param refused visits that stay with a carer the elder refused, because somebody fixed them by hand */
  public record Published(UUID change, int assigned, int removed, int unserved, Provider provider, LocalDate day, List<VisitToPlan> refused) {}

  @Transactional
  public Published handle(UUID id, Actor by) {
    var found = plans.find(id, by.scope()).orElseThrow(NotFound::new);
    var provider = days.provider(found.provider(), by.scope());
    plans.lock(found.provider(), found.day());
    var plan = plans.find(id, by.scope()).orElseThrow(NotFound::new);
    if (plan.status() != PlanStatus.DRAFT) throw new DispatchRefusal.NotDraft(plan.status());
    var today = days.of(provider, plan.day(), true);
    var content = plans.contentOf(id);
    requireAsItWas(today, content.standings(), plans.standingsBefore(id));
    var lines = lines(today, content);
    requireStillPossible(today, lines);
    if (days.isFrozen(provider.regionCode(), plan.day())) requireToldStays(today, lines);
    var change = standings.carryOut(provider, plan.day(), lines, new Standings.Act(DayChange.Kind.PUBLICATION, id, null, null, false, false), by);
    plans.markPublished(plan, clock.instant(), by);
    return new Published(change, (int) lines.stream().filter(l -> !l.after().isEmpty()).count(), (int) lines.stream().filter(l -> l.after().isEmpty()).count(), content.unserved().size(), provider,
        plan.day(), HandCheck.fixedThoughRefused(today));
  }

  private static void requireAsItWas(PlanningDay day, Map<VisitId, Standing> after, Map<VisitId, Standing> before) {
    var changed = changedSince(day, after, before);
    if (changed > 0) throw new DispatchRefusal.PlanOutdated(changed);
  }

  /** Who changed a visit since the draft was made knew more than the draft, also of what it would leave where it was. What a colleague did just as the plan wants it is no clash. Answers how many such visits
   *  keep the draft from being published. */
  public static int changedSince(PlanningDay day, Map<VisitId, Standing> after, Map<VisitId, Standing> before) {
    var visits = day.byId();
    return (int) before.entrySet().stream().filter(was -> isChanged(visits.get(was.getKey()), was.getValue(), after.getOrDefault(was.getKey(), Standing.NOBODY))).count();
  }

  private static boolean isChanged(@Nullable VisitToPlan visit, Standing before, Standing after) {
    if (visit == null) return true;
    var present = Standing.of(visit);
    return !present.same(before) && !present.same(after);
  }

  /** What differs between the day and the plan. */
  private static List<Line> lines(PlanningDay day, DayPlan content) {
    var visits = day.byId();
    var lines = new ArrayList<Line>();
    content.standings().forEach((visit, after) -> add(lines, visits, visit, after));
    return lines;
  }

  private static void add(List<Line> lines, Map<VisitId, VisitToPlan> visits, VisitId id, Standing after) {
    var visit = visits.get(id);
    if (visit == null) throw new DispatchRefusal.PlanOutdated(1);
    var before = Standing.of(visit);
    if (before.same(after)) return;
    if (visit.locked()) throw new DispatchRefusal.PlanOutdated(1);
    lines.add(new Line(id, before, false, after));
  }

  private static void requireStillPossible(PlanningDay day, List<Line> lines) {
    var broken = HandCheck.brokenAfter(day, lines);
    var past = Overtaken.past(day, lines);
    if (broken + past > 0) throw new DispatchRefusal.PlanOutdated(broken + past);
  }

  /** A draft from before the freeze may want to move what was told. What broke a rule since may move: it cannot stay as it is. */
  private static void requireToldStays(PlanningDay day, List<Line> lines) {
    var broken = HandCheck.brokenIn(day);
    var moved = (int) lines.stream().filter(l -> !l.before().isEmpty() && !broken.contains(l.visit())).count();
    if (moved > 0) throw new DispatchRefusal.PlanOutdated(moved);
  }
}
