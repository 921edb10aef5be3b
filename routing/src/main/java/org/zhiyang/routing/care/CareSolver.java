package org.zhiyang.routing.care;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.SearchLimits;

/** Plans the visits of a {@link CareProblem}. Every answer has passed the independent checker. The same seed, one thread and a limit of iterations give the same plan. */
public interface CareSolver {
  /** The best plan found within the limits. {@code progress} hears of better plans now and then, the first legal one at once. */
  CarePlan solve(CareProblem problem, SearchLimits limits, Consumer<Progress> progress);

  /**
   * Makes the standing plan of the problem legal again after something changed (a carer is gone, a visit is new or cancelled, a carer is late), moving few others: visits
   * that can stay stay. Of all plans found within the limits, the fewest unserved (by priority) counts, then the fewest other visits moved by more than the tolerance or given to another carer, then the cost.
   */
  Repair repair(CareProblem changed, RepairLimits limits);

  /** What each carer, or the one named, would mean for a visit: possible ones first, by cost. {@code start} null: the best start in its window. */
  List<CareOption> options(CareProblem problem, CarePlan plan, String visit, @Nullable String carer, @Nullable Integer start);

  /** For visits left out: why, and what would solve it, the easiest first. */
  List<Unserved> unserved(CareProblem problem, CarePlan plan);

  record Progress(Duration passed, CareScore score) {}

  /** @param tolerance minutes by which another visit may shift without counting as moved; @param mostMoved at most so many others; a visit that cannot be had for that stays unserved, unless
   * its priority is {@code vital} or more. What moves by itself, since its carer is late, counts too */
  record RepairLimits(Duration time, int tolerance, int mostMoved, int vital, long seed) {}

  /** @param moved ids of other visits moved by more than the tolerance or given to another carer; @param placed, lost visits newly served, and served before but no more */
  record Repair(CarePlan plan, List<String> moved, List<String> placed, List<String> lost) {}

  /** @param rules how many carers each rule keeps out, the last obstacle of each carer */
  record Unserved(String visit, List<Obstacle> rules, List<Remedy> remedies) {
    public record Obstacle(CareRule rule, int carers) {}

    /** @param carer whom it concerns, null where nobody in particular; @param start the other start, null where none */
    public record Remedy(Means means, @Nullable String carer, @Nullable Integer start) {}

    public enum Means {
      /** A carer could come at another time of that day. */ OTHER_TIME,
      /** A carer without a shift then would be able. */ CALL_IN,
      /** A carer could come with an hour more of shift or day. */ LONGER_SHIFT,
      /** A carer lacks only a valid certificate. */ RENEW_CERTIFICATE,
      /** A carer of another pool could come. */ OTHER_POOL
    }
  }
}
