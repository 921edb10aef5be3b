package org.zhiyang.need.assessment.usecase;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;

/** Whether somebody is still to be assessed: nobody asks for, plans or begins it for the dead and those who moved away. */
@Component
class Served {

  private final ElderQueries elders;

  Served(ElderQueries elders) {
    this.elders = elders;
  }

  boolean is(UUID elder) {
    return elders.list(List.of(new ElderId(elder))).values().stream().allMatch(e -> e.status().isServed());
  }

  /** Throws {@code ElderRefusal.NotServed}. */
  void require(UUID elder) {
    elders.list(List.of(new ElderId(elder))).values().forEach(ElderProfile::requireServed);
  }
}
