package org.zhiyang.need.assessment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Appointment;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.ContentDigest;
import org.zhiyang.need.assessment.domain.Grading;
import org.zhiyang.need.assessment.usecase.AssessmentActions;
import org.zhiyang.need.assessment.usecase.ObjectToAssessment;
import org.zhiyang.need.assessment.usecase.RequestAssessment;
import org.zhiyang.need.assessment.usecase.SaveDraft;
import org.zhiyang.need.assessment.usecase.ScheduleAssessment;
import org.zhiyang.need.assessment.usecase.SignAssessment;
import org.zhiyang.need.assessment.usecase.StartAssessment;
import org.zhiyang.need.assessment.usecase.WithdrawAssessment;
import org.zhiyang.need.assessment.usecase.CompleteAssessment;
import org.zhiyang.need.assessment.view.AssessmentList;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** 评估单: each step of an assessment's life. Whoever's scope does not reach the assessment gets "not found" first. */
@RestController
class AssessmentActs {

  private final AssessmentActions actions;
  private final AssessmentList list;
  private final ElderQueries elders;
  private final CurrentActor current;

  AssessmentActs(AssessmentActions actions, AssessmentList list, ElderQueries elders, CurrentActor current) {
    this.actions = actions;
    this.list = list;
    this.elders = elders;
    this.current = current;
  }

  record RequestBodyForNew(@NotNull UUID elderId, @NotNull AssessmentReason reason, @Size(max = 500) @Nullable String why) {}

  record Created(UUID id) {}

  record AppointmentBody(@NotNull UUID firstAssessor, @NotNull UUID secondAssessor, @NotNull OffsetDateTime plannedAt,
      @NotBlank @Size(max = 200) String place, @Size(max = 500) @Nullable String reason) {}

  record StartBody(@Size(max = 200) @Nullable String place, @Size(max = 500) @Nullable String reason) {}

  record DraftBody(@PositiveOrZero long basedOn, @NotNull Map<String, Object> answers, @NotNull Map<String, Object> tables) {}

  record DraftSaved(long version, String contentDigest) {}

  record SignatureBody(boolean asInformant, @NotBlank @Size(max = 50) String name, @NotBlank String contentDigest,
      @Size(max = 100_000) @Nullable String image, @Size(max = 200) @Nullable String place) {}

  record StatusNow(AssessmentStatus status) {}

  record Completed(Grading grading, List<String> explanation) {}

  record ReasonBody(@NotBlank @Size(max = 500) String reason) {}

  /** A re-review comes from an objection only. */
  @PostMapping("/api/assessments")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "assessment.schedule", audit = true)
  Created request(@Valid @RequestBody RequestBodyForNew body) {
    if (body.reason() == AssessmentReason.RE_REVIEW) {
      throw new InvalidInput("reason", "not-an-option");
    }
    var actor = current.get();
    var elder = elders.get(new ElderId(body.elderId()), actor.scope());
    return new Created(actions.request().handle(new RequestAssessment.Command(
        body.elderId(), elder.regionCode(), body.reason(), null, actor.accountId(), body.why())).value());
  }

  @PutMapping("/api/assessments/{id}/appointment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "assessment.schedule", audit = true)
  void schedule(@PathVariable UUID id, @Valid @RequestBody AppointmentBody body) {
    var appointment = new Appointment(
        body.firstAssessor(), body.secondAssessor(), body.plannedAt().toInstant(), body.place());
    actions.schedule().handle(new ScheduleAssessment.Command(seen(id), appointment, actor(), body.reason()));
  }

  @PostMapping("/api/assessments/{id}/start")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "assessment.complete", audit = true)
  void start(@PathVariable UUID id, @Valid @RequestBody StartBody body) {
    actions.start().handle(new StartAssessment.Command(seen(id), actor(), body.place(), body.reason()));
  }

  @PutMapping("/api/assessments/{id}/draft")
  @Guarded(permission = "assessment.complete")
  DraftSaved save(@PathVariable UUID id, @Valid @RequestBody DraftBody body) {
    var draft = actions.saveDraft().handle(
        new SaveDraft.Command(seen(id), body.basedOn(), body.answers(), body.tables(), actor()));
    return new DraftSaved(draft.version(), ContentDigest.of(draft));
  }

  @PostMapping("/api/assessments/{id}/signatures")
  @Guarded(permission = "assessment.complete", audit = true)
  StatusNow sign(@PathVariable UUID id, @Valid @RequestBody SignatureBody body) {
    return new StatusNow(actions.sign().handle(new SignAssessment.Command(
        seen(id), body.asInformant(), body.name(), body.contentDigest(), body.image(), actor(), body.place())));
  }

  @PostMapping("/api/assessments/{id}/completion")
  @Guarded(permission = "assessment.complete", audit = true)
  Completed complete(@PathVariable UUID id) {
    var ruling = actions.complete().handle(new CompleteAssessment.Command(seen(id), actor()));
    return new Completed(ruling.outcome(), ruling.explanation());
  }

  @PostMapping("/api/assessments/{id}/objections")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "complaint.write", audit = true)
  Created object(@PathVariable UUID id, @Valid @RequestBody ReasonBody body) {
    return new Created(actions.object().handle(new ObjectToAssessment.Command(seen(id), actor(), body.reason())).value());
  }

  @PostMapping("/api/assessments/{id}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "assessment.schedule", audit = true)
  void withdraw(@PathVariable UUID id, @Valid @RequestBody ReasonBody body) {
    actions.withdraw().handle(new WithdrawAssessment.Command(seen(id), current.get(), body.reason()));
  }

  private AssessmentId seen(UUID id) {
    return list.find(id, current.scope()).map(row -> new AssessmentId(row.id())).orElseThrow(NotFound::new);
  }

  private UUID actor() {
    return current.get().accountId();
  }
}
