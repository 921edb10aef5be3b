package org.zhiyang.need.careplan.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.need.careplan.domain.AcceptedHow;
import org.zhiyang.need.careplan.domain.PlanQuote;
import org.zhiyang.need.careplan.usecase.AnswerPlan;
import org.zhiyang.need.careplan.usecase.WritePlan;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.InvalidInput;

/** 照护计划: each step of a plan's life. Whoever's scope does not reach the plan gets "not found"; an old version gets "stale" and changes nothing. */
@RestController
class PlanActs {
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final WritePlan write;
  private final AnswerPlan answer;
  private final PlanController plans;
  private final CurrentActor current;
  private final Clock clock;

  PlanActs(WritePlan write, AnswerPlan answer, PlanController plans, CurrentActor current, Clock clock) {
    this.write = write;
    this.answer = answer;
    this.plans = plans;
    this.current = current;
    this.clock = clock;
  }

  /** A weekday named twice is a slip (twice that day? another day?) that only whoever typed it can mend. */
  record ItemForm(@NotBlank String service, @NotNull @UniqueElements List<@NotNull Integer> weekdays, @NotNull Integer units, @NotNull LocalTime windowFrom, @NotNull LocalTime windowTo,
      @Nullable UUID wishedProvider, @Nullable @Size(max = 300) String wishes) {
    PlanItem item() {
      return new PlanItem(IDS.generate(), service, Set.copyOf(weekdays), units, windowFrom, windowTo, wishedProvider, wishes == null || wishes.isBlank() ? null : wishes.strip());
    }
  }

  record PlanForm(@NotNull UUID elderId, @NotNull LocalDate fromOn, @NotNull List<@Valid @NotNull ItemForm> items, @Nullable Boolean ownShareAccepted) {
    WritePlan.Draft draft() {
      return new WritePlan.Draft(fromOn, items.stream().map(ItemForm::item).toList(), Boolean.TRUE.equals(ownShareAccepted));
    }
  }

  record ChangeForm(@NotNull Long version, @NotNull LocalDate fromOn, @NotNull List<@Valid @NotNull ItemForm> items, @Nullable Boolean ownShareAccepted) {}

  /** Prices a plan as typed; stores nothing. */
  @PostMapping("/api/care-plans/quotes")
  @Guarded(permission = "careplan.write")
  PlanQuote quote(@Valid @RequestBody PlanForm body) {
    return write.quote(body.elderId(), body.draft(), current.get());
  }

  @PostMapping("/api/care-plans")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "careplan.write", audit = true)
  PlanController.PlanView create(@Valid @RequestBody PlanForm body) {
    return plans.read(write.create(body.elderId(), body.draft(), current.get()));
  }

  @PutMapping("/api/care-plans/{id}")
  @Guarded(permission = "careplan.write", audit = true)
  PlanController.PlanView change(@PathVariable UUID id, @Valid @RequestBody ChangeForm body) {
    write.change(id, body.version(), new WritePlan.Draft(body.fromOn(), body.items().stream().map(ItemForm::item).toList(), Boolean.TRUE.equals(body.ownShareAccepted())), current.get());
    return plans.read(id);
  }

  record ProposalForm(@NotNull Long version, @Nullable Boolean ownShareAccepted) {}

  @PostMapping("/api/care-plans/{id}/proposal")
  @Guarded(permission = "careplan.write", audit = true)
  PlanController.PlanView propose(@PathVariable UUID id, @Valid @RequestBody ProposalForm body) {
    write.propose(id, body.version(), Boolean.TRUE.equals(body.ownShareAccepted()), current.get());
    return plans.read(id);
  }

  @DeleteMapping("/api/care-plans/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "careplan.write", audit = true)
  void withdraw(@PathVariable UUID id, @RequestParam long version, @RequestParam @Nullable @Size(max = 300) String reason) {
    write.withdraw(id, version, reason, current.get());
  }

  record AcceptanceForm(@NotNull Long version, @Nullable AcceptedHow how, @Nullable @Size(max = 200) String place, @Nullable @Size(max = 300) String note) {}

  /** Elders and families accept for themselves (IN_APP); staff say how they heard it and note it: PHONE, IN_PERSON or SIGNED_PAPER. */
  @PostMapping("/api/care-plans/{id}/acceptance")
  @Guarded(permission = "careplan.accept", audit = true)
  PlanController.PlanView accept(@PathVariable UUID id, @Valid @RequestBody AcceptanceForm body) {
    var actor = current.get();
    var how = actor.isStaff() ? body.how() : AcceptedHow.IN_APP;
    if (how == null) throw new InvalidInput("how", "required");
    if (actor.isStaff() && how == AcceptedHow.IN_APP) throw new InvalidInput("how", "not-an-option");
    if (actor.isStaff() && (body.note() == null || body.note().isBlank())) throw new InvalidInput("note", "required");
    answer.accept(new AnswerPlan.Acceptance(id, body.version(), how, body.place(), body.note() == null ? null : body.note().strip(), actor));
    return plans.read(id);
  }

  record RefusalForm(@NotNull Long version, @NotBlank @Size(max = 500) String words, @Nullable AcceptedHow how) {}

  /** 想改一改: the elder, family or staff in their name say what should be different. */
  @PostMapping("/api/care-plans/{id}/refusal")
  @Guarded(permission = "careplan.accept", audit = true)
  PlanController.PlanView refuse(@PathVariable UUID id, @Valid @RequestBody RefusalForm body) {
    var actor = current.get();
    answer.wantChange(id, body.version(), body.words().strip(), actor.isStaff() ? body.how() : AcceptedHow.IN_APP, actor);
    return plans.read(id);
  }

  record EndForm(@NotNull Long version, @NotNull LocalDate toOn, @NotBlank @Size(max = 300) String reason) {}

  /** Ends an accepted plan: no visit on or after {@code toOn}, which is today or later. */
  @PostMapping("/api/care-plans/{id}/end")
  @Guarded(permission = "careplan.write", audit = true)
  PlanController.PlanView end(@PathVariable UUID id, @Valid @RequestBody EndForm body) {
    if (body.toOn().isBefore(LocalDate.now(clock))) throw new InvalidInput("toOn", "past");
    answer.end(id, body.version(), body.toOn(), body.reason().strip(), current.get());
    return plans.read(id);
  }
}
