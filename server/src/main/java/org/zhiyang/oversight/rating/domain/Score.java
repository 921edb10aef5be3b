package org.zhiyang.oversight.rating.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.policy.RulingId;

/** A provider's month: published, perhaps objected to, final. A correction is a new revision; what was published stays. */
public final class Score {
  private final Facts facts;
  private ScoreStatus status;
  private Revision newest;
  private @Nullable LocalDate finalOn;
  private boolean revised;

  public Score(Facts facts, ScoreStatus status, Revision newest, @Nullable LocalDate finalOn) {
    this.facts = facts;
    this.status = status;
    this.newest = newest;
    this.finalOn = finalOn;
  }

  /** What does not change. {@code objectionUntil} and {@code publicUntil} are last days (included). */
  public record Facts(UUID id, UUID provider, String regionCode, YearMonth month, LocalDate publishedOn, LocalDate objectionUntil, LocalDate publicUntil) {
    /** The first day on which nobody can object any more and publicity is over. */
    public LocalDate finalFrom() {
      return (objectionUntil.isAfter(publicUntil) ? objectionUntil : publicUntil).plusDays(1);
    }
  }

  /** One computation, {@code n} from 1. */
  public record Revision(int n, Instant computedAt, BigDecimal points, boolean passed, RulingId ruling, List<MonthScore.WeightedPart> parts) {
    public List<CountedPart> counted() {
      return parts.stream().map(MonthScore.WeightedPart::counted).toList();
    }
  }

  /** Something of a part that the provider does not accept. */
  public record Objected(Part part, UUID subject) {}

  public void object(List<Objected> objected, LocalDate today) {
    if (status != ScoreStatus.PUBLISHED) throw new RatingRefusal.WrongScoreStatus(status);
    if (today.isAfter(facts.objectionUntil())) throw new RatingRefusal.ObjectionOver(facts.objectionUntil());
    objected.forEach(o -> requireLost(o.part(), o.subject()));
    move(ScoreStatus.OBJECTED);
  }

  /** Back to the public; with a revision when the county corrected something. */
  public void decide(@Nullable Revision corrected) {
    if (status != ScoreStatus.OBJECTED) throw new RatingRefusal.WrongScoreStatus(status);
    if (corrected != null) {
      newest = corrected;
      revised = true;
    }
    move(ScoreStatus.PUBLISHED);
  }

  /** Refuses what did not cost points, and the elders' stars, which nobody corrects. */
  public void requireLost(Part part, UUID subject) {
    var lost = newest.counted().stream().filter(p -> p.part() == part).anyMatch(p -> p.unmet().contains(subject));
    if (!lost) throw new RatingRefusal.NotInEvidence(part);
  }

  public boolean mayBecomeFinalOn(LocalDate day) {
    return status == ScoreStatus.PUBLISHED && !day.isBefore(facts.finalFrom());
  }

  public void makeFinal(LocalDate day) {
    if (!mayBecomeFinalOn(day)) throw new RatingRefusal.WrongScoreStatus(status);
    finalOn = day;
    move(ScoreStatus.FINAL);
  }

  private void move(ScoreStatus to) {
    if (!status.successors().contains(to)) throw new RatingRefusal.WrongScoreStatus(status);
    status = to;
  }

  public Facts facts() {
    return facts;
  }

  public ScoreStatus status() {
    return status;
  }

  public Revision newest() {
    return newest;
  }

  public @Nullable LocalDate finalOn() {
    return finalOn;
  }

  /** A revision to be stored came with the last act. */
  public boolean revised() {
    return revised;
  }
}
