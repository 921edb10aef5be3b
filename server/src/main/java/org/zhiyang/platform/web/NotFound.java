package org.zhiyang.platform.web;

/** Refusal: what was asked for is not there, or the asker may not know that it is. Answered 404. */
public final class NotFound extends RuntimeException {
  public NotFound() {
    super("not found", null, false, false);
  }
}
