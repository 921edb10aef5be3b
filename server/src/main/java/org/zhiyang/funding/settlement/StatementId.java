package org.zhiyang.funding.settlement;

import java.util.UUID;

/** Names one provider's statement of one month (结算单). */
public record StatementId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
