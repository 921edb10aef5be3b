package org.zhiyang.platform.clock;

import java.time.LocalDate;

/** Work that falls due once for every business day (expiries, monthly runs on their day, samples). A bean of this type is run once for each
 *  day, in the order of days, also for days that were skipped by a jump of the demo clock or a stop of the server; a day whose run failed is
 *  tried again before the next day. Runs in a transaction of its own with the record that it ran: it either happened or it did not. */
public interface DailyJob {
  /** Stable, e.g. "assessment.expire"; stored. */
  String name();

  /** Jobs of one day run by this order, low first; ties by name. */
  default int order() {
    return 100;
  }

  void runFor(LocalDate day);
}
