package org.zhiyang.registry.workforce;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.InvalidInput;

/** 缺勤: a provider writes down who is ill, leaves early or is away. */
@RestController
class AbsenceController {
  private static final int LONGEST_DAYS = 62;
  private static final int LONGEST_DAYS_OF_ONE = 400;

  private final Absences absences;
  private final WorkforceQueries workforce;
  private final CurrentActor current;

  AbsenceController(Absences absences, WorkforceQueries workforce, CurrentActor current) {
    this.absences = absences;
    this.workforce = workforce;
    this.current = current;
  }

  record AbsenceRow(UUID id, UUID carerId, String carerName, OffsetDateTime from, OffsetDateTime to, Absence.Reason reason, @Nullable String note) {}

  /** Absences that touch the days from {@code from} to before {@code to}: at most two months, 400 days for one carer. */
  @GetMapping("/api/absences")
  @Guarded(permission = "workforce.read", audit = true)
  List<AbsenceRow> list(@RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam @Nullable UUID carer) {
    if (!to.isAfter(from)) throw new InvalidInput("to", "before-from");
    if (ChronoUnit.DAYS.between(from, to) > (carer == null ? LONGEST_DAYS : LONGEST_DAYS_OF_ONE)) throw new InvalidInput("to", "too-long");
    var found = absences.between(from, to, carer == null ? null : new CarerId(carer), current.scope());
    var names = workforce.namesOf(found.stream().map(Absence::carer).toList());
    return found.stream().map(a -> new AbsenceRow(a.id(), a.carer().value(), names.getOrDefault(a.carer(), ""), a.from().atZone(BusinessClock.ZONE).toOffsetDateTime(),
        a.to().atZone(BusinessClock.ZONE).toOffsetDateTime(), a.reason(), a.note())).toList();
  }

  /** @param from, to moments, {@code to} exclusive */
  record AbsenceRequest(@NotNull OffsetDateTime from, @NotNull OffsetDateTime to, @NotNull Absence.Reason reason, @Nullable @Size(min = 1, max = 200) String note) {}

  record Recorded(UUID id) {}

  @PostMapping("/api/carers/{id}/absences")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "workforce.write", audit = true)
  Recorded record(@PathVariable UUID id, @Valid @RequestBody AbsenceRequest body) {
    return new Recorded(absences.record(new CarerId(id), body.from().toInstant(), body.to().toInstant(), body.reason(), body.note(), current.get()));
  }

  @PostMapping("/api/carers/{id}/absences/{absence}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "workforce.write", audit = true)
  void withdraw(@PathVariable UUID id, @PathVariable UUID absence) {
    absences.withdraw(new CarerId(id), absence, current.get());
  }
}
