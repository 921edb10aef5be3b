package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.service.homecare.store.Orders;

/** What falls due by itself: visits of the days ahead, visits nobody came to, the verification of yesterday, questions that lapse. */
@Configuration(proxyBeanMethods = false)
class HomecareJobs {
  private interface Work {
    void on(LocalDate day);
  }

  private static DailyJob daily(String name, int order, Work work) {
    return new DailyJob() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int order() {
        return order;
      }

      @Override
      public void runFor(LocalDate day) {
        work.on(day);
      }
    };
  }

  @Bean
  DailyJob homecareEndOrders(EndOrders end) {
    return daily("homecare.end-orders", 60, end::overBy);
  }

  @Bean
  DailyJob homecareMakeVisits(MakeVisits make) {
    return daily("homecare.make-visits", 70, make::forAll);
  }

  @Bean
  DailyJob homecareWaitingOrders(PlaceOrders place) {
    return daily("homecare.waiting-orders", 75, place::waiting);
  }

  @Bean
  DailyJob homecareRepairAbsences(RepairAbsences repair) {
    return daily("homecare.repair-absences", 76, repair::on);
  }

  @Bean
  DailyJob homecareMissedVisits(MissVisits miss) {
    return daily("homecare.missed-visits", 80, miss::before);
  }

  @Bean
  DailyJob homecareVerifyVisits(VerifyVisits verify) {
    return daily("homecare.verify-visits", 90, verify::nightBefore);
  }

  @Bean
  RepeatedJob homecareExpireOffers(Orders orders, AnswerOffers answers, Clock clock) {
    return new RepeatedJob() {
      @Override
      public String name() {
        return "homecare.expire-offers";
      }

      @Override
      public Duration every() {
        return Duration.ofSeconds(15);
      }

      @Override
      public void run() {
        orders.expired(clock.instant()).forEach(offer -> answers.expire(offer.order(), offer.n()));
      }
    };
  }
}
