package org.zhiyang.service.dispatch.domain;

/** Plans one provider's day: the port behind which heuristics and optimisers stand.
 *
 *  <p>Every planner keeps the {@link HardRule}s, leaves locked visits where they are, and answers every visit: either with an assignment or with the reason why
 *  not. The same day gives the same plan as long as its search ends before its time is over. No database. */
public interface RoutePlanner {
  /** Name and version, stored with the plan, e.g. {@code care-search/1}. */
  String name();

  DayPlan plan(PlanningDay day);
}
