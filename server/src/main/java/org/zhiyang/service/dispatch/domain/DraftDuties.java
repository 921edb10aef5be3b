package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Days that are planned together see each other as far as they are planned, and what stands on all other days. */
final class DraftDuties {
  private final Map<LocalDate, List<DayDraft>> drafts = new HashMap<>();

  DraftDuties(List<PlanningDay> days) {
    days.forEach(day -> drafts.put(day.day(), new ArrayList<>()));
  }

  /** From now on the others see this day. */
  void add(DayDraft draft) {
    Objects.requireNonNull(drafts.get(draft.day())).add(draft);
  }

  Elsewhere around(PlanningDay day) {
    return (carer, date) -> {
      var planned = drafts.get(date);
      if (planned == null) return day.elsewhere().on(carer, date);
      return planned.stream().map(draft -> draft.duty(carer)).filter(Objects::nonNull).findFirst().orElse(null);
    };
  }
}
