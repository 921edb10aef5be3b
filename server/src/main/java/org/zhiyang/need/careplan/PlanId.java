package org.zhiyang.need.careplan;

import java.util.UUID;

/** Names one care plan. */
public record PlanId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
