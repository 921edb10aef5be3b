package org.zhiyang.insight.indicator;

import java.time.Duration;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.clock.RepeatedJob;

/** Keeps the counts young: every source as often as it asks for, and the figures each day began with. */
@Configuration(proxyBeanMethods = false)
class CountJobs {
  @Bean
  RepeatedJob refreshCounts(RegionCounts counts) {
    return new RepeatedJob() {
      @Override
      public String name() {
        return "indicator.refresh";
      }

      @Override
      public Duration every() {
        return Duration.ofSeconds(15);
      }

      @Override
      public void run() {
        for (var source : CountSources.ALL) {
          if (counts.isThere(source) && counts.isStale(source)) counts.refresh(source);
        }
      }
    };
  }

  @Bean
  DailyJob keepDayStart(RegionCounts counts) {
    return new DailyJob() {
      @Override
      public String name() {
        return "indicator.day-start";
      }

      @Override
      public int order() {
        return 1;
      }

      @Override
      public void runFor(LocalDate day) {
        counts.keepStartOf(day);
      }
    };
  }
}
