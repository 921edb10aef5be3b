package org.zhiyang.need.intake.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.zhiyang.need.intake.CaseStep;

/** A set of steps as one number: bit n is step n of {@link CaseStep}, so that a case and its month carry it in one column. */
public record Steps(int bits) {
  public static final Steps NONE = new Steps(0);
  public static final Steps BEFORE_SUPPLY = of(CaseStep.beforeSupply());
  private static final Steps MONTHLY = of(EnumSet.range(CaseStep.ORDERED, CaseStep.FELT));

  public static Steps of(Collection<CaseStep> steps) {
    var bits = 0;
    for (var step : steps) bits |= bit(step);
    return new Steps(bits);
  }

  public static int bit(CaseStep step) {
    return 1 << step.ordinal();
  }

  public boolean has(CaseStep step) {
    return (bits & bit(step)) != 0;
  }

  public Steps with(CaseStep step) {
    return new Steps(bits | bit(step));
  }

  public boolean isMonthComplete() {
    return (bits & MONTHLY.bits) == MONTHLY.bits;
  }

  public boolean maySupply() {
    return (bits & BEFORE_SUPPLY.bits) == BEFORE_SUPPLY.bits;
  }

  /** The first of the case's own four steps that is missing. */
  public Optional<CaseStep> firstMissingBeforeSupply() {
    return CaseStep.beforeSupply().stream().filter(step -> !has(step)).findFirst();
  }

  /** The first monthly step that is missing. */
  public Optional<CaseStep> firstMissingOfMonth() {
    return EnumSet.range(CaseStep.ORDERED, CaseStep.FELT).stream().filter(step -> !has(step)).findFirst();
  }

  public Set<CaseStep> asSet() {
    var set = EnumSet.noneOf(CaseStep.class);
    for (var step : CaseStep.values()) if (has(step)) set.add(step);
    return set;
  }
}
