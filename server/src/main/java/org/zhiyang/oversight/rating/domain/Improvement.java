package org.zhiyang.oversight.rating.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One improvement task from its cause to the elder being told. Every act leaves a step. */
public final class Improvement {
  private final Facts facts;
  private ImprovementStatus status;
  private LocalDate dueOn;
  private @Nullable String measures;
  private @Nullable LocalDate doneOn;
  private @Nullable Instant answeredAt;
  private @Nullable Instant closedAt;
  private final List<Step> steps = new ArrayList<>();

  private Improvement(Facts facts, State state) {
    this.facts = facts;
    this.status = state.status();
    this.dueOn = state.dueOn();
    this.measures = state.measures();
    this.doneOn = state.doneOn();
    this.answeredAt = state.answeredAt();
    this.closedAt = state.closedAt();
  }

  /** Why there is a task. */
  public enum Cause {
    LOW_RATING("老人低分评价"), LOW_SCORE("月度评价不合格"), LOW_OUTCOME("效果问卷低分");

    private final String chinese;

    Cause(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** What does not change. {@code source} is the rating's, the score's or the questionnaire's id; visit, elder and stars only for a rating. */
  public record Facts(UUID id, Cause cause, UUID source, @Nullable UUID visit, @Nullable UUID elder, @Nullable Integer stars, UUID provider, String regionCode, Instant openedAt) {}

  public record State(ImprovementStatus status, LocalDate dueOn, @Nullable String measures, @Nullable LocalDate doneOn, @Nullable Instant answeredAt, @Nullable Instant closedAt) {}

  /** Who acts, when. */
  public record By(UUID account, String name, String role, Instant at) {}

  public record Step(By by, @Nullable ImprovementStatus from, ImprovementStatus to, @Nullable String words) {}

  public static Improvement of(Facts facts, State state) {
    return new Improvement(facts, state);
  }

  public static Improvement open(Facts facts, LocalDate dueOn, By by) {
    var task = new Improvement(facts, new State(ImprovementStatus.OPEN, dueOn, null, null, null, null));
    task.steps.add(new Step(by, null, ImprovementStatus.OPEN, facts.cause().chinese()));
    return task;
  }

  /** The provider says what it changed and when. */
  public void answer(String measures, LocalDate doneOn, By by) {
    if (status != ImprovementStatus.OPEN) throw new RatingRefusal.WrongTaskStatus(status);
    this.measures = measures;
    this.doneOn = doneOn;
    this.answeredAt = by.at();
    move(ImprovementStatus.ANSWERED, by, measures);
  }

  /** The county looked at it: accepted, or back with a new last day. */
  public void check(boolean accepted, String words, LocalDate newDueOn, By by) {
    if (status != ImprovementStatus.ANSWERED) throw new RatingRefusal.WrongTaskStatus(status);
    if (!accepted) {
      dueOn = newDueOn;
      move(ImprovementStatus.OPEN, by, words);
    } else if (facts.elder() != null) {
      move(ImprovementStatus.CHECKED, by, words);
    } else {
      closedAt = by.at();
      move(ImprovementStatus.CLOSED, by, words);
    }
  }

  /** The elder (or family) was told what changed, and what they said. */
  public void close(String words, By by) {
    if (status != ImprovementStatus.CHECKED) throw new RatingRefusal.WrongTaskStatus(status);
    closedAt = by.at();
    move(ImprovementStatus.CLOSED, by, words);
  }

  private void move(ImprovementStatus to, By by, String words) {
    if (!status.successors().contains(to)) throw new RatingRefusal.WrongTaskStatus(status);
    steps.add(new Step(by, status, to, words));
    status = to;
  }

  public Facts facts() {
    return facts;
  }

  public State state() {
    return new State(status, dueOn, measures, doneOn, answeredAt, closedAt);
  }

  /** Steps made since it was loaded: to be stored. */
  public List<Step> added() {
    return List.copyOf(steps);
  }
}
