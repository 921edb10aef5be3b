package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;

/** What carers do on the days around: their week and their nights depend on it. */
@FunctionalInterface
public interface Elsewhere {
  Elsewhere NOTHING = (carer, date) -> null;

  /** @param minutes of service and travel
   *  @param leaves, ends minute of that day of the first way and of the end of the last visit */
  record Duty(int minutes, int leaves, int ends) {}

  /** Null where the carer goes to nobody. */
  @Nullable Duty on(CarerId carer, LocalDate date);
}
