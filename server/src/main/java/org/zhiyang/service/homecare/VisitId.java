package org.zhiyang.service.homecare;

import java.util.UUID;

/** Names one visit to an elder's home. */
public record VisitId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
