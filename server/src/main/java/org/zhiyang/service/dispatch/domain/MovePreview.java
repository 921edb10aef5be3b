package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Where one visit could stand in the day by hand, for every carer and every minute, all other visits standing where they are. Judges like {@link HandCheck}; made to be asked
 *  once when a drag begins. Minutes of the day. */
public final class MovePreview {
  private final PlanningDay day;
  private final VisitToPlan visit;
  private final int first;
  private final int last;

  public MovePreview(PlanningDay day, VisitToPlan visit) {
    this.day = day;
    this.visit = visit;
    this.first = day.settings().dayFrom().toSecondOfDay() / 60;
    this.last = day.settings().dayTo().toSecondOfDay() / 60 - visit.durationMinutes();
  }

  /** Starts that mean the same.
   *
   *  @param from, to first and last start, both included
   *  @param extraMinutes more travel for this carer; @param dayMinutes the carer's service and travel that day with the visit; both 0 where a rule other than those of working time is broken
   *  @param rule null where the visit may stand; @param other the visit in the way */
  public record Span(int from, int to, int extraMinutes, int dayMinutes, @Nullable HardRule rule, @Nullable VisitId other) {
    private boolean means(Span next) {
      return extraMinutes == next.extraMinutes && dayMinutes == next.dayMinutes && rule == next.rule && Objects.equals(other, next.other);
    }
  }

  /** @param plannedMinutes service and travel of the day without the visit
   *  @param spans by start, from the first to the last start in the hours of dispatch without gap; empty when the visit is longer than these */
  public record Row(CarerId carer, int plannedMinutes, List<Span> spans) {}

  public List<Row> rows() {
    var board = Board.withAssigned(day, other -> !other.id().equals(visit.id()));
    return board.routes().stream().map(this::row).toList();
  }

  private Row row(Route route) {
    var planned = route.travel() + route.stops().stream().mapToInt(Stop::minutes).sum();
    var missing = route.missing(visit);
    var spans = new ArrayList<Span>();
    for (int start = first; start <= last; start++) {
      var next = missing == null ? judged(route, planned, start) : new Span(start, start, 0, 0, missing, null);
      if (!spans.isEmpty() && spans.getLast().means(next)) spans.set(spans.size() - 1, reaching(spans.getLast(), start));
      else spans.add(next);
    }
    return new Row(route.carer().id(), planned, List.copyOf(spans));
  }

  private Span judged(Route route, int planned, int start) {
    if (day.notBefore() != null && start < Stop.minuteAfter(day.notBefore())) return new Span(start, start, 0, 0, HardRule.NOT_IN_THE_PAST, null);
    var tried = route.with(visit, start);
    if (!tried.possible()) return new Span(start, start, 0, 0, tried.broken(), tried.other());
    var extra = tried.travel() - route.travel();
    var minutes = planned + extra + visit.durationMinutes();
    return new Span(start, start, extra, minutes, route.overwork(visit, start), null);
  }

  private static Span reaching(Span span, int to) {
    return new Span(span.from(), to, span.extraMinutes(), span.dayMinutes(), span.rule(), span.other());
  }
}
