package org.zhiyang.need.intake.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.NeedId;
import org.zhiyang.need.intake.store.Needs;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.elder.ElderQueries;

/** Staff take a need in hand that the elder or family sent in, having spoken to them (受理). Twice is once. */
@Component
public class ReceiveNeed {
  private final Needs needs;
  private final ElderQueries elders;
  private final ElderCommands register;
  private final Clock clock;

  ReceiveNeed(Needs needs, ElderQueries elders, ElderCommands register, Clock clock) {
    this.needs = needs;
    this.elders = elders;
    this.register = register;
    this.clock = clock;
  }

  @Transactional
  public void handle(NeedId need, Actor by) {
    var elder = elders.get(needs.findElderOf(need).orElseThrow(NotFound::new), by.scope());
    if (!by.isStaff()) throw new NotFound();
    if (needs.receive(need, by, clock.instant())) register.recordContact(elder.id(), LocalDate.now(clock));
  }
}
