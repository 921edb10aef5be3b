package org.zhiyang.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The digest that names contents and freezes evidence: SM3 (GB/T 32905-2016), 32 bytes, shown as 64 hex digits. */
public final class Sm3 {
  private Sm3() {}

  public static String hex(byte[] content) {
    var digest = new SM3Digest();
    digest.update(content, 0, content.length);
    var out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return HexFormat.of().formatHex(out);
  }

  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
