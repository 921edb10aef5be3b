package org.zhiyang.service.homecare;

import java.util.UUID;

/** Names one recurring service order: one plan item with one provider. */
public record OrderId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
