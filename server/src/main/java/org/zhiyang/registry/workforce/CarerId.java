package org.zhiyang.registry.workforce;

import java.util.UUID;

/** Names one care worker (护理员). */
public record CarerId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
