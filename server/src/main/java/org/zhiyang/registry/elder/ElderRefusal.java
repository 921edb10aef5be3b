package org.zhiyang.registry.elder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

  /** The form was made from a version that is no longer the newest: which of its facts are not what is stored now, and who changed the record since, when known. */
  public static final class ChangedMeanwhile extends ElderRefusal {
    private final long currentVersion;
    private final List<String> differs;
    private final @Nullable UUID by;
    private final @Nullable Instant at;

    public ChangedMeanwhile(long currentVersion, List<String> differs, @Nullable UUID by, @Nullable Instant at) {
      super("the record was changed meanwhile");
      this.currentVersion = currentVersion;
      this.differs = List.copyOf(differs);
      this.by = by;
      this.at = at;
    }

    public long currentVersion() {
      return currentVersion;
    }

    public List<String> differs() {
      return differs;
    }

    public @Nullable UUID by() {
      return by;
    }

    public @Nullable Instant at() {
      return at;
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
