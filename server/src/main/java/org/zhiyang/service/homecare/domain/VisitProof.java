package org.zhiyang.service.homecare.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.service.homecare.domain.VisitEvent.Kind;

/** What all events of one visit prove together; the same for every order in which they arrived. Where two carers recorded one thing both answers stay, the later one counts. */
public final class VisitProof {
  /** The photo a carer takes who checks in without a position. */
  public static final String CHECK_IN_PHOTO = "checkInPhoto";

  private final List<VisitEvent> events;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, VisitEvent.Item> items = new LinkedHashMap<>();

  public VisitProof(Collection<VisitEvent> unordered) {
    events = unordered.stream().sorted(VisitEvent.IN_ORDER).toList();
    for (var event : events) {
      fields.putAll(event.fields());
      event.items().forEach(item -> items.put(item.key(), item));
    }
  }

  public List<VisitEvent> events() {
    return events;
  }

  /** The earliest check-in. */
  public Optional<VisitEvent> checkIn() {
    return events.stream().filter(e -> e.kind() == Kind.CHECK_IN).findFirst();
  }

  /** Each carer's earliest check-in before the visit was over, in order. */
  public List<VisitEvent> checkIns() {
    var seen = new HashSet<UUID>();
    return events.stream().filter(e -> e.kind() == Kind.CHECK_IN && !e.late() && seen.add(e.carer())).toList();
  }

  /** The earliest check-out that was taken. */
  public Optional<VisitEvent> checkOut() {
    return events.stream().filter(e -> e.kind() == Kind.CHECK_OUT).findFirst();
  }

  /** The signature that counts: the last one before the check-out's supplements. */
  public Optional<VisitEvent> signature() {
    return events.stream().filter(e -> e.kind() == Kind.SIGNATURE && !e.late()).reduce((a, b) -> b);
  }

  public Map<String, Object> fields() {
    return fields;
  }

  public Map<String, VisitEvent.Item> items() {
    return items;
  }

  /** Fields that one and the same photo was given for, two or more together: 服务前照片 that is 服务后照片 too. By what the photo shows, not by its id: uploaded twice it is still one.
   *  A photo sent again for its own field is no second use, and one that was replaced counts no more. */
  public List<List<String>> fieldsWithOnePhoto() {
    var digests = new HashMap<String, String>();
    for (var event : events) if (event.file() != null && event.fileDigest() != null) digests.put(event.file().toString(), event.fileDigest());
    var fieldsOf = new TreeMap<String, List<String>>();
    fields.forEach((field, value) -> {
      if (value instanceof String file && digests.containsKey(file)) fieldsOf.computeIfAbsent(digests.get(file), d -> new ArrayList<>()).add(field);
    });
    return fieldsOf.values().stream().filter(some -> some.size() > 1).toList();
  }

  /** Who checked in or out; what came after the check-out does not count. */
  public List<UUID> present() {
    return events.stream().filter(e -> !e.late() && (e.kind() == Kind.CHECK_IN || e.kind() == Kind.CHECK_OUT)).map(VisitEvent::carer).distinct().toList();
  }

  /** Why there was no position, as the carer said at the check-in; null when nothing was said. */
  public @Nullable String reasonWithoutPosition() {
    return checkIn().map(VisitEvent::text).filter(text -> !text.isBlank()).orElse(null);
  }

  /** Whether a photo was taken for the check-in: of the door or the room, before the visit was closed. */
  public boolean hasCheckInPhoto() {
    return checkIn().map(VisitEvent::file).isPresent() || events.stream().anyMatch(e -> !e.late() && e.file() != null && e.fields().containsKey(CHECK_IN_PHOTO));
  }

  public List<UUID> carers() {
    return events.stream().map(VisitEvent::carer).distinct().toList();
  }

  /** Fields that are asked for and not given, or given outside their bounds or order. */
  public List<ProofField> missing(List<ProofField> asked) {
    var missing = new ArrayList<ProofField>();
    for (var field : asked) {
      if (!isGiven(field)) missing.add(field);
    }
    return missing;
  }

  /** A second carer is somebody else than the carer who named them, whichever of the two goes on. */
  private boolean isGiven(ProofField asked) {
    var value = fields.get(asked.field());
    return switch (asked.kind()) {
      case "number" -> number(value) instanceof Double n && (asked.from() == null || n >= asked.from()) && (asked.to() == null || n <= asked.to());
      case "choices" -> value instanceof Collection<?> some && !some.isEmpty() || asked.choices().stream().anyMatch(c -> items.get(c) instanceof VisitEvent.Item i && i.state() == VisitEvent.Item.State.DONE);
      case "agreement" -> Boolean.TRUE.equals(value); // said before the service; the signature at its end does not stand for it
      case "confirmation" -> Boolean.TRUE.equals(value) || signature().isPresent();
      case "photo" -> value instanceof String id && events.stream().anyMatch(e -> e.file() != null && e.file().toString().equals(id));
      case "carer" -> value instanceof String id && isUuid(id) && events.stream().noneMatch(e -> id.equals(e.fields().get(asked.field())) && id.equals(e.carer().toString()));
      case "moment" -> moment(value) instanceof Instant at && (asked.notBefore() == null || !(moment(fields.get(asked.notBefore())) instanceof Instant first) || !at.isBefore(first));
      default -> value != null && !String.valueOf(value).isBlank();
    };
  }

  /** Planned minutes that may be paid for: all of them, unless the service is billed by the hour and the visit was shorter than {@code shortBelow} of the plan: then the full parts of
   *  {@code partMinutes} there. Nothing when every ticked item was left undone. Example: 60 minutes planned, share 0.7, parts of 30: 45 minutes pay 60, 41 pay 30, 29 pay nothing. */
  public int minutesDone(int plannedMinutes, int partMinutes, boolean byTheHour, double shortBelow) {
    if (!items.isEmpty() && items.values().stream().noneMatch(i -> i.state() == VisitEvent.Item.State.DONE)) return 0;
    if (!byTheHour || checkIn().isEmpty() || checkOut().isEmpty()) return plannedMinutes;
    var minutes = Duration.between(checkIn().get().at(), checkOut().get().at()).toMinutes();
    if (minutes >= shortBelow * plannedMinutes) return plannedMinutes;
    return (int) Math.min(plannedMinutes, minutes / partMinutes * partMinutes);
  }

  private static boolean isUuid(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }

  private static @Nullable Instant moment(@Nullable Object value) {
    try {
      return value instanceof String s ? OffsetDateTime.parse(s).toInstant() : null;
    } catch (DateTimeParseException notAMoment) {
      return null;
    }
  }

  private static @Nullable Double number(@Nullable Object value) {
    if (value instanceof Number n) return n.doubleValue();
    try {
      return value instanceof String s ? Double.valueOf(s) : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
