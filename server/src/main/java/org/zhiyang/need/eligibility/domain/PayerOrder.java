package org.zhiyang.need.eligibility.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;

/** The order of payers; each stands once, the elder last, because the last pays what is left. */
public record PayerOrder(List<Payer> payers) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PayerOrder {
    if (payers.size() != new HashSet<>(payers).size() || payers.isEmpty() || payers.getLast() != Payer.ELDER) {
      throw new IllegalArgumentException("payers stand once each and ELDER is the last");
    }
    payers = List.copyOf(payers);
  }

  @JsonValue
  @Override
  public List<Payer> payers() {
    return payers;
  }
}
