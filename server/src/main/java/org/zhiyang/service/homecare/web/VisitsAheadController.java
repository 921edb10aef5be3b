package org.zhiyang.service.homecare.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.HomecareQueries;

/** Before a carer leaves or an account is closed, often after they left: how many visits are still theirs. For whoever makes and closes carers' accounts; a provider asks about its own. */
@RestController
class VisitsAheadController {
  private final HomecareQueries homecare;
  private final WorkforceQueries workforce;
  private final CurrentActor current;
  private final Clock clock;

  VisitsAheadController(HomecareQueries homecare, WorkforceQueries workforce, CurrentActor current, Clock clock) {
    this.homecare = homecare;
    this.workforce = workforce;
    this.current = current;
    this.clock = clock;
  }

  /** @param firstOn, lastOn null without visits; @param leavesOn first day without work when one is written down, also a day that has passed */
  record VisitsAhead(int visits, @Nullable LocalDate firstOn, @Nullable LocalDate lastOn, @Nullable LocalDate leavesOn) {}

  /** {@code from}: today when not given. */
  @GetMapping("/api/carers/{id}/visits-ahead")
  @Guarded(permission = "account.write")
  VisitsAhead visitsAhead(@PathVariable UUID id, @RequestParam @Nullable LocalDate from) {
    var today = LocalDate.now(clock);
    var own = current.get().organizationId();
    var employment = workforce.employmentOf(new CarerId(id)).filter(e -> own == null || e.provider().value().equals(own)).orElseThrow(NotFound::new);
    var days = homecare.visitsAhead(new CarerId(id), from == null || from.isBefore(today) ? today : from);
    return new VisitsAhead(days.values().stream().mapToInt(Integer::intValue).sum(), days.isEmpty() ? null : days.firstKey(), days.isEmpty() ? null : days.lastKey(), employment.leftOn());
  }
}
