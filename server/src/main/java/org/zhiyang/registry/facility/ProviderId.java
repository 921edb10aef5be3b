package org.zhiyang.registry.facility;

import java.util.UUID;

/** Names one provider of home care (服务商). Equal to the organisation id of its accounts. */
public record ProviderId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
