package org.zhiyang.need.assessment.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.ContentDigest;
import org.zhiyang.need.assessment.domain.Grading;
import org.zhiyang.need.assessment.domain.Instrument;
import org.zhiyang.need.assessment.domain.VerificationCode;
import org.zhiyang.need.assessment.view.AssessmentForms;
import org.zhiyang.need.assessment.view.AssessmentList;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.policy.RulingId;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.platform.policy.StoredRuling;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.Sex;

/** 老年人能力评估报告: what the official report page shows, tables A.1 to A.3 in short and C.1 to C.5 in full. */
@RestController
class AssessmentReportController {

  private final AssessmentList list;
  private final AssessmentForms forms;
  private final Assessments assessments;
  private final Instrument instrument;
  private final ElderQueries elders;
  private final RulingStore rulings;
  private final CurrentActor current;

  AssessmentReportController(AssessmentList list, AssessmentForms forms, Assessments assessments, Instrument instrument,
      ElderQueries elders, RulingStore rulings, CurrentActor current) {
    this.list = list;
    this.forms = forms;
    this.assessments = assessments;
    this.instrument = instrument;
    this.elders = elders;
    this.rulings = rulings;
    this.current = current;
  }

  record Report(String standard, boolean instrumentVerified, String number, @Nullable LocalDate baseOn, String reasonName,
      Elder elder, Map<String, Object> tables, List<DimensionScore> c1, int c2, Level c3, List<Change> c4, Level c5,
      List<SignatureLine> signatures, @Nullable LocalDate effectiveOn, @Nullable LocalDate publicFrom,
      @Nullable LocalDate publicUntil, @Nullable LocalDate validUntil, @Nullable UUID rulingId, String statusName, @Nullable String place,
      List<String> explanation, String verificationCode) {}

  record Elder(String name, Sex sex, LocalDate birthOn) {}

  record ItemScore(String code, String name, int score, int max, String label) {}

  record DimensionScore(String code, String name, int score, int max, List<ItemScore> items) {}

  record Level(AbilityLevel level, int number, String name) {}

  /** Every circumstance of table C.4, and whether it held. */
  record Change(String key, String when, boolean holds) {}

  record SignatureLine(String signer, String name, OffsetDateTime signedAt, @Nullable String image) {}

  /** Only after grading; staff need the permission to read health facts, the elder and the family read their own. */
  @GetMapping("/api/assessments/{id}/report")
  @Guarded(permission = "assessment.read", audit = true)
  Report report(@PathVariable UUID id) {
    var actor = current.get();
    var row = list.find(id, actor.scope()).orElseThrow(NotFound::new);
    if (actor.isStaff() && !actor.may("health.read")) {
      throw new NotFound();
    }
    var grading = forms.grading(id).orElseThrow(NotFound::new);
    var elder = elders.get(new ElderId(row.elderId()), actor.scope());
    var draft = assessments.getDraft(new AssessmentId(id));
    return new Report(instrument.standard(), instrument.verified(), AssessmentController.number(row.number()), row.baseOn(),
        row.reason().chineseName(), new Elder(elder.name(), elder.sex(), elder.birthOn()), draft.tables(),
        dimensions(grading, draft.answers()), grading.total(), level(grading.initialLevel()), changes(grading),
        level(grading.finalLevel()), signatures(id), row.effectiveOn(), row.publicFrom(),
        row.publicTo() == null ? null : row.publicTo().minusDays(1), row.validUntil(), row.rulingId(), row.status().chineseName(), row.place(),
        explanation(row, actor), VerificationCode.of(ContentDigest.of(draft), grading));
  }

  private List<String> explanation(AssessmentList.Row row, Actor actor) {
    return row.rulingId() == null ? List.of()
        : rulings.find(new RulingId(row.rulingId()), actor.scope()).map(StoredRuling::explanation).orElse(List.of());
  }

  private List<DimensionScore> dimensions(Grading grading, Map<String, Object> answers) {
    return instrument.dimensions().stream().map(d -> new DimensionScore(d.code(), d.name(), grading.dimensions().get(d.key()), d.max(),
        instrument.items().stream().filter(i -> i.dimension().equals(d.key()))
            .map(i -> item(i, ((Number) answers.get(i.key())).intValue())).toList())).toList();
  }

  private static ItemScore item(Instrument.Item item, int score) {
    var label = item.options().stream().filter(o -> o.score() == score).findFirst().orElseThrow().label();
    return new ItemScore(item.code(), item.name(), score, item.max(), label);
  }

  private List<Change> changes(Grading grading) {
    return instrument.levelChanges().stream()
        .map(c -> new Change(c.key(), c.when(), grading.changes().contains(c.key()))).toList();
  }

  private List<SignatureLine> signatures(UUID id) {
    return forms.signatures(id).stream()
        .map(s -> new SignatureLine(s.signer().name(), s.name(), AssessmentController.at(s.signedAt()), s.image())).toList();
  }

  private static Level level(AbilityLevel level) {
    return new Level(level, level.number(), level.chineseName());
  }
}
