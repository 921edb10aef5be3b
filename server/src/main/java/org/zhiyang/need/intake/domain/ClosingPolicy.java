package org.zhiyang.need.intake.domain;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** No loop closes without feedback: a case with services ends only after the feedback of its last month of service; one without services only with the reason why there were none.
 *  Source: mission map M254-M260 (效果反馈 is the last step of the loop). The database holds the same rule in a trigger. */
public final class ClosingPolicy {
  private ClosingPolicy() {}

  /** @param servedThrough last month with a visit, null = never served; @param felt whether that month has its feedback */
  public static void check(Closure closure, @Nullable YearMonth servedThrough, boolean felt) {
    if (servedThrough == null && closure == Closure.COMPLETED) throw new IntakeRefusal.NeverServed();
    if (servedThrough != null && !felt) throw new IntakeRefusal.FeedbackMissing(servedThrough);
  }
}
