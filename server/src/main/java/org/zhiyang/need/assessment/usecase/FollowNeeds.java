package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.need.assessment.AssessmentCommands;
import org.zhiyang.need.assessment.AssessmentQueries;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.NeedCaptured;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/**
 * A need asks for an assessment: the first one of an elder never assessed, an immediate one when the last level has lapsed. A level
 * still in effect is used again, so that nobody is assessed twice within its validity. Running twice changes nothing.
 */
@Component
class FollowNeeds {

  private final AssessmentQueries levels;
  private final ElderQueries elders;
  private final Served served;
  private final AssessmentCommands assessments;
  private final CareCaseCommands cases;
  private final Clock clock;

  FollowNeeds(AssessmentQueries levels, ElderQueries elders, Served served, AssessmentCommands assessments, CareCaseCommands cases, Clock clock) {
    this.levels = levels;
    this.elders = elders;
    this.served = served;
    this.assessments = assessments;
    this.cases = cases;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(NeedCaptured event) {
    if (!served.is(event.elder().value())) {
      return;
    }
    var today = LocalDate.now(clock);
    var known = levels.findLevelOf(event.elder(), today).map(level -> new Known(level.level(), level.validUntil(), level.assessment().value()))
        .or(() -> fromTheRegister(event.elder(), today));
    known.ifPresentOrElse(level -> useAgain(event, level), () -> {
      var reason = levels.wasEverAssessed(event.elder()) ? AssessmentReason.IMMEDIATE : AssessmentReason.FIRST;
      assessments.request(event.elder(), event.regionCode(), reason, Actor.PLATFORM.accountId(), "登记了服务需求，没有有效期内的能力等级");
    });
  }

  /** A level that holds until {@code validUntil} (inclusive) and the record that shows it: our own assessment, or the elder's record. */
  private record Known(AbilityLevel level, LocalDate validUntil, UUID source) {}

  /** A level the register took over from an assessment before this platform counts as long as it is valid (results of the last 12 months are not repeated,
   *  民办函〔2025〕49号). */
  private Optional<Known> fromTheRegister(ElderId elder, LocalDate today) {
    return Optional.ofNullable(elders.list(List.of(elder)).get(elder))
        .filter(e -> e.hasLevelOn(today))
        .map(e -> new Known(AbilityLevel.valueOf(e.level()), e.levelValidUntil(), elder.value()));
  }

  private void useAgain(NeedCaptured event, Known level) {
    cases.reach(event.careCase(), CaseStep.ASSESSED, null, new CareCaseCommands.Reached(Actor.PLATFORM, clock.instant(), null,
        "沿用有效期内的评估结果：%d 级，有效至 %s".formatted(level.level().number(), level.validUntil()), level.source()));
  }
}
