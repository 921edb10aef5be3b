package org.zhiyang.need.assessment.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature under the filled form.
 *
 * @param account the assessor's account; for the informant the account in whose presence they signed
 * @param name as signed
 * @param contentDigest SHA-256 (hex) of the content that was signed
 * @param image SVG path of the drawn signature; null where a PIN or the account itself is the proof
 */
public record Signature(Signer signer, UUID account, String name, Instant signedAt, String contentDigest, @Nullable String image) {

  /** Whose signature it is: all three are needed. */
  public enum Signer { FIRST_ASSESSOR, SECOND_ASSESSOR, INFORMANT }
}
