package org.zhiyang.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** For answers that hold a secret which is shown once, such as a first password: what is kept for a repeated key instead of the answer itself. */
public final class ShownOnce {
  static final String ATTRIBUTE = ShownOnce.class.getName();

  private ShownOnce() {}

  /** {@code answer} is the same answer without its secret; whoever repeats the key gets that. */
  public static void keepInstead(HttpServletRequest request, Object answer) {
    request.setAttribute(ATTRIBUTE, answer);
  }
}
