package org.zhiyang.registry.elder;

import java.util.UUID;

/** Names one elder of the register. */
public record ElderId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
