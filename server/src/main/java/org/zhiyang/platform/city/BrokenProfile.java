package org.zhiyang.platform.city;

/** A city profile that cannot be used; the message names the file and what to correct. The start ends with it. */
public final class BrokenProfile extends RuntimeException {

  public BrokenProfile(String file, String whatIsWrong) {
    super("profile file " + file + ": " + whatIsWrong);
  }

  public BrokenProfile(String file, String whatIsWrong, Throwable cause) {
    super("profile file " + file + ": " + whatIsWrong, cause);
  }
}
