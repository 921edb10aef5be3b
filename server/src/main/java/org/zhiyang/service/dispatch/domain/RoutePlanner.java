package org.zhiyang.service.dispatch.domain;

/** DayPlans one provider's day: the port behind which heuristics and optimisers stand.
 *
 *  <p>Every planner keeps the {@link HardRule}s, leaves locked visits where they are, and answers every visit: either with an assignment or with the reason why
 *  not. The same day gives the same plan. Pure: no clock, no database. */
public interface RoutePlanner {
  /** Name and version, stored with the plan, e.g. {@code regret-insertion/1}. */
  String name();

  DayPlan plan(PlanningDay day);
}
