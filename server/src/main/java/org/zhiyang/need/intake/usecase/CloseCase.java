package org.zhiyang.need.intake.usecase;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.domain.Closure;
import org.zhiyang.need.intake.domain.IntakeRefusal;
import org.zhiyang.need.intake.store.Cases;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.StaleVersion;
import org.zhiyang.registry.elder.ElderQueries;

/** Somebody ends a case: staff for any reason, the elder or family by withdrawing. */
@Component
public class CloseCase {
  private final Cases cases;
  private final CasePlacing placing;
  private final ElderQueries elders;
  private final Clock clock;

  CloseCase(Cases cases, CasePlacing placing, ElderQueries elders, Clock clock) {
    this.cases = cases;
    this.placing = placing;
    this.elders = elders;
    this.clock = clock;
  }

  /** @param words why, in Chinese; @param version of the case as it was seen */
  public record Command(CaseId careCase, Closure closure, String words, @Nullable Long version, Actor by) {}

  @Transactional
  public void handle(Command command) {
    var row = cases.lock(command.careCase).orElseThrow(NotFound::new);
    elders.get(row.elder(), command.by.scope());
    if (row.closedAt() != null) throw new IntakeRefusal.AlreadyClosed(row.closedAt());
    if (command.version != null && command.version != row.version()) throw new StaleVersion(row.version());
    if (!command.by.isStaff() && command.closure != Closure.WITHDRAWN) throw new InvalidInput("closure", "staff-only");
    placing.close(row, command.closure, new Reached(command.by, clock.instant(), command.by.regionCode(), command.closure.chinese() + "：" + command.words, row.id().value()));
  }
}
