package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.util.List;
import org.zhiyang.service.homecare.VisitStatus;

/** An expected "no" of dispatch. */
public abstract sealed class DispatchRefusal extends RuntimeException {
  private DispatchRefusal(String message) {
    super(message, null, false, false);
  }

  /** A day that is over cannot be planned. */
  public static final class PastDay extends DispatchRefusal {
    private final LocalDate day;

    public PastDay(LocalDate day) {
      super("the day is over");
      this.day = day;
    }

    public LocalDate day() {
      return day;
    }
  }

  /** No visit of this provider stands on that day. */
  public static final class NothingToPlan extends DispatchRefusal {
    private final LocalDate day;

    public NothingToPlan(LocalDate day) {
      super("no visits on that day");
      this.day = day;
    }

    public LocalDate day() {
      return day;
    }
  }

  /** The plan was published or replaced already. */
  public static final class NotDraft extends DispatchRefusal {
    private final PlanStatus status;

    public NotDraft(PlanStatus status) {
      super("only a draft can be published");
      this.status = status;
    }

    public PlanStatus status() {
      return status;
    }
  }

  /** Visits, carers or the hour changed since the plan was made, so that it cannot be carried out any more. */
  public static final class PlanOutdated extends DispatchRefusal {
    private final int visits;

    public PlanOutdated(int visits) {
      super("the day changed since the plan was made");
      this.visits = visits;
    }

    public int visits() {
      return visits;
    }
  }

  /** The assignment would break hard rules. */
  public static final class RuleBroken extends DispatchRefusal {
    private final List<Objection> objections;

    public RuleBroken(List<Objection> objections) {
      super("the assignment breaks a hard rule");
      this.objections = List.copyOf(objections);
    }

    public List<Objection> objections() {
      return objections;
    }
  }

  /** The visit has begun, is over or was cancelled: nobody can be sent elsewhere any more. */
  public static final class VisitNotOpen extends DispatchRefusal {
    private final VisitStatus status;

    public VisitNotOpen(VisitStatus status) {
      super("the visit is not open");
      this.status = status;
    }

    public VisitStatus status() {
      return status;
    }
  }

  /** Somebody else changed the visit after the person last saw it. */
  public static final class MovedMeanwhile extends DispatchRefusal {
    private final DayChange.Standing present;

    public MovedMeanwhile(DayChange.Standing present) {
      super("the visit was changed meanwhile");
      this.present = present;
    }

    public DayChange.Standing present() {
      return present;
    }
  }

  /** The act cannot be taken back: some of its visits were changed again, or it was taken back already. */
  public static final class ChangedSince extends DispatchRefusal {
    private final int visits;

    public ChangedSince(int visits) {
      super("changed again since");
      this.visits = visits;
    }

    public int visits() {
      return visits;
    }
  }

  /** The act cannot be taken back: some of its visits would begin before now. */
  public static final class TimeOver extends DispatchRefusal {
    private final int visits;

    public TimeOver(int visits) {
      super("the time before is over");
      this.visits = visits;
    }

    public int visits() {
      return visits;
    }
  }

  /** A week of this county waits or is being planned already. */
  public static final class WeekUnderWay extends DispatchRefusal {
    private final String region;

    public WeekUnderWay(String region) {
      super("a week of this county is being planned already");
      this.region = region;
    }

    public String region() {
      return region;
    }
  }

  /** The proposal was accepted, rejected or replaced already. */
  public static final class NotProposed extends DispatchRefusal {
    private final Repair.State state;

    public NotProposed(Repair.State state) {
      super("only an open proposal can be decided");
      this.state = state;
    }

    public Repair.State state() {
      return state;
    }
  }

  /** Nothing of that day needs repair. */
  public static final class NothingToRepair extends DispatchRefusal {
    private final LocalDate day;

    public NothingToRepair(LocalDate day) {
      super("nothing of that day needs repair");
      this.day = day;
    }

    public LocalDate day() {
      return day;
    }
  }
}
