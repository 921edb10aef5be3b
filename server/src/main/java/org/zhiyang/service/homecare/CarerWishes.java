package org.zhiyang.service.homecare;

import java.util.Set;
import org.zhiyang.registry.workforce.CarerId;

/** Whom an elder would like to come, and who is not sent again. */
public record CarerWishes(Set<CarerId> wanted, Set<CarerId> refused) {
  public static final CarerWishes NONE = new CarerWishes(Set.of(), Set.of());

  public CarerWishes {
    wanted = Set.copyOf(wanted);
    refused = Set.copyOf(refused);
  }

  /** True where the elder would like somebody, and not this carer. */
  public boolean wouldRatherHaveAnother(CarerId carer) {
    return !wanted.isEmpty() && !wanted.contains(carer);
  }
}
