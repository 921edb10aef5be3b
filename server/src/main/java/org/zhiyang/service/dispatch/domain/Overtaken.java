package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.service.dispatch.domain.DayChange.Line;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.homecare.VisitToPlan;

/** What became of the day a proposal was made for. */
public final class Overtaken {
  /** A proposal that sends somebody at once is not void because a person took some minutes to read it. */
  private static final int MINUTES_TO_DECIDE = 5;

  private Overtaken() {}

  /** How many of the changes cannot be carried out any more: the visit is gone, stands otherwise, would have to begin before now, or a hard rule would be broken. */
  public static int lines(PlanningDay day, List<Line> lines) {
    var visits = day.byId();
    return (int) lines.stream().filter(line -> isOutdated(visits.get(line.visit()), line, day.notBefore())).count() + HandCheck.brokenAfter(day, lines);
  }

  /** How many of the changes would have somebody begin before now. */
  public static int past(PlanningDay day, List<Line> lines) {
    var now = day.notBefore();
    return now == null ? 0 : (int) lines.stream().filter(line -> line.after().from() != null && line.after().from().isBefore(now)).count();
  }

  /** Somebody changed the day, a visit of the proposal began, one of its causes is gone, or somebody could take what nobody could: it has to be made anew. */
  public static boolean is(Repair repair, DayRepair.Situation situation) {
    var lines = repair.lines().stream().map(Repair.Line::change).toList();
    return lines.stream().anyMatch(line -> situation.begun().containsKey(line.visit())) || lines(situation.day(), lines) > 0 || holding(repair.causes(), situation).size() < repair.causes().size()
        || isSolvable(repair, situation.day());
  }

  private static boolean isSolvable(Repair repair, PlanningDay day) {
    var unsolved = repair.unsolved().stream().map(Unserved::visit).collect(Collectors.toSet());
    return DayRepair.unsolved(day, repair.lines(), unsolved).size() < unsolved.size();
  }

  private static boolean isOutdated(@Nullable VisitToPlan visit, Line line, @Nullable LocalTime now) {
    if (visit == null || !Standing.of(visit).same(line.before()) || visit.locked() && !line.beforeLocked()) return true;
    return now != null && line.after().from() != null && line.after().from().isBefore(now.minusMinutes(MINUTES_TO_DECIDE));
  }

  /** The causes that still hold: the carer is still away, late or not wanted, the added visit still has nobody. What a person asked without saying whom it is about holds until it is decided. */
  public static List<Repair.About> holding(List<Repair.About> causes, DayRepair.Situation situation) {
    var visits = situation.day().byId();
    var late = Delays.of(situation).stream().map(Delays.Delay::carer).collect(Collectors.toSet());
    return causes.stream().filter(about -> switch (about.cause()) {
      case ABSENCE -> about.carer() == null || situation.day().carers().stream().noneMatch(c -> c.id().equals(about.carer()) && !c.absent());
      case URGENT -> about.visit() == null || visits.containsKey(about.visit()) && Standing.of(visits.get(about.visit())).isEmpty() && !situation.begun().containsKey(about.visit());
      case REFUSED -> about.visit() == null || visits.containsKey(about.visit()) && isSentUnwanted(visits.get(about.visit())) && !situation.begun().containsKey(about.visit());
      case LATE -> about.carer() == null || late.contains(about.carer());
      case CANCELLATION, OTHER -> true;
    }).toList();
  }

  private static boolean isSentUnwanted(VisitToPlan visit) {
    return visit.carers().stream().anyMatch(visit.wishes().refused()::contains);
  }
}
