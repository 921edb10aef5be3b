package org.zhiyang.oversight.complaint.domain;

import java.time.LocalDate;

/** An expected "no" that stops an act on a complaint; nothing was changed. */
public abstract sealed class ComplaintRefusal extends RuntimeException {
  private ComplaintRefusal(String message) {
    super(message, null, false, false);
  }

  /** The same kind of complaint about the same visit is open; or, where no visit is named, one of the same elder received the same day. */
  public static final class AlreadyOpen extends ComplaintRefusal {
    private final Complaints.Open existing;
    private final boolean aboutVisit;

    public AlreadyOpen(Complaints.Open existing, boolean aboutVisit) {
      super("a complaint of this kind is open");
      this.existing = existing;
      this.aboutVisit = aboutVisit;
    }

    public Complaints.Open existing() {
      return existing;
    }

    /** False: a second one may be meant, and is received when that is said. */
    public boolean isAboutVisit() {
      return aboutVisit;
    }
  }

  /** The act does not fit where the complaint stands. */
  public static final class WrongStatus extends ComplaintRefusal {
    private final ComplaintStatus status;

    public WrongStatus(ComplaintStatus status) {
      super("the complaint is " + status);
      this.status = status;
    }

    public ComplaintStatus status() {
      return status;
    }
  }

  /** The provider still has time to answer. {@code dueOn} is the last day. */
  public static final class AnswerStillDue extends ComplaintRefusal {
    private final LocalDate dueOn;

    public AnswerStillDue(LocalDate dueOn) {
      super("the provider may answer until " + dueOn);
      this.dueOn = dueOn;
    }

    public LocalDate dueOn() {
      return dueOn;
    }
  }

  /** Nobody can answer it: name the provider. */
  public static final class NoProvider extends ComplaintRefusal {
    public NoProvider() {
      super("name the provider who shall answer");
    }
  }
}
