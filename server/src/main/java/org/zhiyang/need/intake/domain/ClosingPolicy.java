package org.zhiyang.need.intake.domain;

import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.CaseStep;

/** No loop closes without feedback: a case with services ends only after the feedback of its last month of service; one without services only with the reason why there were none.
 *  Steps that urgent help went past are made up before a case is called completed; whoever ends it otherwise says why.
 *  Source: mission map M254-M260 (效果反馈 is the last step of the loop). The database holds the same rule in a trigger. */
public final class ClosingPolicy {
  private ClosingPolicy() {}

  /** @param servedThrough last month with a visit, null = never served; @param felt whether that month has its feedback; @param waived steps passed over for urgent help and not made up */
  public static void check(Closure closure, @Nullable YearMonth servedThrough, boolean felt, Set<CaseStep> waived) {
    if (servedThrough == null && closure == Closure.COMPLETED) throw new IntakeRefusal.NeverServed();
    if (servedThrough != null && !felt) throw new IntakeRefusal.FeedbackMissing(servedThrough);
    if (closure == Closure.COMPLETED && !waived.isEmpty()) throw new IntakeRefusal.StepsToMakeUp(waived.stream().sorted().toList());
  }
}
