package org.zhiyang.need.assessment.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.ContentDigest;
import org.zhiyang.need.assessment.domain.FormFault;
import org.zhiyang.need.assessment.domain.Instrument;
import org.zhiyang.need.assessment.view.AssessmentForms;
import org.zhiyang.need.assessment.view.AssessmentList;
import org.zhiyang.platform.access.ActorNames;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** 评估单: the list, one assessment with its form, the instrument. */
@RestController
class AssessmentController {

  private final AssessmentList list;
  private final AssessmentForms forms;
  private final Assessments assessments;
  private final Instrument instrument;
  private final ElderQueries elders;
  private final RegionQueries regions;
  private final ActorNames actorNames;
  private final CurrentActor current;

  AssessmentController(AssessmentList list, AssessmentForms forms, Assessments assessments, Instrument instrument,
      ElderQueries elders, RegionQueries regions, ActorNames actorNames, CurrentActor current) {
    this.list = list;
    this.forms = forms;
    this.assessments = assessments;
    this.instrument = instrument;
    this.elders = elders;
    this.regions = regions;
    this.actorNames = actorNames;
    this.current = current;
  }

  record Person(UUID id, String name) {}

  record AssessmentRow(UUID id, String number, Person elder, String regionCode, String regionName, AssessmentReason reason, String reasonName,
      AssessmentStatus status, String statusName, OffsetDateTime requestedAt, @Nullable OffsetDateTime plannedAt, @Nullable String place,
      List<Person> assessors, boolean mine, @Nullable LocalDate baseOn, @Nullable AbilityLevel finalLevel,
      @Nullable LocalDate publicUntil, @Nullable LocalDate effectiveOn, @Nullable LocalDate validUntil, @Nullable UUID rulingId, @Nullable UUID reviews) {}

  /** {@code form} is left out for staff without the permission health.read. */
  record AssessmentView(AssessmentRow assessment, @Nullable FormView form, List<SignatureView> signatures, List<StepView> history) {}

  /** {@code actorName} as the reader may know it; null for accounts that are no more. */
  record StepView(AssessmentStatus to, String toName, @Nullable String actorName, OffsetDateTime at, @Nullable String place, @Nullable String reason) {}

  record FormView(long version, Map<String, Object> answers, Map<String, Object> tables, String contentDigest, List<FormFault> missing) {}

  record SignatureView(String signer, String name, OffsetDateTime signedAt) {}

  @GetMapping("/api/assessments")
  @Guarded(permission = "assessment.read", audit = true)
  Page<AssessmentRow> list(@Valid PageQuery query, @RequestParam @Nullable List<AssessmentStatus> status,
      @RequestParam @Nullable UUID elder, @RequestParam @Nullable String region, @RequestParam(defaultValue = "false") boolean mine) {
    var actor = current.get();
    if (region != null && !RegionCode.isWellFormed(region)) {
      throw new InvalidInput("region", "pattern");
    }
    var page = list.page(new AssessmentList.Filter(
        status == null ? List.of() : status, elder, mine ? actor.accountId() : null, region), query, actor.scope());
    var people = elders.list(page.items().stream().map(r -> new ElderId(r.elderId())).distinct().toList());
    var names = forms.assessorNames(page.items().stream()
        .flatMap(r -> Stream.of(r.firstAssessor(), r.secondAssessor())).filter(a -> a != null).distinct().toList());
    return page.map(row -> {
      var elderProfile = people.get(new ElderId(row.elderId()));
      return row(row, elderProfile == null ? "" : elderProfile.name(), names);
    });
  }

  @GetMapping("/api/assessments/{id}")
  @Guarded(permission = "assessment.read", audit = true)
  AssessmentView get(@PathVariable UUID id) {
    var actor = current.get();
    var row = list.find(id, actor.scope()).orElseThrow(NotFound::new);
    var names = forms.assessorNames(Stream.of(row.firstAssessor(), row.secondAssessor()).filter(a -> a != null).toList());
    var name = elders.list(List.of(new ElderId(row.elderId()))).values().stream().findFirst().map(e -> e.name()).orElse("");
    boolean mayKnow = !actor.isStaff() || actor.may("health.read");
    var history = list.history(id);
    var who = actorNames.of(history.stream().map(AssessmentList.Step::actor).distinct().toList(), actor);
    return new AssessmentView(row(row, name, names), mayKnow ? form(id) : null,
        forms.signatures(id).stream().map(s -> new SignatureView(s.signer().name(), s.name(), at(s.signedAt()))).toList(),
        history.stream().map(step -> new StepView(step.to(), step.to().chineseName(), who.get(step.actor()), at(step.at()), step.place(), step.reason())).toList());
  }

  private FormView form(UUID id) {
    var draft = assessments.getDraft(new AssessmentId(id));
    return new FormView(draft.version(), draft.answers(), draft.tables(), ContentDigest.of(draft), draft.faults(instrument, true));
  }

  @GetMapping("/api/instruments/gbt42195-2022")
  @Guarded(permission = Guarded.SIGNED_IN)
  Instrument instrument() {
    return instrument;
  }

  private AssessmentRow row(AssessmentList.Row row, String elderName, Map<UUID, String> names) {
    var me = current.get().accountId();
    var assessors = Stream.of(row.firstAssessor(), row.secondAssessor()).filter(a -> a != null)
        .map(a -> new Person(a, names.getOrDefault(a, ""))).toList();
    return new AssessmentRow(row.id(), number(row.number()), new Person(row.elderId(), elderName), row.regionCode(),
        regions.fullName(new RegionCode(row.regionCode())),
        row.reason(), row.reason().chineseName(), row.status(), row.status().chineseName(), at(row.requestedAt()),
        row.plannedAt() == null ? null : at(row.plannedAt()), row.place(), assessors,
        assessors.stream().anyMatch(a -> a.id().equals(me)), row.baseOn(), row.finalLevel(),
        row.publicTo() == null ? null : row.publicTo().minusDays(1), row.effectiveOn(), row.validUntil(), row.rulingId(), row.reviews());
  }

  /** As printed on the report: PG00000042. */
  static String number(long number) {
    return "PG%08d".formatted(number);
  }

  static OffsetDateTime at(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
