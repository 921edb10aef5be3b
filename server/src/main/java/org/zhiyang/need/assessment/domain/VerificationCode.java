package org.zhiyang.need.assessment.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The short code printed on a report beside its QR: it changes when the signed content or the result changes. Tells nothing by itself. */
public final class VerificationCode {

  private static final int LENGTH = 16;

  private VerificationCode() {}

  /** 16 hex digits over the content's digest ({@link ContentDigest}) and the final level. */
  public static String of(String contentDigest, Grading grading) {
    var text = contentDigest + "/" + grading.total() + "/" + grading.finalLevel();
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
