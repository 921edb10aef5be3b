package org.zhiyang.registry.workforce;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time in which a carer cannot be sent, whatever the rota says. {@code to} is exclusive. */
public record Absence(UUID id, CarerId carer, Instant from, Instant to, Reason reason, @Nullable String note) {
  public enum Reason { ILLNESS, LEAVES_EARLY, LEAVE, TRAINING, OTHER }
}
