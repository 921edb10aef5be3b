package org.zhiyang.routing.care;

import java.util.List;

/**
 * What is to be planned.
 *
 * @param days 1 to 31; visits and shifts lie within
 * @param handover minutes between the end of a visit and setting out
 * @param notBefore nothing new begins and nobody sets out before: 0, or the minute it is now
 * @param standing the plan already told to people, empty for none: what differs from it costs {@link CareWeights#changed}
 */
public record CareProblem(int days, List<CareVisit> visits, List<CareLink> links, List<CareCarer> carers, TravelTimes travel, int handover, int notBefore, CareWeights weights,
    List<CarePlan.Stop> standing) {
  public CareProblem {
    visits = List.copyOf(visits);
    links = List.copyOf(links);
    carers = List.copyOf(carers);
    standing = List.copyOf(standing);
  }
}
