package org.zhiyang.service.homecare.store;

import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Timestamp;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.crypto.BlindIndex;

/** 老人码 and signing PIN. The code holds the elder's id, the card's version and a keyed digest (HMAC-SM3) over both: it cannot be made up, and a lost card is void once a new version is given.
 *  It names nobody to whoever reads it. The PIN is kept as a keyed digest only; {@value #TRIES} wrong ones shut it for the rest of the day. */
@Component
public class ElderCards {
  public static final int TRIES = 5;
  private static final String PREFIX = "ZYC1.";

  private final JdbcClient jdbc;
  private final BlindIndex keyed;

  ElderCards(JdbcClient jdbc, BlindIndex keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  public String token(UUID elder) {
    return token(elder, version(elder));
  }

  private String token(UUID elder, int version) {
    var plain = ByteBuffer.allocate(20).putLong(elder.getMostSignificantBits()).putLong(elder.getLeastSignificantBits()).putInt(version).array();
    var mac = keyed.of(BlindIndex.Kind.ELDER_CARD, elder + ":" + version);
    var out = ByteBuffer.allocate(20 + 16).put(plain).put(mac, 0, 16).array();
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(out);
  }

  /** True if the text read from a card is this elder's newest code. */
  public boolean isCardOf(UUID elder, String read) {
    return MessageDigest.isEqual(token(elder).getBytes(java.nio.charset.StandardCharsets.US_ASCII), read.strip().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private int version(UUID elder) {
    return jdbc.sql("select version from homecare.elder_card where elder_id = :elder").param("elder", elder).query(Integer.class).optional().orElse(1);
  }

  /** The old card is void from now on. */
  public void replace(UUID elder) {
    jdbc.sql("insert into homecare.elder_card (elder_id, version) values (:elder, 2) on conflict (elder_id) do update set version = elder_card.version + 1").param("elder", elder).update();
  }

  public void setPin(UUID elder, String pin, Instant at, UUID by) {
    jdbc.sql("""
            insert into homecare.elder_card (elder_id, pin_mac, pin_set_at, pin_set_by) values (:elder, :mac, :at, :by)
            on conflict (elder_id) do update set pin_mac = excluded.pin_mac, pin_set_at = excluded.pin_set_at, pin_set_by = excluded.pin_set_by, pin_failed = 0, pin_locked_on = null""")
        .param("elder", elder).param("mac", mac(elder, pin)).param("at", Timestamp.from(at)).param("by", by).update();
  }

  public boolean hasPin(UUID elder) {
    return jdbc.sql("select exists (select from homecare.elder_card where elder_id = :elder and pin_mac is not null)").param("elder", elder).query(Boolean.class).single();
  }

  public enum PinAnswer { RIGHT, WRONG, LOCKED, NOT_SET }

  public PinAnswer tryPin(UUID elder, String pin, LocalDate today) {
    record Kept(byte @Nullable [] mac, int failed, @Nullable LocalDate lockedOn) {}
    var kept = jdbc.sql("select pin_mac, pin_failed, pin_locked_on from homecare.elder_card where elder_id = :elder for update").param("elder", elder)
        .query((r, n) -> new Kept(r.getBytes(1), r.getInt(2), r.getObject(3, LocalDate.class))).optional().orElse(null);
    if (kept == null || kept.mac == null) return PinAnswer.NOT_SET;
    if (today.equals(kept.lockedOn)) return PinAnswer.LOCKED;
    if (MessageDigest.isEqual(kept.mac, mac(elder, pin))) {
      if (kept.failed > 0) jdbc.sql("update homecare.elder_card set pin_failed = 0, pin_locked_on = null where elder_id = :elder").param("elder", elder).update();
      return PinAnswer.RIGHT;
    }
    jdbc.sql("update homecare.elder_card set pin_failed = case when pin_failed + 1 >= :tries then 0 else pin_failed + 1 end, pin_locked_on = case when pin_failed + 1 >= :tries then :today::date end where elder_id = :elder")
        .param("tries", TRIES).param("today", Date.valueOf(today)).param("elder", elder).update();
    return kept.failed + 1 >= TRIES ? PinAnswer.LOCKED : PinAnswer.WRONG;
  }

  public void setBeware(UUID elder, @Nullable String text) {
    jdbc.sql("insert into homecare.elder_card (elder_id, beware) values (:elder, :text) on conflict (elder_id) do update set beware = excluded.beware").param("elder", elder)
        .param("text", text).update();
  }

  /** What phones and pages show of these elders' cards; elders without a record are left out. */
  public Map<UUID, Shown> shown(Collection<UUID> elders) {
    var shown = new HashMap<UUID, Shown>();
    if (elders.isEmpty()) return shown;
    jdbc.sql("select elder_id, beware, pin_mac is not null from homecare.elder_card where elder_id = any(:elders)").param("elders", elders.toArray(UUID[]::new))
        .query((r, n) -> shown.put(r.getObject(1, UUID.class), new Shown(r.getString(2), r.getBoolean(3)))).list();
    return shown;
  }

  public record Shown(@Nullable String beware, boolean pinSet) {}

  private byte[] mac(UUID elder, String pin) {
    return keyed.of(BlindIndex.Kind.ELDER_PIN, elder + ":" + pin);
  }
}
