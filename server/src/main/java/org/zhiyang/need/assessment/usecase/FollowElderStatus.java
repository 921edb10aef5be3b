package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AssessmentCommands;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.ElderStatusChanged;

/**
 * An elder with an open case who comes home from hospital is assessed again at once, where the area's figure says so; what is in work
 * for an elder who died or moved away ends without a result. A stay recorded by mistake asks for nothing. Running twice changes nothing.
 */
@Component("assessmentFollowsElderStatus")
class FollowElderStatus {

  private final ElderQueries elders;
  private final CareCaseQueries cases;
  private final AssessmentCommands commands;
  private final Assessments assessments;
  private final Parameters parameters;
  private final Clock clock;

  FollowElderStatus(ElderQueries elders, CareCaseQueries cases, AssessmentCommands commands, Assessments assessments,
      Parameters parameters, Clock clock) {
    this.elders = elders;
    this.cases = cases;
    this.commands = commands;
    this.assessments = assessments;
    this.parameters = parameters;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(ElderStatusChanged event) {
    switch (event.to()) {
      case DECEASED -> endWork(event, "老人已去世");
      case MOVED -> endWork(event, "老人已迁出本市");
      case LIVING -> {
        if (event.from() == ElderStatus.IN_HOSPITAL && !event.takesAbsenceBack()) {
          assessAgain(event);
        }
      }
      case AWAY, IN_HOSPITAL -> { }
    }
  }

  private void assessAgain(ElderStatusChanged event) {
    var elder = elders.get(event.elder(), Actor.PLATFORM.scope());
    if (cases.findOpenOf(event.elder()).isEmpty() || !elder.status().isServed()) {
      return;
    }
    var region = elder.regionCode();
    var occasions = parameters.get(AssessmentParameters.IMMEDIATE_ON, region, event.since(), LocalDate.now(clock));
    if (Arrays.asList(occasions.value()).contains("HOSPITAL_DISCHARGE")) {
      commands.request(event.elder(), region, AssessmentReason.IMMEDIATE, Actor.PLATFORM.accountId(),
          "老人于 %s 出院回家".formatted(event.since()));
    }
  }

  private void endWork(ElderStatusChanged event, String why) {
    assessments.findOpenOf(event.elder().value()).ifPresent(id -> {
      var assessment = assessments.get(id);
      assessment.withdraw(new Act(Actor.PLATFORM.accountId(), clock.instant(), null, why));
      assessments.save(assessment);
    });
  }
}
