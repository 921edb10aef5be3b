package org.zhiyang.platform.clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
  /** Injected wherever a {@link Clock} is asked for. */
  @Bean
  @Primary
  BusinessClock businessClock(JdbcClient jdbc) {
    return new BusinessClock(Clock.system(BusinessClock.ZONE),
        () -> Duration.ofSeconds(jdbc.sql("select seconds from clock.demo_offset").query(Long.class).single()));
  }

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(DataSource dataSource, DailyJobs dailyJobs, List<RepeatedJob> repeated) {
    var daily = Tasks.recurring("clock.daily-jobs", FixedDelay.ofSeconds(20)).execute((instance, context) -> dailyJobs.catchUp());
    var tasks = repeated.stream().<com.github.kagkarlsson.scheduler.task.helper.RecurringTask<?>>map(job ->
        Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> job.run())).collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    tasks.add(daily);
    return Scheduler.create(dataSource).tableName("clock.scheduled_task").startTasks(tasks)
        .threads(4).executorService(Executors.newVirtualThreadPerTaskExecutor())
        .pollingInterval(Duration.ofSeconds(2)).heartbeatInterval(Duration.ofSeconds(15)).missedHeartbeatsLimit(4).shutdownMaxWait(Duration.ofSeconds(5)).build();
  }

  @Bean
  SchedulerStart schedulerStart(Scheduler scheduler) {
    return new SchedulerStart(scheduler);
  }

  /** The queue starts to run only when the application is ready. */
  record SchedulerStart(Scheduler scheduler) {
    @EventListener
    void on(ApplicationReadyEvent event) {
      scheduler.start();
    }
  }
}
