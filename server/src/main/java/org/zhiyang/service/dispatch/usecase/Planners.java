package org.zhiyang.service.dispatch.usecase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.routing.care.CareSolvers;
import org.zhiyang.service.dispatch.domain.CareSearch;

/** The engine behind plans, repairs, explanations and what-ifs. */
@Configuration(proxyBeanMethods = false)
class Planners {
  @Bean
  CareSolver careSolver() {
    return CareSolvers.standard();
  }

  @Bean
  CareSearch careSearch(CareSolver solver) {
    return new CareSearch(solver);
  }
}
