package org.zhiyang.funding.settlement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.funding.settlement.store.LineObjections;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.funding.settlement.usecase.ComputeDraft;
import org.zhiyang.funding.settlement.usecase.DecideLineObjection;
import org.zhiyang.funding.settlement.usecase.FreezeStatement;
import org.zhiyang.funding.settlement.usecase.ObjectToLine;
import org.zhiyang.funding.settlement.usecase.ReviewStatement;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;

/** What people do with a statement. Each act answers the statement's page anew by a read of its own. */
@RestController
class StatementActs {
  private final Statements statements;
  private final ComputeDraft compute;
  private final FreezeStatement freeze;
  private final ReviewStatement review;
  private final ObjectToLine object;
  private final DecideLineObjection decide;
  private final CurrentActor current;
  private final Clock clock;

  StatementActs(Statements statements, ComputeDraft compute, FreezeStatement freeze, ReviewStatement review, ObjectToLine object, DecideLineObjection decide, CurrentActor current, Clock clock) {
    this.statements = statements;
    this.compute = compute;
    this.freeze = freeze;
    this.review = review;
    this.object = object;
    this.decide = decide;
    this.current = current;
    this.clock = clock;
  }

  record Done(UUID id, String state) {}

  record PrepareRequest(@Nullable @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month) {}

  record Prepared(int statements) {}

  /** Computes the drafts of a past month (the one before when none is named) for every provider of the officer's area that had visits in it, or has differences or debts of earlier months, as the platform does by itself every day for the month before. */
  @PostMapping("/api/statements")
  @Guarded(permission = "settlement.prepare", audit = true)
  Prepared prepare(@Valid @RequestBody PrepareRequest body) {
    var now = YearMonth.now(clock);
    var month = body.month() == null ? now.minusMonths(1) : YearMonth.parse(body.month());
    if (!month.isBefore(now)) throw new InvalidInput("month", "not-over");
    return new Prepared(compute.handleAll(month, current.scope()));
  }

  /** Computes a draft anew from the evidence that holds now; a frozen statement stays as it is. */
  @PostMapping("/api/statements/{id}/recomputation")
  @Guarded(permission = "settlement.prepare", audit = true)
  Done recompute(@PathVariable UUID id) {
    var statement = statements.find(id, current.scope()).orElseThrow(NotFound::new);
    compute.handle(statement.provider(), statement.month());
    return done(id);
  }

  record FreezeRequest(@NotBlank @Pattern(regexp = "[0-9a-f]{64}") String digest) {}

  @PostMapping("/api/statements/{id}/freezing")
  @Guarded(permission = "settlement.prepare", audit = true)
  Done freeze(@PathVariable UUID id, @Valid @RequestBody FreezeRequest body) {
    freeze.handle(id, body.digest(), current.get());
    return done(id);
  }

  record ReviewRequest(@Nullable @Size(max = 500) String note) {}

  @PostMapping("/api/statements/{id}/review")
  @Guarded(permission = "settlement.review", audit = true)
  Done review(@PathVariable UUID id, @Valid @RequestBody ReviewRequest body) {
    review.handle(id, body.note() == null || body.note().isBlank() ? null : body.note().strip(), current.get());
    return done(id);
  }

  record ObjectionRequest(@NotNull UUID lineId, @NotBlank @Size(min = 4, max = 500) String reason) {}

  record Objected(UUID id) {}

  @PostMapping("/api/statements/{id}/objections")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "settlement.object", audit = true)
  Objected object(@PathVariable UUID id, @Valid @RequestBody ObjectionRequest body) {
    return new Objected(object.handle(id, body.lineId(), body.reason().strip(), current.get()));
  }

  record DecisionRequest(@NotNull LineObjections.Decision decision, @NotBlank @Size(min = 4, max = 500) String reason) {}

  @PostMapping("/api/statements/{id}/objections/{objection}/decision")
  @Guarded(permission = "settlement.review", audit = true)
  Done decide(@PathVariable UUID id, @PathVariable UUID objection, @Valid @RequestBody DecisionRequest body) {
    decide.handle(objection, body.decision(), body.reason().strip(), current.get());
    return done(id);
  }

  private Done done(UUID id) {
    return new Done(id, statements.find(id, current.scope()).orElseThrow(NotFound::new).state().name());
  }
}
