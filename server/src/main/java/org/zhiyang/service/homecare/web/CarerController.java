package org.zhiyang.service.homecare.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.crypto.Sm3;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.domain.VisitEvent;
import org.zhiyang.service.homecare.usecase.EventAnswer;
import org.zhiyang.service.homecare.usecase.PhoneEvent;
import org.zhiyang.service.homecare.usecase.RecordVisitEvents;
import org.zhiyang.service.homecare.view.CarerDay;
import tools.jackson.databind.json.JsonMapper;

/** The carer's phone: own visits to take along, and what was done there. Times are business time: a phone adds the difference between {@code serverAt} and its own clock to what it records. */
@RestController
class CarerController {
  private static final int MOST_DAYS = 14;

  private final CarerDay day;
  private final RecordVisitEvents record;
  private final CurrentActor current;
  private final JsonMapper json;
  private final Clock clock;

  CarerController(CarerDay day, RecordVisitEvents record, CurrentActor current, JsonMapper json, Clock clock) {
    this.day = day;
    this.record = record;
    this.current = current;
    this.json = json;
    this.clock = clock;
  }

  record MyVisits(OffsetDateTime serverAt, List<CarerDay.PhoneVisit> visits) {}

  /** Days from {@code from} to {@code to}, both included; without them today and tomorrow. The ETag covers the visits, not the clock: 304 when nothing changed, with the clock in X-Server-At. */
  @GetMapping("/api/my/visits")
  @Guarded(permission = "visit.do")
  ResponseEntity<MyVisits> mine(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to, @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
    var today = LocalDate.now(clock);
    var first = from == null ? today : from;
    var last = to == null ? first.plusDays(1) : to;
    if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) throw new InvalidInput("to", "range");
    var visits = day.read(current.get(), first, last, today);
    var tag = "\"" + Sm3.hex(json.writeValueAsBytes(visits)).substring(0, 32) + "\"";
    var now = OffsetDateTime.now(clock);
    // A proxy that compresses marks the tag as weak; the content is the same.
    var same = known != null && (known.equals(tag) || known.equals("W/" + tag));
    if (same) return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).header("X-Server-At", now.toString()).build();
    return ResponseEntity.ok().eTag(tag).header("X-Server-At", now.toString()).header("Cache-Control", "private, no-cache").body(new MyVisits(now, visits));
  }

  record Position(@Min(-180) @Max(180) double lng, @Min(-90) @Max(90) double lat, @Nullable Double accuracyM) {}

  record Item(@NotNull @Size(max = 60) String key, @NotNull VisitEvent.Item.State state, @Nullable @Size(max = 200) String reason) {}

  record Signature(@NotNull VisitEvent.Signature.Kind kind, @Nullable UUID fileId, @Nullable @Pattern(regexp = "\\d{4,6}") String pin, @Nullable @Size(max = 100) String signer) {}

  record Event(@NotNull UUID id, @NotNull VisitEvent.Kind kind, @NotNull OffsetDateTime deviceAt, int seq, @Nullable @Valid Position position, VisitEvent.@Nullable Method method,
      @Nullable @Size(max = 200) String qr, @Nullable @Size(max = 60) List<@NotNull @Valid Item> items, @Nullable Map<@Size(max = 60) String, Object> fields, @Nullable UUID fileId,
      @Nullable @Size(max = 2000) String text, @Nullable @Valid Signature signature) {}

  record EventsRequest(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Event> events) {}

  record EventsAnswer(OffsetDateTime serverAt, List<EventAnswer> events) {}

  /** Takes any number of events in any order; answers each. Always 200 when the visit is the carer's: a refused event does not hold up the others. */
  @PostMapping("/api/visits/{id}/events")
  @Guarded(permission = "visit.do")
  EventsAnswer events(@PathVariable UUID id, @Valid @RequestBody EventsRequest body) {
    var answers = record.handle(new VisitId(id), body.events().stream().map(CarerController::event).toList(), current.get());
    return new EventsAnswer(OffsetDateTime.now(clock), answers);
  }

  private static PhoneEvent event(Event e) {
    var fix = e.position() == null ? null : new VisitEvent.Fix(e.position().lng(), e.position().lat(), e.position().accuracyM());
    var items = e.items() == null ? List.<VisitEvent.Item>of() : e.items().stream().map(i -> new VisitEvent.Item(i.key(), i.state(), i.reason())).toList();
    var s = e.signature();
    var file = e.fileId() != null ? e.fileId() : s == null ? null : s.fileId();
    return new PhoneEvent(e.id(), e.kind(), e.deviceAt().toInstant(), e.seq(), fix, e.method(), e.qr(), items, e.fields() == null ? Map.of() : e.fields(), file, e.text(),
        s == null ? null : s.kind(), s == null ? null : s.pin(), s == null ? null : s.signer() != null ? s.signer() : e.text());
  }
}
