package org.zhiyang.funding.settlement.usecase;

import java.util.HashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.Evidence;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.platform.web.NotFound;

/** Chinese names of services, copied into the lines so that an old statement reads as it was made. */
@Component
class ServiceNames {
  private final EligibilityQueries services;

  ServiceNames(EligibilityQueries services) {
    this.services = services;
  }

  /** Asks once for each service; a service no longer on the list keeps its code. For one computation, one thread. */
  Function<Evidence, String> forEvidence() {
    var known = new HashMap<String, String>();
    return e -> known.computeIfAbsent(e.visit().service(), code -> {
      try {
        return services.serviceItem(code, e.visit().regionCode(), e.visit().day()).name();
      } catch (NotFound gone) {
        return code;
      }
    });
  }
}
