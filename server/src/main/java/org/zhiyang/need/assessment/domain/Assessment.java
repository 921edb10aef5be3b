package org.zhiyang.need.assessment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.assessment.AssessmentCompleted;
import org.zhiyang.need.assessment.AssessmentExpired;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentRequested;
import org.zhiyang.registry.elder.ElderId;

/**
 * One assessment of one elder, from the request to the end of its level's validity. Every step is checked against
 * {@link AssessmentStatus}, and leaves a {@link Transition}. Not here: the form while it is being filled ({@link Draft}), the
 * rule that grades ({@link AbilityGradingPolicy}), who the elder is.
 */
public final class Assessment {

  private final AssessmentSnapshot.Request request;
  private final long version;
  private final List<Signature> signatures;
  private final List<Transition> news = new ArrayList<>();
  private AssessmentStatus status;
  private @Nullable Appointment appointment;
  private @Nullable LocalDate baseOn;
  private AssessmentSnapshot.@Nullable Result result;
  private AssessmentSnapshot.@Nullable Validity validity;
  private @Nullable AssessmentId supersededBy;

  private Assessment(AssessmentSnapshot stored) {
    request = stored.request();
    version = stored.version();
    status = stored.status();
    appointment = stored.appointment();
    baseOn = stored.baseOn();
    signatures = new ArrayList<>(stored.signatures());
    result = stored.result();
    validity = stored.validity();
    supersededBy = stored.supersededBy();
  }

  /** As stored. */
  public static Assessment of(AssessmentSnapshot stored) {
    return new Assessment(stored);
  }

  /** A new request. */
  public static Assessment request(AssessmentSnapshot.Request request, Act act) {
    var assessment = new Assessment(new AssessmentSnapshot(
        request, AssessmentStatus.REQUESTED, 0, null, null, List.of(), null, null, null));
    assessment.news.add(new Transition(null, AssessmentStatus.REQUESTED, act));
    return assessment;
  }

  public AssessmentSnapshot snapshot() {
    return new AssessmentSnapshot(
        request, status, version, appointment, baseOn, List.copyOf(signatures), result, validity, supersededBy);
  }

  public AssessmentRequested requested() {
    return new AssessmentRequested(request.id(), new ElderId(request.elder()), request.reason(), request.requestedAt());
  }

  /** Plans the visit, or plans it anew (then with a reason). {@code assessors} were checked by {@link AppointmentPolicy}. */
  public void schedule(Appointment appointment, Act act) {
    if (status == AssessmentStatus.SCHEDULED) {
      act.requireReason();
    }
    if (appointment.plannedAt().isBefore(act.at())) {
      throw new AssessmentRefusal.PlannedInThePast();
    }
    move(AssessmentStatus.SCHEDULED, act);
    this.appointment = appointment;
  }

  /** An assigned assessor begins; the day is the base date (评估基准日期) of the result. Long before the appointment (see {@link Appointment#isLongAhead}) only with a reason. */
  public void start(LocalDate today, Act act) {
    requireAssigned(act.actor());
    if (status == AssessmentStatus.SCHEDULED && appointment.isLongAhead(act.at()) && !act.hasReason()) {
      throw new AssessmentRefusal.BeforeAppointment(appointment.plannedAt());
    }
    move(AssessmentStatus.STARTED, act);
    baseOn = today;
  }

  /** The pair may not go on and another has to be found: the visit is planned anew, and what they began and signed no longer counts. */
  public void release(Act act) {
    act.requireReason();
    move(AssessmentStatus.REQUESTED, act);
    appointment = null;
    baseOn = null;
    signatures.clear();
  }

  /** The two who were appointed; none while the visit is still to be planned. */
  public List<UUID> assessors() {
    return appointment == null ? List.of() : appointment.assessors();
  }

  /** Whether the form may still be written by this assessor. */
  public void requireWritableBy(UUID account) {
    requireAssigned(account);
    if (status != AssessmentStatus.STARTED && status != AssessmentStatus.SIGNED) {
      throw new AssessmentRefusal.WrongStatus(status, AssessmentStatus.STARTED);
    }
  }

  /** The form was changed: signatures given under the earlier content fall away. */
  public void contentChanged(Act act) {
    signatures.clear();
    if (status == AssessmentStatus.SIGNED) {
      move(AssessmentStatus.STARTED, act);
    }
  }

