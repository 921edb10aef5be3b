package org.zhiyang.response.hotline.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.response.hotline.CallBackResult;

/** One call-back from the news of a visit to a person's decision. Claims run in system time, everything else in business time. */
public final class CallBack {
  /** How long a task stays with who took it, without a sign of life. */
  public static final Duration CLAIM = Duration.ofMinutes(20);

  private final CallBackFacts facts;
  private CallBackStatus status;
  private @Nullable Claim claim;
  private int attempts;
  private @Nullable Instant nextTryAt;
  private @Nullable Finding finding;
  private @Nullable Decision decision;
  private final List<Attempt> earlier;
  private final List<Attempt> added = new ArrayList<>();

  public CallBack(CallBackFacts facts, CallBackStatus status, @Nullable Claim claim, @Nullable Instant nextTryAt, @Nullable Finding finding, @Nullable Decision decision, List<Attempt> attempts) {
    this.facts = facts;
    this.status = status;
    this.claim = claim;
    this.nextTryAt = nextTryAt;
    this.finding = finding;
    this.decision = decision;
    this.earlier = List.copyOf(attempts);
    this.attempts = attempts.size();
  }

  /** A new task for the desk. */
  public static CallBack open(CallBackFacts facts) {
    return new CallBack(facts, CallBackStatus.OPEN, null, null, null, null, List.of());
  }

  /** A new task that skips the desk: the profile calls back only a share of the abnormal visits, a person decides the others on the papers. */
  public static CallBack openForOfficer(CallBackFacts facts) {
    return new CallBack(facts, CallBackStatus.WITH_OFFICER, null, null, new Finding(CallBackResult.CANNOT_REACH, Map.of(), "按回访比例未抽中，直接由县区裁定", null, null, facts.openedAt()), null, List.of());
  }

  /** Who works on it now. {@code until} is system time, exclusive. */
  public record Claim(UUID by, String name, Instant until) {}

  /** What the desk found. {@code by} is null where no call was made. */
  public record Finding(CallBackResult result, Map<String, String> answers, @Nullable String note, @Nullable UUID by, @Nullable String byName, Instant at) {}

  /** What a person decided about the visit. */
  public record Decision(boolean confirmed, @Nullable String reason, @Nullable UUID by, @Nullable String byName, @Nullable String role, Instant at) {}

  /** Takes the task; taking one's own again prolongs it. */
  public void take(UUID by, String name, Instant systemNow) {
    requireOpen();
    if (claim != null && !claim.by().equals(by) && claim.until().isAfter(systemNow)) throw new CallBackRefusal.TakenByColleague(claim.name(), claim.until());
    claim = new Claim(by, name, systemNow.plus(CLAIM));
  }

  /** Gives the task back; nothing happens when somebody else has it. */
  public void release(UUID by) {
    if (claim != null && claim.by().equals(by)) claim = null;
  }

  public void noteAttempt(Attempt attempt, Instant systemNow) {
    requireOpen();
    requireTaken(attempt.by(), attempt.byName(), systemNow);
    added.add(attempt);
    attempts++;
    nextTryAt = attempt.nextTryAt();
  }

  /** The desk's result. The first two kinds decide the visit at once, the others hand it to the county officer.
   *
   *  @param proposed what the answers say; another result needs a note
   *  @param neededTries calls without an answer after which an elder counts as not to be reached */
  public void finish(Finding found, CallBackResult proposed, int neededTries, String role, Instant systemNow) {
    requireOpen();
    if (found.by() == null || found.byName() == null) throw new IllegalArgumentException("a result needs somebody who found it");
    requireTaken(found.by(), found.byName(), systemNow);
    if (found.result() == CallBackResult.DECIDED_OTHERWISE) throw new IllegalArgumentException("not a result of a call");
    if (found.result() == CallBackResult.CANNOT_REACH) requireTries(neededTries);
    else {
      if (all().stream().noneMatch(a -> a.outcome() == AttemptOutcome.REACHED)) throw new CallBackRefusal.NobodyReached();
      if (found.result() != proposed && (found.note() == null || found.note().length() < 4)) throw new CallBackRefusal.AgainstTheAnswers(proposed.name());
    }
    finding = found;
    claim = null;
    nextTryAt = null;
    if (found.result() == CallBackResult.CONFIRMED_SERVICE || found.result() == CallBackResult.NOT_DONE) {
      decision = new Decision(found.result() == CallBackResult.CONFIRMED_SERVICE, found.note(), found.by(), found.byName(), role, found.at());
      move(CallBackStatus.DONE);
    } else {
      move(CallBackStatus.WITH_OFFICER);
    }
  }

  private void requireTries(int needed) {
    var all = all();
    if (all.stream().anyMatch(a -> a.outcome() == AttemptOutcome.WRONG_NUMBER || a.outcome() == AttemptOutcome.REFUSED)) return;
    var missed = (int) all.stream().filter(a -> a.outcome() == AttemptOutcome.NOT_REACHED).count();
    if (missed < needed) throw new CallBackRefusal.TooFewAttempts(missed, needed);
  }

  /** The county officer's word on what the desk could not settle. */
  public void decide(Decision made) {
    if (status != CallBackStatus.WITH_OFFICER) throw new CallBackRefusal.WrongStatus(status);
    decision = made;
    move(CallBackStatus.DONE);
  }

  /** Somebody decided the visit without this call-back. Nothing happens to one that is done. */
  public void closeAsDecidedOtherwise(boolean confirmed, Instant at) {
    if (status == CallBackStatus.DONE) return;
    if (finding == null) finding = new Finding(CallBackResult.DECIDED_OTHERWISE, Map.of(), null, null, null, at);
    claim = null;
    decision = new Decision(confirmed, null, null, null, null, at);
    move(CallBackStatus.DONE);
  }

  private void move(CallBackStatus to) {
    if (!status.successors().contains(to)) throw new CallBackRefusal.WrongStatus(status);
    status = to;
  }

  private void requireOpen() {
    if (status != CallBackStatus.OPEN) throw new CallBackRefusal.WrongStatus(status);
  }

  /** Whoever took it goes on, also after the time ran out as long as nobody else took it. */
  private void requireTaken(UUID by, String name, Instant systemNow) {
    if (claim == null) throw new CallBackRefusal.NotTaken();
    take(by, name, systemNow);
  }

  private List<Attempt> all() {
    var all = new ArrayList<>(earlier);
    all.addAll(added);
    return all;
  }

  public CallBackFacts facts() {
    return facts;
  }

  public CallBackStatus status() {
    return status;
  }

  public @Nullable Claim claim() {
    return claim;
  }

  public int attempts() {
    return attempts;
  }

  public @Nullable Instant nextTryAt() {
    return nextTryAt;
  }

  public @Nullable Finding finding() {
    return finding;
  }

  public @Nullable Decision decision() {
    return decision;
  }

  /** Calls that were stored before this one was loaded, oldest first. */
  public List<Attempt> earlier() {
    return earlier;
  }

  /** Calls made since it was loaded: to be stored. */
  public List<Attempt> added() {
    return List.copyOf(added);
  }
}
