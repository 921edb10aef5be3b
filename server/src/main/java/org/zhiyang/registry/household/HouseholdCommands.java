package org.zhiyang.registry.household;

import java.util.Iterator;
import java.util.function.LongConsumer;

/** The acts other modules may ask of households. */
public interface HouseholdCommands {
  /** Loads simulated households by COPY. Returns how many. */
  long load(Iterator<NewHousehold> households, LongConsumer progress);
}
