package org.zhiyang.service.dispatch.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.web.Problems;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.Objection;
import org.zhiyang.service.homecare.HomecareQueries;

/** The refusals of dispatch as problems. */
@RestControllerAdvice
@Order(100)
class DispatchProblems {
  private final DispatchWords words;
  private final HomecareQueries homecare;
  private final CurrentActor current;

  DispatchProblems(DispatchWords words, HomecareQueries homecare, CurrentActor current) {
    this.words = words;
    this.homecare = homecare;
    this.current = current;
  }

  @ExceptionHandler
  ProblemDetail on(DispatchRefusal refusal) {
    return switch (refusal) {
      case DispatchRefusal.PastDay r -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "dispatch/past-day", "a day that is over cannot be planned", Map.of("day", r.day()));
      case DispatchRefusal.NothingToPlan r -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "dispatch/nothing-to-plan", "no visits stand on that day", Map.of("day", r.day()));
      case DispatchRefusal.NotDraft r -> Problems.of(HttpStatus.CONFLICT, "dispatch/not-draft", "the plan was published or replaced already", Map.of("planStatus", r.status()));
      case DispatchRefusal.PlanOutdated r -> Problems.of(HttpStatus.CONFLICT, "dispatch/plan-outdated", "the day changed since the plan was made", Map.of("visits", r.visits()));
      case DispatchRefusal.RuleBroken r -> Problems.of(HttpStatus.CONFLICT, "dispatch/rule-broken", "the assignment breaks a hard rule", Map.of("objections", r.objections().stream().map(this::fields).toList()));
      case DispatchRefusal.VisitNotOpen r -> Problems.of(HttpStatus.CONFLICT, "dispatch/visit-not-open", "the visit has begun, is over or was cancelled", Map.of("visitStatus", r.status()));
      case DispatchRefusal.MovedMeanwhile r -> Problems.of(HttpStatus.CONFLICT, "dispatch/moved-meanwhile", "somebody else changed the visit meanwhile", present(r.present()));
      case DispatchRefusal.WeekUnderWay r -> Problems.of(HttpStatus.CONFLICT, "dispatch/week-under-way", "a week of this county is being planned already", Map.of("region", r.region()));
      case DispatchRefusal.NotProposed r -> Problems.of(HttpStatus.CONFLICT, "dispatch/not-proposed", "only an open proposal can be decided", Map.of("repairState", r.state()));
      case DispatchRefusal.NothingToRepair r -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "dispatch/nothing-to-repair", "nothing of that day needs repair", Map.of("day", r.day()));
      case DispatchRefusal.TimeOver r -> Problems.of(HttpStatus.CONFLICT, "dispatch/time-over", "visits would begin before now", Map.of("visits", r.visits()));
      case DispatchRefusal.ChangedSince r -> Problems.of(HttpStatus.CONFLICT, "dispatch/changed-since", "changed again since, cannot be taken back", Map.of("visits", r.visits()));
    };
  }

  private Map<String, Object> present(DayChange.Standing present) {
    var fields = new HashMap<String, Object>();
    fields.put("carers", present.carers().stream().map(words.names(present.carers())).toList());
    if (present.from() != null) fields.put("from", present.from());
    return fields;
  }

  private Map<String, Object> fields(Objection objection) {
    var fields = new HashMap<String, Object>();
    fields.put("rule", objection.rule());
    if (objection.carer() != null) fields.put("carer", words.names(List.of(objection.carer())).apply(objection.carer()));
    if (objection.other() != null) {
      homecare.findVisit(objection.other(), current.scope()).ifPresent(other -> {
        fields.put("otherVisit", other.id().value());
        fields.put("otherElder", words.nameOfElder(other.elder()));
        if (other.plannedFrom() != null) fields.put("otherFrom", other.plannedFrom().atZone(org.zhiyang.platform.clock.BusinessClock.ZONE).toOffsetDateTime());
      });
    }
    return fields;
  }
}
