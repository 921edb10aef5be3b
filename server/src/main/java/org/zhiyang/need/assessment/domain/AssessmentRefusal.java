package org.zhiyang.need.assessment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhiyang.need.assessment.AssessmentId;

/** An expected "no" that stops an act on an assessment; nothing was changed. Each carries what the sentence on the screen needs. */
public abstract sealed class AssessmentRefusal extends RuntimeException {

  private AssessmentRefusal(String message) {
    super(message);
  }

  /** No such assessment, or not one this person may see. */
  public static final class NotFound extends AssessmentRefusal {
    public NotFound() {
      super("assessment not found");
    }
  }

  /** Answers, conditions or tables that are missing, unknown or outside what is allowed. */
  public static final class InvalidForm extends AssessmentRefusal {
    private final List<FormFault> faults;

    public InvalidForm(List<FormFault> faults) {
      super("form has %d faults".formatted(faults.size()));
      this.faults = List.copyOf(faults);
    }

    public List<FormFault> faults() {
      return faults;
    }

    /** All faults in one Chinese sentence, each naming its item. */
    public String sentence() {
      return faults.stream().map(FormFault::sentence).collect(Collectors.joining("；"));
    }
  }

  /** The act does not fit where the assessment stands. */
  public static final class WrongStatus extends AssessmentRefusal {
    private final AssessmentStatus status;
    private final AssessmentStatus wanted;

    public WrongStatus(AssessmentStatus status, AssessmentStatus wanted) {
      super("an assessment that is %s cannot become %s".formatted(status, wanted));
      this.status = status;
      this.wanted = wanted;
    }

    public AssessmentStatus status() {
      return status;
    }

    public AssessmentStatus wanted() {
      return wanted;
    }
  }

  /** The elder already has an assessment under way. */
  public static final class AlreadyOpen extends AssessmentRefusal {
    private final AssessmentId existing;

    public AlreadyOpen(AssessmentId existing) {
      super("the elder already has an open assessment");
      this.existing = existing;
    }

    public AssessmentId existing() {
      return existing;
    }
  }

  /** Two different assessors are needed. */
  public static final class SameAssessorTwice extends AssessmentRefusal {
    public SameAssessorTwice() {
      super("two different assessors are needed");
    }
  }

  /** The account is not in the register of assessors, or its certificate does not hold on the planned day. */
  public static final class NotAnAssessor extends AssessmentRefusal {
    private final UUID account;

    public NotAnAssessor(UUID account) {
      super("not an assessor on that day");
      this.account = account;
    }

    public UUID account() {
      return account;
    }
  }

  /** An assessor who is a relative of the elder must not assess. */
  public static final class AssessorIsRelative extends AssessmentRefusal {
    private final UUID account;

    public AssessorIsRelative(UUID account) {
      super("an assessor is a relative of the elder");
      this.account = account;
    }

    public UUID account() {
      return account;
    }
  }

  /** At least one of the two needs a medical or nursing background. */
  public static final class NoMedicalBackground extends AssessmentRefusal {
    public NoMedicalBackground() {
      super("at least one assessor needs a medical or nursing background");
    }
  }

  /** The planned visit lies in the past. */
  public static final class PlannedInThePast extends AssessmentRefusal {
    public PlannedInThePast() {
      super("the planned time has passed");
    }
  }

  /** The appointment is on another day, and nobody said why it begins now. */
  public static final class BeforeAppointment extends AssessmentRefusal {
    private final Instant plannedAt;

    public BeforeAppointment(Instant plannedAt) {
      super("the appointment is at " + plannedAt);
      this.plannedAt = plannedAt;
    }

    public Instant plannedAt() {
      return plannedAt;
    }
  }

  /** Only the two assigned assessors work on and sign an assessment. */
  public static final class NotAssigned extends AssessmentRefusal {
    public NotAssigned() {
      super("only the assigned assessors may do this");
    }
  }

  /** The draft on the server is newer than the one this one was made from. */
  public static final class StaleDraft extends AssessmentRefusal {
    private final long currentVersion;

    public StaleDraft(long currentVersion) {
      super("the draft on the server has version " + currentVersion);
      this.currentVersion = currentVersion;
    }

    public long currentVersion() {
      return currentVersion;
    }
  }

  /** Someone else changed the assessment in between. */
  public static final class Stale extends AssessmentRefusal {
    private final long currentVersion;

    public Stale(long currentVersion) {
      super("the assessment has version " + currentVersion);
      this.currentVersion = currentVersion;
    }

    public long currentVersion() {
      return currentVersion;
    }
  }

  /** The signer did not see what the server holds: the content's digest differs. */
  public static final class ContentChanged extends AssessmentRefusal {
    public ContentChanged() {
      super("the content to be signed has changed");
    }
  }

  /** This person signed already. */
  public static final class AlreadySigned extends AssessmentRefusal {
    public AlreadySigned() {
      super("already signed");
    }
  }

  /** An objection came after the last day of publicity. */
  public static final class PublicityOver extends AssessmentRefusal {
    private final LocalDate lastDay;

    public PublicityOver(LocalDate lastDay) {
      super("publicity ended on " + lastDay);
      this.lastDay = lastDay;
    }

    public LocalDate lastDay() {
      return lastDay;
    }
  }

  /** A withdrawal, an objection or a rescheduling needs a reason in words. */
  public static final class ReasonMissing extends AssessmentRefusal {
    public ReasonMissing() {
      super("a reason is needed");
    }
  }
}
