package org.zhiyang.registry.workforce;

import java.time.LocalDate;

/** An expected "no" when somebody leaves. */
public abstract sealed class LeavingRefusal extends RuntimeException {
  private LeavingRefusal(String message) {
    super(message, null, false, false);
  }

  /** The day has come: another is not written down any more; it may be taken back ({@code revocable}) until {@code until}, included. */
  public static final class AlreadyLeft extends LeavingRefusal {
    private final LocalDate on;
    private final LocalDate until;
    private final boolean revocable;

    public AlreadyLeft(LocalDate on, LocalDate until, boolean revocable) {
      super("the carer has left already");
      this.on = on;
      this.until = until;
      this.revocable = revocable;
    }

    public LocalDate on() {
      return on;
    }

    public LocalDate until() {
      return until;
    }

    public boolean revocable() {
      return revocable;
    }
  }

  /** Another day is written down already. */
  public static final class OtherDayStands extends LeavingRefusal {
    private final LocalDate on;

    public OtherDayStands(LocalDate on) {
      super("another day is written down");
      this.on = on;
    }

    public LocalDate on() {
      return on;
    }
  }
}
