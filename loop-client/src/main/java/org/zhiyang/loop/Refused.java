package org.zhiyang.loop;

import tools.jackson.databind.JsonNode;

/** The platform answered a call with a problem. */
public final class Refused extends RuntimeException {
  private final int status;
  private final transient JsonNode body;

  Refused(String call, int status, JsonNode body) {
    super(call + " answered " + status + " " + body);
    this.status = status;
    this.body = body;
  }

  public int status() {
    return status;
  }

  /** {@code /problems/…}; empty when the answer was no problem document. */
  public String problem() {
    return body.path("type").asString("");
  }
}
