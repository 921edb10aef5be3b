package org.zhiyang.platform.clock;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs every {@link DailyJob} once for each business day up to today. Several servers may call it: a row lock lets one work at a time. */
@Component
public class DailyJobs {
  private static final Logger log = LoggerFactory.getLogger(DailyJobs.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final List<DailyJob> jobs;

  DailyJobs(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, List<DailyJob> jobs) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.jobs = jobs.stream().sorted(Comparator.comparingInt(DailyJob::order).thenComparing(DailyJob::name)).toList();
  }

  /** Catches up to today; returns how many (job, day) pairs were run. A failing job stops the catching-up and is tried again by the next call. */
  public synchronized int catchUp() {
    var today = LocalDate.now(clock);
    var first = firstDay(today);
    var ran = 0;
    for (var day = first; !day.isAfter(today); day = day.plusDays(1)) {
      for (var job : jobs) {
        if (runOnce(job, day)) ran++;
      }
      var done = day;
      transaction.executeWithoutResult(t -> jdbc.sql("update clock.progress set done_through = greatest(done_through, :day)").param("day", Date.valueOf(done.minusDays(1))).update());
    }
    return ran;
  }

  /** The last business day whose work is wholly done; today only when every job ran for it. */
  LocalDate workedThrough() {
    var today = LocalDate.now(clock);
    var ran = jdbc.sql("select count(*) from clock.daily_run where day = :day").param("day", Date.valueOf(today)).query(Integer.class).single();
    if (ran == jobs.size()) return today;
    return jdbc.sql("select done_through from clock.progress").query(LocalDate.class).optional().orElse(today.minusDays(1));
  }

  @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
  void on(BusinessClockMoved event) {
    catchUp();
  }

  private LocalDate firstDay(LocalDate today) {
    jdbc.sql("insert into clock.progress (done_through) values (:day) on conflict do nothing").param("day", Date.valueOf(today.minusDays(1))).update();
    return jdbc.sql("select done_through from clock.progress").query(LocalDate.class).single().plusDays(1);
  }

  private boolean runOnce(DailyJob job, LocalDate day) {
    return Boolean.TRUE.equals(transaction.execute(t -> {
      var mine = jdbc.sql("insert into clock.daily_run (job, day, ran_at) values (:job, :day, now()) on conflict do nothing")
          .param("job", job.name()).param("day", Date.valueOf(day)).update();
      if (mine == 0) return false;
      job.runFor(day);
      log.debug("daily job {} ran for {}", job.name(), day);
      return true;
    }));
  }
}
