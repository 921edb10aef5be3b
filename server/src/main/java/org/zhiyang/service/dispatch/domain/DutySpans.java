package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareCarer;

/** A carer's day for the engine: one shift with gaps, cut around fixed visits that lie outside of it: who is still at one when a shift begins goes on from there, who has to be at one by the end of a shift sets out
 *  in time. Such a visit has a span of its own in which nothing else fits; one that lies
 *  in a gap takes its time from the gap. */
final class DutySpans {
  /** A fixed visit so soon after a shift binds its end. */
  private static final int SOON_MINUTES = 30;

  private final int handover;
  private final List<Span> spans = new ArrayList<>();
  private List<CareCarer.Gap> gaps = new ArrayList<>();

  private DutySpans(int handover) {
    this.handover = handover;
  }

  /** Minutes of the engine's count, {@code to} exclusive. */
  record Fixed(int from, int to, int place) {}

  private record Span(int from, int to, int startPlace, @Nullable Integer endPlace) {}

  static List<CareCarer.Shift> of(List<DutyHours> hours, int midnight, int base, List<Fixed> fixed, int handover) {
    var spans = new DutySpans(handover);
    if (!hours.isEmpty()) spans.spans.add(new Span(midnight + hours.getFirst().from(), midnight + hours.getLast().to(), base, null));
    for (int n = 1; n < hours.size(); n++) spans.gaps.add(new CareCarer.Gap(midnight + hours.get(n - 1).to(), midnight + hours.get(n).from()));
    fixed.stream().sorted(Comparator.comparingInt(Fixed::from).thenComparingInt(Fixed::to)).forEach(spans::cutAround);
    return spans.spans.stream().sorted(Comparator.comparingInt(Span::from)).map(s -> new CareCarer.Shift(s.from(), s.to(), s.startPlace(), s.endPlace(), List.of(), spans.gapsIn(s))).toList();
  }

  private List<CareCarer.Gap> gapsIn(Span span) {
    return isFixed(span) ? List.of() : gaps.stream().map(g -> new CareCarer.Gap(Math.max(g.from(), span.from()), Math.min(g.to(), span.to()))).filter(g -> g.from() < g.to()).toList();
  }

  private void cutAround(Fixed visit) {
    gaps = gaps.stream().flatMap(g -> Stream.of(new CareCarer.Gap(g.from(), Math.min(g.to(), visit.from())), new CareCarer.Gap(Math.max(g.from(), visit.to()), g.to()))).filter(g -> g.from() < g.to()).toList();
    if (spans.stream().anyMatch(s -> s.from() <= visit.from() && visit.to() <= s.to())) return;
    var from = visit.from();
    var to = visit.to();
    for (var span : List.copyOf(spans)) {
      if (span.to() <= visit.from() - SOON_MINUTES || span.from() >= visit.to() + handover || isFixed(span) && span.to() <= visit.from()) continue;
      spans.remove(span);
      if (span.from() < visit.from()) {
        if (isFixed(span)) from = span.from();
        else spans.add(new Span(span.from(), Math.min(span.to(), visit.from()), span.startPlace(), visit.place()));
      } else if (isFixed(span)) {
        to = Math.max(to, span.to());
      } else if (span.to() > visit.to() + handover) {
        spans.add(new Span(visit.to() + handover, span.to(), visit.place(), span.endPlace()));
      }
    }
    spans.add(new Span(from, to, visit.place(), visit.place()));
  }

  /** Spans of fixed visits end where they begin; shifts end anywhere. */
  private static boolean isFixed(Span span) {
    return span.endPlace() != null && span.endPlace() == span.startPlace();
  }
}
