package org.zhiyang.routing.care;

import java.util.List;

/**
 * What is to be planned.
 *
 * @param days 1 to 31; visits and shifts lie within
 * @param links a visit belongs to one at most
 * @param handover minutes between the end of a visit and setting out
 * @param notBefore nothing new begins and nobody sets out before: 0, or the minute it is now
 * @param standing the plan already told to people, empty for none: what differs from it costs {@link CareWeights#changed}; visits and carers that are no more are passed over
 */
public record CareProblem(int days, List<CareVisit> visits, List<CareLink> links, List<CareCarer> carers, TravelTimes travel, int handover, int notBefore, CareWeights weights,
    List<CarePlan.Stop> standing) {
  /** Minutes by which a start may differ from the standing plan without counting as changed, where nothing else is said. */
  public static final int TOLERANCE = 15;

  public CareProblem {
    visits = List.copyOf(visits);
    links = List.copyOf(links);
    carers = List.copyOf(carers);
    standing = List.copyOf(standing);
  }
}
