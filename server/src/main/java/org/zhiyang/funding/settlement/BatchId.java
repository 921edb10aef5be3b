package org.zhiyang.funding.settlement;

import java.util.UUID;

/** Names one payment batch (付款批次): the payments one bank file carries. */
public record BatchId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
