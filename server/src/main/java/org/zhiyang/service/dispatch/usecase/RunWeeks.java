package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.service.dispatch.domain.CareSearch;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.domain.SpanFigures;
import org.zhiyang.service.dispatch.domain.WeekRun;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.dispatch.store.WeekRuns;

/** Plans the weeks that wait, one county after the other, outside any transaction; each provider's day is then kept as a draft in one of its own. */
@Component
class RunWeeks implements RepeatedJob {
  private static final Logger log = LoggerFactory.getLogger(RunWeeks.class);
  private static final int MOST_ATTEMPTS = 3;
  private static final long SEED = 20260101;
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(2);
  /** Few visits do not need the whole time. */
  static final int VISITS_A_SECOND = 20;

  private final WeekRuns runs;
  private final PlanningDays days;
  private final DayPlans plans;
  private final CareSearch search;
  private final KeepWeek keep;
  private final Clock clock;

  RunWeeks(WeekRuns runs, PlanningDays days, DayPlans plans, CareSearch search, KeepWeek keep, Clock clock) {
    this.runs = runs;
    this.days = days;
    this.plans = plans;
    this.search = search;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "dispatch.week-runs";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  /** One run of this job at a time over all servers: whatever is RUNNING when it begins was left behind by a server that stopped. */
  @Override
  public synchronized void run() {
    runs.takeUpInterrupted(MOST_ATTEMPTS, clock.instant());
    for (var next = runs.begin(clock.instant()); next.isPresent(); next = runs.begin(clock.instant())) plan(next.get());
  }

  private void plan(WeekRun run) {
    try {
      var work = gather(run);
      runs.size(run.id(), new WeekRun.Size((int) work.stream().map(w -> w.provider().id()).distinct().count(),
          (int) work.stream().flatMap(w -> w.day().carers().stream()).map(c -> c.id()).distinct().count(), work.stream().mapToInt(w -> w.day().visits().size()).sum()));
      if (work.stream().allMatch(w -> w.day().visits().isEmpty())) runs.failed(run.id(), "no visit of these days is left", clock.instant());
      else search(run, work);
    } catch (RuntimeException fault) {
      log.error("planning the week of {} failed", run.region(), fault);
      runs.failed(run.id(), String.valueOf(fault.getMessage()), clock.instant());
    }
  }

  /** A provider's day as it stood when the run began. */
  record Work(Provider provider, PlanningDay day, long version) {}

  private List<Work> gather(WeekRun run) {
    var today = LocalDate.now(clock);
    var work = new ArrayList<Work>();
    for (var provider : days.providersOf(run.region(), run.from(), run.to())) {
      for (var day = run.from(); day.isBefore(run.to()); day = day.plusDays(1)) {
        if (day.isBefore(today)) continue;
        var version = plans.versionOf(provider.id(), day);
        work.add(new Work(provider, days.of(provider, day, !run.fresh() || days.isFrozen(run.region(), day)), version));
      }
    }
    return work;
  }

  private void search(WeekRun run, List<Work> work) {
    var all = work.stream().map(Work::day).toList();
    var visits = all.stream().mapToInt(d -> d.visits().size()).sum();
    var seconds = Math.min(run.secondsLimit(), 1 + visits / VISITS_A_SECOND);
    var threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2);
    var began = System.nanoTime();
    var outcome = search.plan(all, SearchLimits.ofTime(Duration.ofSeconds(seconds), SEED).withThreads(threads), news(run));
    var took = (System.nanoTime() - began) / 1e9;
    if (outcome.refused() > 0) log.warn("week of {}: {} placings of the engine were refused by the rules of the house", run.region(), outcome.refused());
    var kept = keep.handle(run, work, outcome.plans());
    runs.done(run.id(), new WeekRuns.Result(outcome.score(), took, SpanFigures.standing(all), SpanFigures.planned(all, outcome.plans()), kept.drafts(), kept.overtaken()), clock.instant());
  }

  private Consumer<CareSolver.Progress> news(WeekRun run) {
    var last = new AtomicReference<Duration>();
    return progress -> {
      if (last.get() != null && progress.passed().minus(last.get()).compareTo(BETWEEN_NEWS) < 0) return;
      last.set(progress.passed());
      runs.progress(run.id(), progress.passed().toMillis() / 1000.0, progress.score());
    };
  }
}
