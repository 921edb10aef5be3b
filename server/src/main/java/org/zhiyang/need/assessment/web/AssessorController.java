package org.zhiyang.need.assessment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.assessment.domain.Assessor;
import org.zhiyang.need.assessment.domain.Assessors;
import org.zhiyang.need.assessment.usecase.DeclareRelative;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.household.HouseholdQueries;

/** 评估员名册: whom to assign, and an assessor's own declaration of relatives (回避). */
@RestController
class AssessorController {

  private final Assessors assessors;
  private final DeclareRelative declareRelative;
  private final ElderQueries elders;
  private final HouseholdQueries households;
  private final CurrentActor current;
  private final Clock clock;

  AssessorController(Assessors assessors, DeclareRelative declareRelative, ElderQueries elders, HouseholdQueries households, CurrentActor current, Clock clock) {
    this.assessors = assessors;
    this.declareRelative = declareRelative;
    this.elders = elders;
    this.households = households;
    this.current = current;
    this.clock = clock;
  }

  record AssessorRow(UUID accountId, String name, String regionCode, boolean medicalBackground, String qualification,
      boolean relative) {}

  record RelativeBody(@NotNull UUID elderId) {}

  /** Certified today, and working in, below or above the caller's own area; with {@code elder} also who must not assess them as family. */
  @GetMapping("/api/assessors")
  @Guarded(permission = "assessment.schedule")
  List<AssessorRow> list(@RequestParam @Nullable UUID elder) {
    var today = LocalDate.now(clock);
    var person = elder == null ? null : elders.get(new ElderId(elder), current.scope()).id();
    return assessors.list().stream().filter(a -> a.isCertifiedOn(today) && worksFor(a, current.scope()))
        .map(a -> new AssessorRow(a.account(), a.name(), a.region(), a.medicalBackground(), a.qualification(),
            person != null && (a.relatives().contains(person.value()) || households.isRelative(person, a.name(), null)))).toList();
  }

  private static boolean worksFor(Assessor assessor, Scope scope) {
    return scope instanceof Scope.Region area
        && (area.contains(assessor.region()) || Scope.Region.below(assessor.region()).contains(area.from()));
  }

  /** {@code stood}: how far the sheet was that the declaration took the caller off. */
  record Declared(DeclareRelative.Stood stood) {}

  @PostMapping("/api/assessors/relatives")
  @Guarded(permission = "assessment.complete", audit = true)
  Declared declare(@Valid @RequestBody RelativeBody body) {
    var actor = current.get();
    var elder = elders.get(new ElderId(body.elderId()), actor.scope());
    return new Declared(declareRelative.handle(new DeclareRelative.Command(actor.accountId(), elder.id().value())));
  }
}
