package org.zhiyang.service.homecare.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/** Most visits of one service one elder has on one day, by code of the service; a service without a figure has no cap. */
public record FrequencyCaps(@JsonValue Map<String, Integer> caps) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FrequencyCaps(Map<String, Integer> caps) {
    this.caps = Map.copyOf(caps);
  }

  public int of(String service) {
    return caps.getOrDefault(service, Integer.MAX_VALUE);
  }
}
