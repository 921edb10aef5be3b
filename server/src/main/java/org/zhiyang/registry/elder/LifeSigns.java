package org.zhiyang.registry.elder;

import java.time.LocalDate;
import java.util.Optional;

/** What a module above knows of an elder having been met, asked before a death is recorded: answered by whoever holds such records. */
public interface LifeSigns {
  /** The last day on which, by a person's own decision, the elder was visited; what only rules found does not count. */
  Optional<LocalDate> lastMet(ElderId elder);
}
