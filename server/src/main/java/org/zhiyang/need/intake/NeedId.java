package org.zhiyang.need.intake;

import java.util.UUID;

/** Names one expressed need (需求登记单). */
public record NeedId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
