package org.zhiyang.service.dispatch.web;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.dispatch.domain.HardRule;
import org.zhiyang.service.dispatch.domain.MovePreview;
import org.zhiyang.service.dispatch.domain.MovePreview.Span;
import org.zhiyang.service.dispatch.usecase.AssignByHand;
import org.zhiyang.service.homecare.VisitId;

/** What a drag across the board shows: where a visit may stand and what it costs there, for all carers of the day at once. */
@RestController
class DispatchMovesController {
  private final AssignByHand assignByHand;
  private final DispatchWords words;
  private final CurrentActor current;

  DispatchMovesController(AssignByHand assignByHand, DispatchWords words, CurrentActor current) {
    this.assignByHand = assignByHand;
    this.words = words;
    this.current = current;
  }

  /** @param from, to first and last start, both included; @param extraMinutes more travel for this carer; @param dayMinutes their service and travel that day with the visit
   *  @param rule null where the visit may stand; @param otherVisit the one in the way */
  record MoveSpan(LocalTime from, LocalTime to, int extraMinutes, int dayMinutes, @Nullable HardRule rule, @Nullable UUID otherVisit) {}

  /** @param plannedMinutes service and travel of that day without the visit; @param spans without gap from the first to the last start in the hours of dispatch */
  record CarerMoves(DispatchWords.Person carer, boolean usual, boolean wished, int plannedMinutes, List<MoveSpan> spans) {}

  /** @param maximumMinutes most minutes of service and travel for one carer a day */
  record Moves(UUID visit, int maximumMinutes, List<CarerMoves> carers) {}

  @GetMapping("/api/dispatch/visits/{id}/moves")
  @Guarded(permission = "dispatch.write")
  Moves moves(@PathVariable UUID id) {
    var open = assignByHand.look(new VisitId(id), current.get());
    var names = words.names(open.day().carers().stream().map(Carer::id).toList());
    var visit = open.visit();
    var carers = new MovePreview(open.day(), visit).rows().stream().map(row -> new CarerMoves(names.apply(row.carer()), row.carer().equals(visit.usualCarer()),
        visit.wishes().wanted().contains(row.carer()), row.plannedMinutes(), row.spans().stream().map(DispatchMovesController::span).toList())).toList();
    return new Moves(id, open.day().settings().maximumMinutesPerDay(), carers);
  }

  private static MoveSpan span(Span span) {
    return new MoveSpan(time(span.from()), time(span.to()), span.extraMinutes(), span.dayMinutes(), span.rule(), span.other() == null ? null : span.other().value());
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L);
  }
}
