package org.zhiyang.loop;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One visit as a carer's phone reports it in the evening: check-in at the door, proof, items, signature, check-out; sent as one batch whose events carry ids of their own, so that sending it again
 *  doubles nothing. */
final class CarerVisit {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Person carer;
  private final JsonNode visit;
  private final boolean located;
  private final Instant from;
  private final Instant to;
  private final List<Map<String, Object>> events = new ArrayList<>();

  /** @param located whether the phone knows where it is; without that the visit is looked into by the desk */
  CarerVisit(Person carer, JsonNode visit, boolean located) {
    this.located = located;
    this.carer = carer;
    this.visit = visit;
    this.from = Instant.parse(visit.path("plannedFrom").asString());
    this.to = Instant.parse(visit.path("plannedTo").asString());
  }

  void carryOut() {
    event("CHECK_IN", from, presence());
    proof("beforeStart", from.plusSeconds(60));
    var before = fields("beforeStart");
    if (!before.isEmpty()) event("VITALS", from.plusSeconds(80), Map.of("fields", before));
    event("ITEM", from.plusSeconds(90), Map.of("items", visit.path("items").valueStream().limit(1).map(i -> Map.of("key", i.path("key").asString(), "state", "DONE")).toList()));
    proof("atCheckOut", to.minusSeconds(90));
    event("SIGNATURE", to.minusSeconds(60), Map.of("signature", Map.of("kind", "PROXY", "signer", "配偶，老人不便签字")));
    var fields = fields("atCheckOut");
    event("CHECK_OUT", to, fields.isEmpty() ? Map.of() : Map.of("fields", fields));
    var answer = carer.post("上报上门记录", "/api/visits/" + visit.path("id").asString() + "/events", Map.of("events", events));
    for (var e : answer.path("events")) {
      if (!e.path("state").asString().equals("STORED") && !e.path("state").asString().equals("ALREADY")) throw new IllegalStateException("an event was refused: " + e);
    }
  }

  private Map<String, Object> presence() {
    var elder = visit.path("elder");
    if (!located || !elder.path("lng").isNumber()) return Map.of("method", "NO_POSITION");
    return Map.of("method", "POSITION", "position", Map.of("lng", elder.path("lng").asDouble(), "lat", elder.path("lat").asDouble(), "accuracyM", 12));
  }

  /** Photos among the asked proof are handed in one by one. */
  private void proof(String when, Instant at) {
    for (var field : visit.path(when)) {
      if (!field.path("kind").asString().equals("photo")) continue;
      var file = carer.upload("上传照片", photo());
      event("PHOTO", at, Map.of("fileId", file, "fields", Map.of(field.path("field").asString(), true)));
    }
  }

  private Map<String, Object> fields(String when) {
    var fields = new HashMap<String, Object>();
    for (var field : visit.path(when)) {
      var value = value(field);
      if (value != null) fields.put(field.path("field").asString(), value);
    }
    return fields;
  }

  private @Nullable Object value(JsonNode field) {
    return switch (field.path("kind").asString()) {
      case "moment" -> OffsetDateTime.ofInstant(to.minusSeconds(120), ZONE).toString();
      case "confirmation", "agreement" -> true;
      case "number" -> field.path("from").asInt();
      case "choices" -> List.of(field.path("choices").path(0).asString());
      case "photo" -> null;
      default -> "虚拟记录";
    };
  }

  /** The eight bytes every PNG begins with, and something no other photo has. */
  private static byte[] photo() {
    var id = UUID.randomUUID().toString();
    return ("\u0089PNG\r\n\u001a\n" + id).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private void event(String kind, Instant at, Map<String, ?> more) {
    var event = new HashMap<String, Object>(more);
    event.put("id", UUID.randomUUID());
    event.put("kind", kind);
    event.put("seq", events.size() + 1);
    event.put("deviceAt", OffsetDateTime.ofInstant(at, ZONE).toString());
    events.add(event);
  }
}
