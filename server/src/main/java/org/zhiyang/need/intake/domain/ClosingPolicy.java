package org.zhiyang.need.intake.domain;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import org.zhiyang.need.intake.CaseStep;

/** No loop closes without feedback: a case with services ends only after the feedback of its last month of service; one without services only with the reason why there were none.
 *  Completed is more than ended: every month of service was paid too (what was good of it is asked after the payment), and steps that urgent help went past are made up. Whoever ends a case
 *  otherwise says why; the money of its last months then comes later and is recorded, the case stays where it stood.
 *  Source: mission map M254-M260 (效果反馈 is the last step of the loop, after 拨付). For the last month the database holds the same rule in a trigger. */
public final class ClosingPolicy {
  private ClosingPolicy() {}

  /** @param served the months with a visit and the steps each has reached; empty = never served; @param waived steps passed over for urgent help and not made up */
  public static void check(Closure closure, SortedMap<YearMonth, Set<CaseStep>> served, Set<CaseStep> waived) {
    if (closure == Closure.COMPLETED) checkCompleted(served, waived);
    else if (waitsForFeedback(served)) throw new IntakeRefusal.FeedbackMissing(served.lastKey());
  }

  /** Whether a closing for any reason waits for the feedback of the last month of service. */
  public static boolean waitsForFeedback(SortedMap<YearMonth, Set<CaseStep>> served) {
    return !served.isEmpty() && !served.lastEntry().getValue().contains(CaseStep.FELT);
  }

  private static void checkCompleted(SortedMap<YearMonth, Set<CaseStep>> served, Set<CaseStep> waived) {
    if (served.isEmpty()) throw new IntakeRefusal.NeverServed();
    for (var month : served.entrySet()) {
      var last = month.getKey().equals(served.lastKey());
      if (month.getValue().contains(CaseStep.PAID) && (!last || month.getValue().contains(CaseStep.FELT))) continue;
      var missing = EnumSet.range(CaseStep.VERIFIED, last ? CaseStep.FELT : CaseStep.PAID);
      missing.removeAll(month.getValue());
      throw new IntakeRefusal.MonthUnfinished(month.getKey(), missing.stream().toList());
    }
    if (!waived.isEmpty()) throw new IntakeRefusal.StepsToMakeUp(waived.stream().sorted().toList());
  }
}
