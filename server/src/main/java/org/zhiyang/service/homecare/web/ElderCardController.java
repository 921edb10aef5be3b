package org.zhiyang.service.homecare.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.service.homecare.store.ElderCards;

/** 老人码: the card that hangs at home and is read at check-in; the PIN an elder signs with; what visitors beware of. */
@RestController
class ElderCardController {
  private static final int QUIET_ZONE = 4;

  private final ElderCards cards;
  private final ElderQueries elders;
  private final CurrentActor current;
  private final Clock clock;

  ElderCardController(ElderCards cards, ElderQueries elders, CurrentActor current, Clock clock) {
    this.cards = cards;
    this.elders = elders;
    this.current = current;
    this.clock = clock;
  }

  /** @param svg the code to print, scalable; {@code name} stands under it */
  record Card(String token, String svg, String name, boolean pinSet, @Nullable String beware) {}

  @GetMapping("/api/elders/{id}/card")
  @Guarded(permission = "visit.card", audit = true)
  Card card(@PathVariable UUID id) {
    var elder = elders.get(new ElderId(id), current.scope());
    var token = cards.token(id);
    var shown = cards.shown(List.of(id)).getOrDefault(id, new ElderCards.Shown(null, false));
    return new Card(token, svg(token), elder.name(), shown.pinSet(), shown.beware());
  }

  record ReplacementRequest(@NotBlank @Size(min = 2, max = 200) String reason) {}

  /** A lost card: the old one is void at once. */
  @PostMapping("/api/elders/{id}/card/replacement")
  @Guarded(permission = "visit.card", audit = true)
  @Transactional
  public Card replace(@PathVariable UUID id, @Valid @RequestBody ReplacementRequest body) {
    elders.get(new ElderId(id), current.scope());
    cards.replace(id);
    return card(id);
  }

  record PinRequest(@NotNull @Pattern(regexp = "\\d{4,6}") String pin) {}

  @PutMapping("/api/elders/{id}/pin")
  @Guarded(permission = "visit.card", audit = true)
  @Transactional
  public Card setPin(@PathVariable UUID id, @Valid @RequestBody PinRequest body) {
    elders.get(new ElderId(id), current.scope());
    if (body.pin().chars().distinct().count() == 1 || "0123456789".contains(body.pin()) || "9876543210".contains(body.pin())) throw new InvalidInput("pin", "too-simple");
    cards.setPin(id, body.pin(), clock.instant(), current.get().accountId());
    return card(id);
  }

  record BewareRequest(@Nullable @Size(max = 300) String text) {}

  /** What whoever comes should know: a dog, hard of hearing, ring twice. */
  @PutMapping("/api/elders/{id}/beware")
  @Guarded(permission = "visit.card", audit = true)
  @Transactional
  public Card setBeware(@PathVariable UUID id, @Valid @RequestBody BewareRequest body) {
    elders.get(new ElderId(id), current.scope());
    cards.setBeware(id, body.text() == null || body.text().isBlank() ? null : body.text().strip());
    return card(id);
  }

  private static String svg(String text) {
    try {
      var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
      var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
      var path = new StringBuilder();
      for (var y = 0; y < code.getHeight(); y++) {
        for (var x = 0; x < code.getWidth(); x++) {
          if (code.get(x, y)) path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
      return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"老人码\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/><path d=\"%s\"/></svg>"
          .formatted(code.getWidth(), code.getHeight(), path);
    } catch (WriterException e) {
      throw new IllegalStateException("a card's code cannot be drawn", e);
    }
  }
}
