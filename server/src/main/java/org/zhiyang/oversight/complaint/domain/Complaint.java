package org.zhiyang.oversight.complaint.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One complaint from the words of the elder to the county's decision. Every act leaves a step in the history. */
public final class Complaint {
  private final Facts facts;
  private ComplaintStatus status;
  private @Nullable UUID provider;
  private @Nullable LocalDate answerDueOn;
  private @Nullable String answer;
  private @Nullable Instant answeredAt;
  private @Nullable Decision decision;
  private final List<Step> steps = new ArrayList<>();

  private Complaint(Facts facts, State state) {
    this.facts = facts;
    this.status = state.status();
    this.provider = state.provider();
    this.answerDueOn = state.answerDueOn();
    this.answer = state.answer();
    this.answeredAt = state.answeredAt();
    this.decision = state.decision();
  }

  /** What does not change. {@code onBehalf}: staff wrote it down for the elder or family. */
  public record Facts(UUID id, UUID elder, String regionCode, @Nullable UUID visit, ComplaintKind kind, ComplaintChannel channel, String words, By receivedBy, boolean onBehalf) {}

  /** Who acts, when. */
  public record By(UUID account, String name, String role, Instant at) {}

  public record Decision(boolean founded, String reason, UUID by, Instant at) {}

  /** Where it stands, as stored. */
  public record State(ComplaintStatus status, @Nullable UUID provider, @Nullable LocalDate answerDueOn, @Nullable String answer, @Nullable Instant answeredAt, @Nullable Decision decision) {}

  public record Step(By by, @Nullable ComplaintStatus from, ComplaintStatus to, @Nullable String words) {}

  public static Complaint of(Facts facts, State state) {
    return new Complaint(facts, state);
  }

  /** {@code provider} is null when the complainant cannot name one. */
  public static Complaint receive(Facts facts, @Nullable UUID provider) {
    var complaint = new Complaint(facts, new State(ComplaintStatus.RECEIVED, provider, null, null, null, null));
    complaint.steps.add(new Step(facts.receivedBy(), null, ComplaintStatus.RECEIVED, null));
    return complaint;
  }

  /** Asks the provider for an answer until {@code dueOn} (included). {@code to} null keeps the provider it has. */
  public void assign(@Nullable UUID to, LocalDate dueOn, @Nullable String words, By by) {
    if (status != ComplaintStatus.RECEIVED) throw new ComplaintRefusal.WrongStatus(status);
    if (to != null) provider = to;
    if (provider == null) throw new ComplaintRefusal.NoProvider();
    answerDueOn = dueOn;
    move(ComplaintStatus.ASSIGNED, by, words);
  }

  public void answer(String words, By by) {
    if (status != ComplaintStatus.ASSIGNED) throw new ComplaintRefusal.WrongStatus(status);
    answer = words;
    answeredAt = by.at();
    move(ComplaintStatus.ANSWERED, by, words);
  }

  /** The answer does not do: the provider answers again. */
  public void sendBack(String words, LocalDate dueOn, By by) {
    if (status != ComplaintStatus.ANSWERED) throw new ComplaintRefusal.WrongStatus(status);
    answerDueOn = dueOn;
    move(ComplaintStatus.ASSIGNED, by, words);
  }

  /** The county decides after the answer, or after the provider let its day pass. */
  public void decide(boolean founded, String reason, By by, LocalDate today) {
    if (status == ComplaintStatus.ASSIGNED && answerDueOn != null && !today.isAfter(answerDueOn)) throw new ComplaintRefusal.AnswerStillDue(answerDueOn);
    if (status != ComplaintStatus.ANSWERED && status != ComplaintStatus.ASSIGNED) throw new ComplaintRefusal.WrongStatus(status);
    decision = new Decision(founded, reason, by.account(), by.at());
    move(ComplaintStatus.CLOSED, by, reason);
  }

  public void withdraw(String reason, By by) {
    move(ComplaintStatus.WITHDRAWN, by, reason);
  }

  private void move(ComplaintStatus to, By by, @Nullable String words) {
    if (!status.successors().contains(to)) throw new ComplaintRefusal.WrongStatus(status);
    steps.add(new Step(by, status, to, words));
    status = to;
  }

  public Facts facts() {
    return facts;
  }

  public State state() {
    return new State(status, provider, answerDueOn, answer, answeredAt, decision);
  }

  /** Steps made since it was loaded: to be stored. */
  public List<Step> added() {
    return List.copyOf(steps);
  }
}
