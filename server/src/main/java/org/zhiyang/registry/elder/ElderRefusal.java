package org.zhiyang.registry.elder;

import org.jspecify.annotations.Nullable;

/** An expected "no" of the register. */
public abstract sealed class ElderRefusal extends RuntimeException {
  private ElderRefusal(String message) {
    super(message, null, false, false);
  }

  /** The ID number stands in the register already; the record is named only to those who may see it. */
  public static final class AlreadyRegistered extends ElderRefusal {
    private final @Nullable ElderId existing;

    public AlreadyRegistered(@Nullable ElderId existing) {
      super("this ID number is registered already");
      this.existing = existing;
    }

    public @Nullable ElderId existing() {
      return existing;
    }
  }

  /** The village is not one of the city's, or not one of the reader's. */
  public static final class UnknownRegion extends ElderRefusal {
    private final String regionCode;

    public UnknownRegion(String regionCode) {
      super("unknown region");
      this.regionCode = regionCode;
    }

    public String regionCode() {
      return regionCode;
    }
  }

  /** The register is for people of 60 and more (the care of infants has its own). */
  public static final class TooYoung extends ElderRefusal {
    private final int age;

    public TooYoung(int age) {
      super("younger than 60");
      this.age = age;
    }

    public int age() {
      return age;
    }
  }

  /** What was asked cannot be done to somebody of this status, e.g. planning visits to the deceased. */
  public static final class NotServed extends ElderRefusal {
    private final ElderStatus status;

    public NotServed(ElderStatus status) {
      super("the elder's status does not allow this");
      this.status = status;
    }

    public ElderStatus status() {
      return status;
    }
  }
}
