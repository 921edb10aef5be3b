package org.zhiyang.service.homecare.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.crypto.Sm3;
import org.zhiyang.service.homecare.domain.VisitEvent;

/** The digest a visit's proof is frozen to: SM3 over every event in the order of their ids, each with its values in a fixed order and lengths before texts, so that no two proofs give one text. */
final class Evidence {
  private Evidence() {}

  /** 64 hex digits. */
  static String digest(UUID visit, Collection<VisitEvent> events) {
    var text = new StringBuilder("visit:").append(visit);
    events.stream().sorted(java.util.Comparator.comparing(VisitEvent::id)).forEach(e -> append(text, values(e)));
    return Sm3.hex(text.toString());
  }

  private static List<@Nullable Object> values(VisitEvent e) {
    var fix = e.position();
    var signature = e.signature();
    return java.util.Arrays.asList(e.id(), e.kind(), e.seq(), e.carer(), e.deviceAt(), e.at(), e.receivedAt(), e.method(), fix == null ? null : List.of(fix.lng(), fix.lat(), String.valueOf(fix.accuracyM())),
        e.cardValid(), e.fileDigest(), e.items().stream().map(i -> i.key() + "=" + i.state() + ":" + i.reason()).toList(), e.fields(), e.text(),
        signature == null ? null : signature.kind() + ":" + signature.signer());
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case null -> text.append('n');
      case Map<?, ?> map -> {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, part) -> sorted.put(String.valueOf(key), part));
        text.append('{');
        sorted.forEach((key, part) -> {
          append(text, key);
          append(text, part);
        });
        text.append('}');
      }
      case Collection<?> list -> {
        text.append('[');
        list.forEach(part -> append(text, part));
        text.append(']');
      }
      default -> {
        var plain = value.toString();
        text.append(plain.length()).append(':').append(plain);
      }
    }
  }
}
