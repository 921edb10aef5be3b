package org.zhiyang.funding.settlement.domain;

/** A bank file that cannot be read; the message is a Chinese sentence for the person who sent it and holds no account number. */
public final class BrokenFile extends RuntimeException {
  public BrokenFile(String sentence) {
    super(sentence, null, false, false);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
