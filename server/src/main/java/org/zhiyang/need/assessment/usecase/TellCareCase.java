package org.zhiyang.need.assessment.usecase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AssessmentCompleted;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;

/** Tells the open cases of elders that a level took effect. Elders without an open case are passed over. */
@Component
class TellCareCase {

  private final CareCaseQueries cases;
  private final CareCaseCommands steps;

  TellCareCase(CareCaseQueries cases, CareCaseCommands steps) {
    this.cases = cases;
    this.steps = steps;
  }

  private record Told(CaseId careCase, AssessmentCompleted completed) {}

  /** In the order of the cases' ids, as the cases' locks ask for; runs in the caller's transaction. */
  void levelsTookEffect(Collection<AssessmentCompleted> completed, Actor by) {
    var told = new ArrayList<Told>();
    completed.forEach(c -> cases.findOpenOf(c.elder()).ifPresent(id -> told.add(new Told(id, c))));
    told.sort(Comparator.comparing(t -> t.careCase().toString()));
    told.forEach(t -> steps.reach(t.careCase(), CaseStep.ASSESSED, null, new CareCaseCommands.Reached(by, t.completed().occurredAt(), null,
        "能力评估结果生效：%d 级，有效至 %s".formatted(t.completed().level().number(), t.completed().validUntil()), t.completed().assessment().value())));
  }
}
