package org.zhiyang.insight.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** Codes of the services that count as a contact of spiritual comfort (精神慰藉); at least one. */
record ContactServices(@JsonValue List<String> codes) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  ContactServices {
    codes = List.copyOf(codes);
    if (codes.isEmpty()) throw new IllegalArgumentException("at least one service counts as contact");
  }
}
