package org.zhiyang.registry.elder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Problems.FieldError;

/** Which day a change in an elder's life may have: not before birth, not in the future, not before what the register holds already; a death not before the last day a person confirmed that the elder was met.
 *  Source: assumption of ours, no document names these limits; a typing mistake in a date of death stops services and money. */
@Component
class StatusDates {
  private final ObjectProvider<LifeSigns> signs;
  private final Clock clock;

  StatusDates(ObjectProvider<LifeSigns> signs, Clock clock) {
    this.signs = signs;
    this.clock = clock;
  }

  /** @param notBefore the day from which the status before holds; null when unknown
   *  @throws InvalidInput for {@code since}, with the day it clashes with */
  void check(ElderProfile elder, ElderStatus to, LocalDate since, @Nullable LocalDate notBefore) {
    if (since.isAfter(LocalDate.now(clock))) throw new InvalidInput("since", "in-the-future");
    if (since.isBefore(elder.birthOn())) throw refused("before-birth", elder.birthOn());
    if (notBefore != null && since.isBefore(notBefore)) throw refused("before-status", notBefore);
    if (to != ElderStatus.DECEASED) return;
    lastMet(elder.id()).filter(since::isBefore).ifPresent(met -> {
      throw refused("before-last-visit", met);
    });
  }

  private Optional<LocalDate> lastMet(ElderId elder) {
    return signs.stream().flatMap(sign -> sign.lastMet(elder).stream()).max(Comparator.naturalOrder());
  }

  private static InvalidInput refused(String code, LocalDate day) {
    return new InvalidInput(List.of(new FieldError("since", code, Map.of("day", day.toString()))));
  }
}
