package org.zhiyang.need.intake;

import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases that do nothing with what they are told; a test listens to what it is about. */
public abstract class DeafCases implements CareCaseCommands {
  @Override
  public void fallBack(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached why) {}

  @Override
  public void waitForProvider(CaseId careCase, YearMonth month, boolean unmatched, Reached told) {}

  @Override
  public void waitNoMore(CaseId careCase, UUID order) {}

  @Override
  public void loseProvider(CaseId careCase, Collection<UUID> visits, Reached why) {}
}
