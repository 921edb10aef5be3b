package org.zhiyang.need.intake.usecase;

import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.domain.Closure;
import org.zhiyang.need.intake.store.CaseHistory;
import org.zhiyang.need.intake.store.Cases;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderStatusChanged;

/** An elder died or moved away: a case without services ends, one with services waits for its last feedback and then ends by itself, for the reason told last: who dies after
 *  a move is not asked any more, the family is. Back home, or a death taken back: the case goes on. */
@Component
class FollowElderStatus {
  private final Cases cases;
  private final CaseHistory history;
  private final CasePlacing placing;
  private final Clock clock;

  FollowElderStatus(Cases cases, CaseHistory history, CasePlacing placing, Clock clock) {
    this.cases = cases;
    this.history = history;
    this.placing = placing;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(ElderStatusChanged event) {
    var closure = Closure.of(event.to());
    if (closure == null) {
      cases.lockOpenOf(event.elder()).filter(row -> row.ending() != null).ifPresent(row -> {
        history.noteTurn(row, CaseHistory.Kind.GOES_ON, new Reached(Actor.PLATFORM, clock.instant(), null, whyOn(event), row.id().value()));
        cases.markEnding(row.id(), null);
      });
      return;
    }
    cases.lockOpenOf(event.elder()).ifPresent(row -> {
      var why = new Reached(Actor.PLATFORM, clock.instant(), null, closure.chinese(), row.id().value());
      if (!placing.waitsForFeedback(row)) placing.close(row, closure, why);
      else if (row.ending() != closure) {
        history.noteTurn(row, CaseHistory.Kind.ENDING, row.ending() == null ? why : new Reached(Actor.PLATFORM, clock.instant(), null, closure.chinese(), row.elder().value()));
        cases.markEnding(row.id(), closure);
      }
    });
  }

  private static String whyOn(ElderStatusChanged event) {
    var what = event.takesDeathBack() ? "去世登记有误，已撤销" : event.takesAbsenceBack() ? "“%s”登记有误，已撤销".formatted(event.from().chinese()) : "老人回到本市";
    return event.reason() == null ? what : what + "：" + event.reason();
  }
}
