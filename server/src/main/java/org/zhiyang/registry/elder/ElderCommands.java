package org.zhiyang.registry.elder;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.access.Actor;

/** The acts other modules may ask of the register. */
public interface ElderCommands {
  /** Enters an elder; refuses a wrong or known ID number, an unknown region, people under 60. */
  ElderId register(NewElder elder, Actor by);

  /** Shows the newest effective ability level on the elder's record, where it stays with its last day when that has passed; null level = there never was one. */
  void recordLevel(ElderId elder, @Nullable String level, @Nullable LocalDate validUntil);

  /** Somebody met or spoke to the elder on that day; earlier days than the known one change nothing. */
  void recordContact(ElderId elder, LocalDate day);

  /** Lets an organisation or a carer see the elder until that day (inclusive; null = until withdrawn). Twice is once, the later day wins. */
  void letSee(ElderId elder, UUID party, String reason, @Nullable LocalDate until);

  /** A change in the elder's life from that day on. The same status from another day corrects the day. Nobody comes back from DECEASED by this: a person takes a death back, as such.
   *  Refuses a day before birth, in the future, before the status that held, a death before the last visit a person confirmed. */
  void changeStatus(ElderId elder, ElderStatus to, LocalDate since, String reason, Actor by);

  /** Loads a simulated population by COPY; {@code progress} is told the number loaded so far. Returns how many. */
  long load(Iterator<NewElder> elders, LongConsumer progress);
}
