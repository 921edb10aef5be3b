package org.zhiyang.platform.web;

/** Refusal: the form was filled from an older version of the record. Answered 409 with the version that holds now. */
public final class StaleVersion extends RuntimeException {
  private final long currentVersion;

  public StaleVersion(long currentVersion) {
    super("stale version", null, false, false);
    this.currentVersion = currentVersion;
  }

  public long currentVersion() {
    return currentVersion;
  }
}
