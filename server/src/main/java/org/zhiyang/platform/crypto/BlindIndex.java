package org.zhiyang.platform.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Makes a sealed identifier searchable by exact value: HMAC-SM3 (GB/T 32905-2016) over the kind and the value, 32 bytes.
 *  Equal values of one kind give equal bytes; a phone number never matches an ID number. Safe for many threads. */
public final class BlindIndex {
  /** What is indexed or signed; part of the hashed text. ELDER_CARD signs the code on an elder's card, ELDER_PIN keeps a PIN unreadable. */
  public enum Kind { ID_NUMBER, PHONE, ELDER_CARD, ELDER_PIN }

  private final Keys keys;

  public BlindIndex(Keys keys) {
    this.keys = keys;
  }

  public byte[] of(Kind kind, String value) {
    var mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(keys.indexKey()));
    var text = (kind.name() + ':' + value).getBytes(StandardCharsets.UTF_8);
    mac.update(text, 0, text.length);
    var out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return out;
  }
}
