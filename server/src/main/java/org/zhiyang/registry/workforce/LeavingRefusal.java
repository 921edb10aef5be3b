package org.zhiyang.registry.workforce;

import java.time.LocalDate;

/** An expected "no" when somebody leaves. */
public abstract sealed class LeavingRefusal extends RuntimeException {
  private LeavingRefusal(String message) {
    super(message, null, false, false);
  }

  /** The carer's last day is over: neither another day nor a return is written down here. */
  public static final class AlreadyLeft extends LeavingRefusal {
    private final LocalDate on;

    public AlreadyLeft(LocalDate on) {
      super("the carer has left already");
      this.on = on;
    }

    public LocalDate on() {
      return on;
    }
  }
}
