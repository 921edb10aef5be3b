package org.zhiyang.need.careplan.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.careplan.domain.PlanQuote;
import org.zhiyang.need.careplan.store.BeyondAgreed;
import org.zhiyang.need.careplan.store.Plans;
import org.zhiyang.need.careplan.store.Plans.Plan;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;

/** Each day, and when an entitlement is decided: accepted plans whose visits of the next days cost the elder more in a month than the most that was agreed, because the entitlement ended, became smaller, or
 *  prices rose; that a month has a visit more than those that were quoted is no reason. Care goes on: who needs it every day is harmed more by a carer who
 *  does not come than by a bill. So whoever makes plans is told, and the elder and the family read it, until it is agreed anew. */
@Component
class WatchOwnShare implements DailyJob {
  /** As far ahead as visits are made. Source: assumption of ours; earlier would ask about entitlements that are just being renewed. */
  private static final int AHEAD_DAYS = 14;
  private static final int CHUNK = 500;

  private final Plans plans;
  private final BeyondAgreed beyond;
  private final QuotePlan quotes;
  private final ElderQueries elders;
  private final Clock clock;

  WatchOwnShare(Plans plans, BeyondAgreed beyond, QuotePlan quotes, ElderQueries elders, Clock clock) {
    this.plans = plans;
    this.beyond = beyond;
    this.quotes = quotes;
    this.elders = elders;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "careplan.own-share";
  }

  /** After what ends levels and entitlements. */
  @Override
  public int order() {
    return 65;
  }

  @Override
  public void runFor(LocalDate day) {
    beyond.removeEnded();
    var after = new UUID(0, 0);
    while (true) {
      var some = plans.listRunning(null, after, day.plusDays(AHEAD_DAYS), CHUNK);
      if (some.isEmpty()) return;
      var people = elders.list(some.stream().map(p -> new ElderId(p.elder())).toList());
      some.forEach(plan -> look(plan, people.get(new ElderId(plan.elder())), day));
      after = some.getLast().id();
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void ofElder(ElderId elder) {
    var today = LocalDate.now(clock);
    var profile = elders.list(List.of(elder)).get(elder);
    plans.listRunning(elder.value(), new UUID(0, 0), today.plusDays(AHEAD_DAYS), CHUNK).forEach(plan -> look(plan, profile, today));
  }

  private void look(Plan plan, @Nullable ElderProfile elder, LocalDate today) {
    if (elder == null || plan.quote() == null) return;
    var agreed = plan.quote().mostElderFen();
    var mostVisits = plan.quote().months().stream().mapToInt(PlanQuote.MonthLine::visits).max().orElse(0);
    var until = today.plusDays(AHEAD_DAYS);
    var months = Stream.of(YearMonth.from(today), YearMonth.from(until)).distinct().toList();
    try {
      for (var month : months) {
        var share = quotes.ownShare(elder, plan.from(), month, plan.items(), today, until);
        var longer = Math.max(0, share.visits() - mostVisits) * share.dearestFen();
        if (share.dueFen() <= agreed + longer || share.aheadFen() == 0) continue;
        beyond.keep(plan.id(), month, share.fen(), agreed, share.entitled());
        return;
      }
    } catch (NotFound notOfferedAnyMore) {
      // Nothing is known of the price; the order of such a service is looked after where visits are made.
    }
    beyond.remove(plan.id());
  }
}
