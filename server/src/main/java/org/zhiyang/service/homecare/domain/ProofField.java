package org.zhiyang.service.homecare.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One field of proof a service asks for (service list, {@code proof}).
 *
 *  @param kind moment, text, number, photo, agreement (ticked before), confirmation (ticked or signed), choices or carer
 *  @param from, to bounds of a number, both included; null = none
 *  @param notBefore field of a moment that this moment cannot lie before; null = none
 *  @param choices what may be ticked, empty unless kind is choices */
public record ProofField(String field, String label, String kind, @Nullable Double from, @Nullable Double to, List<String> choices, @Nullable String notBefore) {
  public static ProofField of(Map<String, Object> raw) {
    var choices = raw.get("choices") instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.<String>of();
    return new ProofField(String.valueOf(raw.get("field")), String.valueOf(raw.get("label")), String.valueOf(raw.get("kind")), number(raw.get("from")), number(raw.get("to")), choices,
        raw.get("notBefore") instanceof String other ? other : null);
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value instanceof Number n ? Double.valueOf(n.doubleValue()) : null;
  }
}
