package org.zhiyang.need.careplan.domain;

import java.util.List;
import java.util.UUID;
import org.zhiyang.need.intake.CaseStep;

/** An expected "no" of care plans. */
public abstract sealed class PlanRefusal extends RuntimeException {
  private PlanRefusal(String message) {
    super(message, null, false, false);
  }

  /** The step is not possible from where the plan stands. */
  public static final class WrongStatus extends PlanRefusal {
    private final PlanStatus current;
    private final PlanStatus wanted;

    public WrongStatus(PlanStatus current, PlanStatus wanted) {
      super("a plan cannot go from " + current + " to " + wanted);
      this.current = current;
      this.wanted = wanted;
    }

    public PlanStatus current() {
      return current;
    }

    public PlanStatus wanted() {
      return wanted;
    }
  }

  /** The plan needs more minutes than the entitlement has, and nobody said that the elder pays the rest. */
  public static final class BeyondEntitlement extends PlanRefusal {
    private final PlanQuote.MonthLine month;

    public BeyondEntitlement(PlanQuote.MonthLine month) {
      super("the plan goes beyond the entitlement");
      this.month = month;
    }

    public PlanQuote.MonthLine month() {
      return month;
    }
  }

  /** Nothing could be ordered from it yet: the level or what the elder is entitled to is still open. */
  public static final class TooEarly extends PlanRefusal {
    private final List<CaseStep> missing;

    public TooEarly(List<CaseStep> missing) {
      super("steps before the plan are missing");
      this.missing = List.copyOf(missing);
    }

    public List<CaseStep> missing() {
      return missing;
    }
  }

  /** A plan belongs to a care case; the elder has none open. */
  public static final class NoOpenCase extends PlanRefusal {
    public NoOpenCase() {
      super("the elder has no open care case");
    }
  }

  /** The elder has a plan in work already. */
  public static final class AlreadyOpen extends PlanRefusal {
    private final UUID existing;

    public AlreadyOpen(UUID existing) {
      super("the elder has a plan in work already");
      this.existing = existing;
    }

    public UUID existing() {
      return existing;
    }
  }

  /** Since the plan was proposed the elder's own share has grown: they would accept something else than they read. */
  public static final class CostRisen extends PlanRefusal {
    private final long proposedFen;
    private final long nowFen;

    public CostRisen(long proposedFen, long nowFen) {
      super("the elder's own share has grown since the plan was proposed");
      this.proposedFen = proposedFen;
      this.nowFen = nowFen;
    }

    public long proposedFen() {
      return proposedFen;
    }

    public long nowFen() {
      return nowFen;
    }
  }
}
