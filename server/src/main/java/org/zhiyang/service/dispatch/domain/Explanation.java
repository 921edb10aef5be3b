package org.zhiyang.service.dispatch.domain;

import java.util.List;
import java.util.Map;
import org.zhiyang.registry.workforce.CarerId;

/** Why these carers go, and why not the others.
 *
 *  @param why reasons that held, the weightiest first
 *  @param minutesAfterWindow how much later than the agreed window it begins, 0 when within
 *  @param alternatives the carers who could have gone too, nearest first, at most five, with what it would have cost more
 *  @param excluded how many others each rule kept out */
public record Explanation(List<Why> why, int minutesAfterWindow, List<Alternative> alternatives, Map<HardRule, Integer> excluded) {
  public Explanation {
    why = List.copyOf(why);
    alternatives = List.copyOf(alternatives);
    excluded = Map.copyOf(excluded);
  }

  public enum Why { LOCKED, KEPT, WISHED, USUAL, ONLY_CHOICE, LEAST_TRAVEL, BEST_BALANCE }

  /** @param extraMinutes more minutes of travel than with the chosen carer; may be negative when continuity decided; @param extraCost with the soft wishes */
  public record Alternative(CarerId carer, int extraMinutes, int extraCost) {}
}
