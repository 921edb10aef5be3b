package org.zhiyang.service.dispatch.usecase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.service.dispatch.domain.CareSearch;

/** The engine behind plans, repairs, explanations and what-ifs. */
@Configuration(proxyBeanMethods = false)
class Planners {
  @Bean
  CareSolver careSolver() {
    return new CareSolver() {
      public org.zhiyang.routing.care.CarePlan solve(org.zhiyang.routing.care.CareProblem p, org.zhiyang.routing.SearchLimits l, java.util.function.Consumer<Progress> c) { throw new UnsupportedOperationException(); }
      public Repair repair(org.zhiyang.routing.care.CareProblem p, RepairLimits l) { throw new UnsupportedOperationException(); }
      public java.util.List<org.zhiyang.routing.care.CareOption> options(org.zhiyang.routing.care.CareProblem p, org.zhiyang.routing.care.CarePlan a, String v, String c, Integer s) { throw new UnsupportedOperationException(); }
      public java.util.List<Unserved> unserved(org.zhiyang.routing.care.CareProblem p, org.zhiyang.routing.care.CarePlan a) { throw new UnsupportedOperationException(); }
    };
  }

  @Bean
  CareSearch careSearch(CareSolver solver) {
    return new CareSearch(solver);
  }
}
