package org.zhiyang.service.homecare.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act of a carer on the phone. Never changed once stored; stored once, however often it arrives.
 *
 *  @param seq the phone's own count, breaks ties of one moment
 *  @param at when it happened: the device's time, or the time of receipt where the device's clock runs ahead of it
 *  @param method how presence was shown, check-ins and check-outs only; {@code cardValid} whether the elder's code was read and is theirs, null when none was read
 *  @param fields fields of proof by name; {@code items} what was ticked */
public record VisitEvent(UUID id, Kind kind, int seq, UUID carer, Instant deviceAt, Instant at, Instant receivedAt, @Nullable Method method, @Nullable Fix position, @Nullable Boolean cardValid,
    @Nullable UUID file, @Nullable String fileDigest, List<Item> items, Map<String, Object> fields, @Nullable String text, @Nullable Signature signature, boolean late) {
  public static final Comparator<VisitEvent> IN_ORDER = Comparator.comparing(VisitEvent::at).thenComparing(VisitEvent::seq).thenComparing(VisitEvent::id);

  public enum Kind { CHECK_IN, CHECK_OUT, ITEM, VITALS, NOTE, PHOTO, SIGNATURE, CONCERN }

  public enum Method { POSITION, QR, NO_POSITION }

  /** @param accuracyM radius of the reading, meters; null when the phone does not say */
  public record Fix(double lng, double lat, @Nullable Double accuracyM) {}

  public record Item(String key, State state, @Nullable String reason) {
    public enum State { DONE, NOT_DONE, DECLINED, NOT_APPLICABLE }
  }

  /** DRAWN by the elder, by the elder's PIN, or by a PROXY who says who they are. The PIN itself is never kept. */
  public record Signature(Kind kind, @Nullable UUID file, @Nullable String signer) {
    public enum Kind { DRAWN, PIN, PROXY }
  }
}
