package org.zhiyang.oversight.rating.domain;

import java.time.LocalDate;

/** An expected "no" that stops an act on a score or an improvement task; nothing was changed. */
public abstract sealed class RatingRefusal extends RuntimeException {
  private RatingRefusal(String message) {
    super(message, null, false, false);
  }

  /** The act does not fit where the score stands. */
  public static final class WrongScoreStatus extends RatingRefusal {
    private final ScoreStatus status;

    public WrongScoreStatus(ScoreStatus status) {
      super("the score is " + status);
      this.status = status;
    }

    public ScoreStatus status() {
      return status;
    }
  }

  /** An objection came too late. {@code lastDay} included. */
  public static final class ObjectionOver extends RatingRefusal {
    private final LocalDate lastDay;

    public ObjectionOver(LocalDate lastDay) {
      super("objections were possible until " + lastDay);
      this.lastDay = lastDay;
    }

    public LocalDate lastDay() {
      return lastDay;
    }
  }

  /** Only visits and complaints that cost points can be objected to; the elders' stars cannot. */
  public static final class NotInEvidence extends RatingRefusal {
    private final Part part;

    public NotInEvidence(Part part) {
      super("not among what cost points in " + part);
      this.part = part;
    }

    public Part part() {
      return part;
    }
  }

  /** Somebody is never the judge of nothing: after taking all out, nothing is left to judge by. */
  public static final class NothingLeft extends RatingRefusal {
    public NothingLeft() {
      super("after these corrections nothing is left to judge by");
    }
  }

  /** The act does not fit where the improvement task stands. */
  public static final class WrongTaskStatus extends RatingRefusal {
    private final ImprovementStatus status;

    public WrongTaskStatus(ImprovementStatus status) {
      super("the improvement task is " + status);
      this.status = status;
    }

    public ImprovementStatus status() {
      return status;
    }
  }
}