  /** One of the three signs the full form; with the third the form is SIGNED. Signing twice is refused. */
  public void sign(Signature signature, String currentDigest, Act act) {
    if (status != AssessmentStatus.STARTED) {
      throw new AssessmentRefusal.WrongStatus(status, AssessmentStatus.SIGNED);
    }
    requireAssigned(act.actor());
    if (!signature.contentDigest().equals(currentDigest)) {
      throw new AssessmentRefusal.ContentChanged();
    }
    if (signatures.stream().anyMatch(s -> s.signer() == signature.signer())) {
      throw new AssessmentRefusal.AlreadySigned();
    }
    signatures.add(signature);
    if (signatures.size() == Signature.Signer.values().length) {
      move(AssessmentStatus.SIGNED, act);
    }
  }

  /** Which signature this account gives as an assessor. */
  public Signature.Signer signerOf(UUID account) {
    requireAssigned(account);
    return present(appointment).firstAssessor().equals(account)
        ? Signature.Signer.FIRST_ASSESSOR : Signature.Signer.SECOND_ASSESSOR;
  }

  /** Only a form with all three signatures is graded. */
  public void requireSigned() {
    if (status != AssessmentStatus.SIGNED) {
      throw new AssessmentRefusal.WrongStatus(status, AssessmentStatus.IN_PUBLICITY);
    }
  }

  /** The signed form was graded: the level is public for {@code publicityDays} days, the first being today. */
  public void publish(Grading grading, UUID ruling, LocalDate today, int publicityDays, Act act) {
    move(AssessmentStatus.IN_PUBLICITY, act);
    result = new AssessmentSnapshot.Result(grading, ruling, today, today.plusDays(publicityDays));
  }

  /** Somebody doubts the result during publicity; a re-review has to follow. */
  public void object(LocalDate today, Act act) {
    act.requireReason();
    if (status == AssessmentStatus.IN_PUBLICITY && !today.isBefore(present(result).publicTo())) {
      throw new AssessmentRefusal.PublicityOver(present(result).publicTo().minusDays(1));
    }
    move(AssessmentStatus.OBJECTED, act);
  }

  /** Whether publicity has ended by the begin of this day without an objection. */
  public boolean isDueToTakeEffectOn(LocalDate today) {
    return status == AssessmentStatus.IN_PUBLICITY && !today.isBefore(present(result).publicTo());
  }

  /**
   * The level takes effect today and holds for whole months; the last day is the day before the same day of the month
   * {@code validityMonths} later (from 2026-12-01 for 12 months: to 2027-11-30). Also ends an objection that was withdrawn.
   */
  public AssessmentCompleted takeEffect(LocalDate today, int validityMonths, Act act) {
    move(AssessmentStatus.EFFECTIVE, act);
    validity = new AssessmentSnapshot.Validity(today, today.plusMonths(validityMonths).minusDays(1));
    return new AssessmentCompleted(
        request.id(), new ElderId(request.elder()), present(result).grading().finalLevel(), validity.lastDay(), act.at());
  }

  /** The last day has passed. */
  public AssessmentExpired expire(Act act) {
    move(AssessmentStatus.EXPIRED, act);
    return new AssessmentExpired(
        request.id(), new ElderId(request.elder()), present(result).grading().finalLevel(), present(validity).lastDay(), act.at());
  }

  /** A newer assessment of the elder took effect. */
  public void supersede(AssessmentId by, Act act) {
    move(AssessmentStatus.SUPERSEDED, act);
    supersededBy = by;
  }

  /** Ends without a result, or takes a published one back before it took effect; needs a reason. */
  public void withdraw(Act act) {
    act.requireReason();
    move(AssessmentStatus.WITHDRAWN, act);
  }

  private void move(AssessmentStatus to, Act act) {
    if (!status.successors().contains(to)) {
      throw new AssessmentRefusal.WrongStatus(status, to);
    }
    news.add(new Transition(status, to, act));
    status = to;
  }

  private void requireAssigned(UUID account) {
    if (appointment == null || !appointment.assessors().contains(account)) {
      throw new AssessmentRefusal.NotAssigned();
    }
  }

  public AssessmentId id() {
    return request.id();
  }

  public AssessmentSnapshot.Request request() {
    return request;
  }

  public AssessmentStatus status() {
    return status;
  }

  /** The day the assessment was carried out; the figures of that day apply to it. */
  public LocalDate baseOn() {
    return present(baseOn);
  }

  /** Steps not stored yet. */
  public List<Transition> news() {
    return List.copyOf(news);
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("an assessment in this status has lost a part");
    }
    return value;
  }
}
