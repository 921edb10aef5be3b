package org.zhiyang.need.intake;

import java.util.UUID;

/** Names one care case (服务案例): one elder, from the first need to closing. */
public record CaseId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
