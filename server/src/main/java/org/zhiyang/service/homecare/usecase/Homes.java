package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.service.homecare.store.Visits;

/** Where visits take place: at the elder's home as the register knows it, else in the middle of the village. */
@Component
class Homes {
  private final ElderQueries elders;
  private final RegionQueries regions;
  private final Visits visits;
  private final Clock clock;

  Homes(ElderQueries elders, RegionQueries regions, Visits visits, Clock clock) {
    this.elders = elders;
    this.regions = regions;
    this.visits = visits;
    this.clock = clock;
  }

  @Nullable Position of(ElderId id) {
    var elder = elders.list(List.of(id)).get(id);
    return elder == null ? null : of(elder);
  }

  @Nullable Position of(ElderProfile elder) {
    if (elder.lng() != null && elder.lat() != null) return new Position(elder.lng(), elder.lat());
    return regions.find(new RegionCode(elder.regionCode())).map(r -> r.position()).orElse(null);
  }

  /** The elder moved house, or the register knows better now where it stands: visits nobody has begun take place there. Twice is once. */
  @Transactional(propagation = Propagation.MANDATORY)
  void moved(ElderId elder) {
    visits.moveHome(elder.value(), LocalDate.now(clock), of(elder));
  }
}
