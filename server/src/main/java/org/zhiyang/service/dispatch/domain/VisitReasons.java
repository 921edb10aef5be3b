package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.routing.care.CareOption;
import org.zhiyang.routing.care.CareRule;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Why a visit goes to whom it goes, and what each other carer would mean; for one that goes to nobody why, and what would solve it. Worked out when it is asked for. */
public final class VisitReasons {
  private final CareSolver solver;

  public VisitReasons(CareSolver solver) {
    this.solver = solver;
  }

  /**
   * What one carer would mean instead of the chosen one, everybody else going their order; in place of nobody where none is chosen.
   *
   * @param from the start it would get; @param rule what is in the way, null when they may go; @param other the visit in the way, null where it is none
   * @param extraMinutes of travel, may be negative; @param extraCost all wishes in minutes of travel; @param moved other visits that would begin at another time
   */
  public record Choice(CarerId carer, boolean chosen, LocalTime from, @Nullable HardRule rule, @Nullable VisitId other, int extraMinutes, int newFaces, int minutesOffWish, int notWished, double extraCost,
      int moved) {}

  /** @param standing who goes when, nobody for an open visit; @param choices the chosen first, then possible ones by cost; @param unserved null where somebody goes */
  public record Reasons(Standing standing, List<Choice> choices, @Nullable Unserved unserved) {}

  /** @param placed who goes where when, of the whole day: as it stands, or as a draft has it */
  public Reasons of(PlanningDay day, Map<VisitId, Standing> placed, VisitToPlan visit) {
    var others = new HashMap<VisitId, Standing>(placed);
    others.values().removeIf(Standing::isEmpty);
    var own = Optional.ofNullable(others.remove(visit.id())).orElse(Standing.NOBODY);
    var free = HandCheck.placed(day, Map.of(visit.id(), Standing.NOBODY));
    var problem = EngineProblem.of(List.of(free), pinned(day, others), others);
    var unserved = own.isEmpty() ? new DayLook(HandCheck.placed(free, placed)).open().get(visit.id()) : null;
    var name = problem.namesOf(visit.id()).stream().findFirst();
    if (name.isEmpty()) return new Reasons(own, List.of(), unserved == null ? null : unserved.orElse(null));
    var standing = new HashMap<VisitId, Standing>(others);
    if (!own.isEmpty()) standing.put(visit.id(), own);
    var options = solver.options(problem.problem(), problem.plan(standing, day.day()), name.get(), null, null);
    var choices = new ArrayList<Choice>();
    for (var option : options) choices.add(choice(problem, day, visit, option, own));
    choices.sort(java.util.Comparator.comparing((Choice c) -> !c.chosen()).thenComparing(c -> c.rule() != null));
    return new Reasons(own, choices, unserved == null ? null : unserved.orElse(null));
  }

  /** What is locked is not moved to make room. */
  private static Map<VisitId, Standing> pinned(PlanningDay day, Map<VisitId, Standing> placed) {
    var pinned = new HashMap<VisitId, Standing>();
    for (var visit : day.visits()) if (DayDraft.isLocked(visit) && placed.containsKey(visit.id())) pinned.put(visit.id(), Objects.requireNonNull(placed.get(visit.id())));
    return pinned;
  }

  private static Choice choice(EngineProblem problem, PlanningDay day, VisitToPlan visit, CareOption option, Standing own) {
    var carer = EngineProblem.carer(option.carer());
    var other = problem.visitNamed(option.with());
    var chosen = own.carers().contains(carer);
    return new Choice(carer, chosen, chosen && own.from() != null ? own.from() : problem.timeOf(option.start()), chosen ? unfit(day, visit, carer) : rule(day, visit, carer, option.broken()), other == null ? null : other.id(), option.extraTravel(),
        option.newFaces(), option.offWishMinutes(), option.notPreferred(), option.extraCost(), option.moved());
  }

  /** Whoever goes already may have become unfit since: refused by the elder, without the certificate. */
  private static @Nullable HardRule unfit(PlanningDay day, VisitToPlan visit, CarerId id) {
    var carer = day.carers().stream().filter(c -> c.id().equals(id)).findFirst();
    return carer.isEmpty() ? HardRule.ON_DUTY : Qualification.missing(visit, carer.get());
  }

  /** The engine's rules in the words of the house. */
  private static @Nullable HardRule rule(PlanningDay day, VisitToPlan visit, CarerId id, @Nullable CareRule broken) {
    if (broken == null) return null;
    return switch (broken) {
      case POOL -> HardRule.ON_DUTY;
      case REFUSED -> HardRule.REFUSED;
      case UNREACHABLE -> HardRule.UNREACHABLE;
      case SKILL, LEVEL, EXPIRED -> day.carers().stream().filter(c -> c.id().equals(id)).findFirst()
          .map(c -> visit.requiredSkill() != null && !c.skills().contains(visit.requiredSkill()) ? HardRule.SKILL : HardRule.CERTIFICATE).orElse(HardRule.ON_DUTY);
      case SHIFT, BREAK -> day.carers().stream().anyMatch(c -> c.id().equals(id) && c.shifts().isEmpty()) ? HardRule.ON_DUTY : HardRule.SHIFT;
      case ONE_PLACE, PIN -> HardRule.ONE_PLACE;
      case WINDOW -> HardRule.WINDOW;
      case NOT_IN_THE_PAST -> HardRule.NOT_IN_THE_PAST;
      case DAY_LENGTH -> HardRule.DAY_LENGTH;
      case WEEK_LENGTH -> HardRule.WEEK_LENGTH;
      case REST -> HardRule.REST;
      case LINK -> HardRule.CREW;
    };
  }
}
