package org.zhiyang.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** Seals a short text (ID number, phone, address) or the content of a file with SM4 in GCM mode (GB/T 32907-2016), so that the database holds nothing readable.
 *  A sealed value is: 1 byte key version, 12 bytes nonce, cipher text, 16 bytes tag. The same text seals differently each time:
 *  search goes through {@link BlindIndex}. Safe for many threads. */
public final class Sealing {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Keys keys;
  private final SecureRandom random = new SecureRandom();

  public Sealing(Keys keys) {
    this.keys = keys;
  }

  /** Null stays null: an unknown phone number is not a sealed empty one. */
  public byte @Nullable [] seal(@Nullable String text) {
    return text == null ? null : sealBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #seal}, for the content of a file that fits into memory. */
  public byte[] sealBytes(byte[] plain) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var cipher = cipher(true, keys.version(), nonce);
    var body = new byte[cipher.getOutputSize(plain.length)];
    finish(cipher, plain, 0, plain.length, body);
    return ByteBuffer.allocate(1 + NONCE_BYTES + body.length).put(keys.version()).put(nonce).put(body).array();
  }

  /** The text again; an altered value or a missing key is a fault, never an empty answer. */
  public @Nullable String open(byte @Nullable [] sealed) {
    return sealed == null ? null : new String(openBytes(sealed), StandardCharsets.UTF_8);
  }

  public byte[] openBytes(byte[] sealed) {
    var nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
    var cipher = cipher(false, sealed[0], nonce);
    var offset = 1 + NONCE_BYTES;
    var plain = new byte[cipher.getOutputSize(sealed.length - offset)];
    finish(cipher, sealed, offset, sealed.length - offset, plain);
    return plain;
  }

  private GCMModeCipher cipher(boolean sealing, byte version, byte[] nonce) {
    var cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(sealing, new AEADParameters(new KeyParameter(keys.sealingKey(version)), TAG_BITS, nonce));
    return cipher;
  }

  private static void finish(GCMModeCipher cipher, byte[] in, int offset, int length, byte[] out) {
    try {
      var n = cipher.processBytes(in, offset, length, out, 0);
      cipher.doFinal(out, n);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("a sealed value was altered, or sealed with another key", e);
    }
  }
}
