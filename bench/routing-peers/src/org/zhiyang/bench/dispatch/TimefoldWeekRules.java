package org.zhiyang.bench.dispatch;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import org.zhiyang.bench.dispatch.TimefoldWeekPlan.Call;
import org.zhiyang.bench.dispatch.TimefoldWeekPlan.Turn;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareWeights;

/**
 * The hard rules that the lists do not keep of themselves, and the soft goals by the weights of the problem. Half a pair is worth half of what a visit is, so that the
 * other half is sought; who looks at the answer takes halves out. Fairness is measured against the load that service and a tenth more would give.
 */
public class TimefoldWeekRules implements ConstraintProvider {
  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    var hard = HardSoftScore.ONE_HARD;
    var soft = HardSoftScore.ONE_SOFT;
    return new Constraint[] {
        factory.forEachUnfiltered(Call.class).filter(c -> c.looped).penalize(hard, c -> 60L).asConstraint("pairs wait for each other"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(c -> c.late() > 0).penalize(hard, Call::late).asConstraint("window"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(c -> c.lateHome() > 0).penalize(hard, Call::lateHome).asConstraint("shift"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(Call::withoutBreak).penalize(hard, c -> 60L).asConstraint("break"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(Call::twice).penalize(hard, c -> 60L).asConstraint("one carer twice"),
        factory.forEach(Turn.class).filter(t -> t.overDay() > 0).penalize(hard, Turn::overDay).asConstraint("day"),
        factory.forEach(Turn.class).filter(t -> !t.calls.isEmpty()).groupBy(t -> t.carer, ConstraintCollectors.sum(Turn::work)).filter((c, work) -> work > c.mostMinutesAWeek())
            .penalize(hard, (c, work) -> work - c.mostMinutesAWeek()).asConstraint("week"),
        factory.forEachUnfiltered(Call.class).filter(c -> c.turn == null).penalize(soft, c -> (long) weights.unserved() * c.visit.priority()).asConstraint("unserved"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(c -> c.turn != null && c.timing != null && c.partner != null && c.timing.mate() == null)
            .penalize(soft, c -> (long) weights.unserved() * c.visit.priority() / 2).asConstraint("half a pair"),
        factory.forEach(Turn.class).filter(t -> !t.calls.isEmpty()).penalize(soft, Turn::travel).asConstraint("travel"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(c -> c.offWish() > 0).penalize(soft, c -> weights.offWish() * c.offWish()).asConstraint("off wish"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(c -> c.turn != null && !c.known.contains(c.turn.carer.id())).groupBy(c -> c.visit.elder(), c -> c.turn.carer)
            .penalize(soft, (elder, carer) -> (long) weights.newFace()).asConstraint("new face"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(c -> c.turn != null).groupBy(c -> c.visit.elder(), c -> c.turn.carer)
            .penalize(soft, (elder, carer) -> (long) weights.eachCarer()).asConstraint("each carer"),
        factory.forEachUnfiltered(Call.class).filter(Call::stands).filter(c -> c.turn != null && !c.visit.preferred().isEmpty() && !c.visit.preferred().contains(c.turn.carer.id()))
            .penalize(soft, c -> (long) weights.notPreferred()).asConstraint("not preferred"),
        factory.forEach(Turn.class).filter(t -> !t.calls.isEmpty()).groupBy(t -> t.carer, ConstraintCollectors.sum(Turn::work)).penalize(soft, TimefoldWeekRules::unfair).asConstraint("unfair")};
  }

  /** Both are set before each run. */
  static volatile CareWeights weights = new CareWeights(0, 0, 0, 0, 0, 0, 0);
  static volatile double load;

  private static long unfair(CareCarer carer, long work) {
    double above = (work - load * carer.shifts().stream().mapToLong(s -> s.to() - s.from()).sum()) / 60;
    return above > 0 ? Math.round(weights.unfair() * above * above) : 0;
  }
}
