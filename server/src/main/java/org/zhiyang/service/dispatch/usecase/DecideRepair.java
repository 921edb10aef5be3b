package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.Overtaken;
import org.zhiyang.service.dispatch.domain.Repair;

/** A person accepts or rejects a proposal of repair. An accepted one is carried out as one change, to be taken back as a whole by {@link UndoChange}. */
@Component
public class DecideRepair {
  private final PlanningDays days;
  private final Situations situations;
  private final ProposeRepair.Records records;
  private final Standings standings;
  private final Clock clock;

  DecideRepair(PlanningDays days, Situations situations, ProposeRepair.Records records, Standings standings, Clock clock) {
    this.days = days;
    this.situations = situations;
    this.records = records;
    this.standings = standings;
    this.clock = clock;
  }

  /** Answers the change that carried it out.
   *
   *  @throws DispatchRefusal.NothingToRepair when it only says what nobody can take
   *  @throws DispatchRefusal.PlanOutdated when somebody changed the day since the proposal was made, a cause is gone (the absence was withdrawn), or the hour has passed */
  @Transactional
  public UUID accept(UUID id, Actor by) {
    var repair = locked(id, by);
    if (repair.lines().isEmpty()) throw new DispatchRefusal.NothingToRepair(repair.day());
    var provider = days.provider(repair.provider(), by.scope());
    var newest = records.changes().newestOf(repair.provider(), repair.day()).orElse(null);
    if (!Objects.equals(newest, repair.lastChange())) throw new DispatchRefusal.PlanOutdated(repair.lines().size());
    if (repair.day().isBefore(LocalDate.now(clock))) throw new DispatchRefusal.PastDay(repair.day());
    var situation = situations.of(provider, repair.day());
    var day = situation.day();
    if (Overtaken.holding(repair.causes(), situation).size() < repair.causes().size()) throw new DispatchRefusal.PlanOutdated(repair.lines().size());
    var lines = repair.lines().stream().map(Repair.Line::change).toList();
    var outdated = Overtaken.lines(day, lines);
    if (outdated > 0) throw new DispatchRefusal.PlanOutdated(outdated);
    var change = standings.carryOut(provider, repair.day(), lines, new Standings.Act(DayChange.Kind.REPAIR, null, null, reason(repair), false, true), by);
    records.repairs().decide(id, Repair.State.ACCEPTED, change, clock.instant(), by);
    return change;
  }

  @Transactional
  public void reject(UUID id, Actor by) {
    locked(id, by);
    records.repairs().decide(id, Repair.State.REJECTED, null, clock.instant(), by);
  }

  private Repair locked(UUID id, Actor by) {
    var seen = records.repairs().find(id, by.scope()).orElseThrow(NotFound::new);
    records.plans().lock(seen.provider(), seen.day());
    var repair = records.repairs().find(id, by.scope()).orElseThrow(NotFound::new);
    if (repair.state() != Repair.State.PROPOSED) throw new DispatchRefusal.NotProposed(repair.state());
    return repair;
  }

  private static String reason(Repair repair) {
    var cause = switch (repair.about().cause()) {
      case ABSENCE -> "护理员缺勤";
      case REFUSED -> "老人换人";
      case URGENT -> "临时加单";
      case CANCELLATION -> "取消后调整";
      case LATE -> "护理员迟到";
      case OTHER -> "临时调整";
    };
    return repair.note() == null ? cause : cause + "：" + repair.note();
  }
}
