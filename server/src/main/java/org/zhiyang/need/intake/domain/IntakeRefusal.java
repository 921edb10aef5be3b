package org.zhiyang.need.intake.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;

/** An expected "no" of needs and cases; nothing was changed. */
public abstract sealed class IntakeRefusal extends RuntimeException {
  private IntakeRefusal(String message) {
    super(message, null, false, false);
  }

  /** The same services were asked for already and the case is open; sent again as a supplement it joins. */
  public static final class SameNeedOpen extends IntakeRefusal {
    private final CaseId careCase;
    private final String caseNumber;
    private final Instant capturedAt;

    public SameNeedOpen(CaseId careCase, String caseNumber, Instant capturedAt) {
      super("the same need is open already");
      this.careCase = careCase;
      this.caseNumber = caseNumber;
      this.capturedAt = capturedAt;
    }

    public CaseId careCase() {
      return careCase;
    }

    public String caseNumber() {
      return caseNumber;
    }

    public Instant capturedAt() {
      return capturedAt;
    }
  }

  /** The case had services in that month and nobody has said how they felt. */
  public static final class FeedbackMissing extends IntakeRefusal {
    private final YearMonth month;

    public FeedbackMissing(YearMonth month) {
      super("feedback of the last service month is missing");
      this.month = month;
    }

    public YearMonth month() {
      return month;
    }
  }

  /** A month of service has not come to its end: it is still to be evaluated, settled, paid or felt. The case can be completed afterwards. */
  public static final class MonthUnfinished extends IntakeRefusal {
    private final YearMonth month;
    private final List<CaseStep> missing;

    public MonthUnfinished(YearMonth month, List<CaseStep> missing) {
      super("the month still waits for " + missing);
      this.month = month;
      this.missing = List.copyOf(missing);
    }

    public YearMonth month() {
      return month;
    }

    public List<CaseStep> missing() {
      return missing;
    }
  }

  /** "Completed" cannot be said of a case without any service; the reason why there was none can. */
  public static final class NeverServed extends IntakeRefusal {
    public NeverServed() {
      super("no service was given");
    }
  }

  public static final class AlreadyClosed extends IntakeRefusal {
    private final Instant closedAt;

    public AlreadyClosed(Instant closedAt) {
      super("the case is closed");
      this.closedAt = closedAt;
    }

    public Instant closedAt() {
      return closedAt;
    }
  }

  /** A case cannot pass to supply before it was assessed, found eligible and planned. */
  public static final class StepMissing extends IntakeRefusal {
    private final List<CaseStep> missing;

    public StepMissing(List<CaseStep> missing) {
      super("services cannot be ordered before " + missing);
      this.missing = List.copyOf(missing);
    }

    public List<CaseStep> missing() {
      return missing;
    }
  }

  /** Urgent help went past these steps; a completed case has them made up. */
  public static final class StepsToMakeUp extends IntakeRefusal {
    private final List<CaseStep> waived;

    public StepsToMakeUp(List<CaseStep> waived) {
      super("steps waived for urgent help are not made up: " + waived);
      this.waived = List.copyOf(waived);
    }

    public List<CaseStep> waived() {
      return waived;
    }
  }
}
