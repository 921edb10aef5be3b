package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Days that are planned together see each other as far as they are planned, and what stands on all other days. */
final class DraftDuties {
  private final Set<LocalDate> planned;
  private final List<DayDraft> drafts;

  /** @param drafts grows while the days are drafted */
  DraftDuties(List<PlanningDay> days, List<DayDraft> drafts) {
    this.planned = days.stream().map(PlanningDay::day).collect(Collectors.toSet());
    this.drafts = drafts;
  }

  Elsewhere around(PlanningDay day) {
    return (carer, date) -> planned.contains(date)
        ? drafts.stream().filter(d -> d.day().equals(date)).map(d -> d.duty(carer)).filter(java.util.Objects::nonNull).findFirst().orElse(null)
        : day.elsewhere().on(carer, date);
  }
}
