package org.zhiyang.need.eligibility;

import java.util.UUID;

/** Names one granted entitlement of an elder for a period. */
public record EntitlementId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
