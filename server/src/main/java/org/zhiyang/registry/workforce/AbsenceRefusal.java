package org.zhiyang.registry.workforce;

/** An expected "no" of the register of absences. */
public abstract sealed class AbsenceRefusal extends RuntimeException {
  private AbsenceRefusal(String message) {
    super(message, null, false, false);
  }

  /** The carer is absent already in part of that time. */
  public static final class Overlapping extends AbsenceRefusal {
    public Overlapping() {
      super("the carer is absent already in part of that time");
    }
  }
}
