package org.zhiyang.need.intake.web;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** Ids and codes as people read them. */
@Component
class IntakeNames {
  private final ElderQueries elders;
  private final RegionQueries regions;

  IntakeNames(ElderQueries elders, RegionQueries regions) {
    this.elders = elders;
    this.regions = regions;
  }

  record Person(UUID id, String name) {}

  /** IntakeNames of elders whose rows passed the reader's scope. */
  Map<UUID, Person> people(Collection<UUID> ids) {
    var people = new HashMap<UUID, Person>();
    elders.list(ids.stream().distinct().map(ElderId::new).toList()).values().forEach(elder -> people.put(elder.id().value(), new Person(elder.id().value(), elder.name())));
    return people;
  }

  String region(String code) {
    return regions.fullName(new RegionCode(code));
  }

  /** A place given as region code or in words. */
  String place(@Nullable String place) {
    if (place == null) return "";
    return RegionCode.isWellFormed(place) && regions.exists(place) ? region(place) : place;
  }

  OffsetDateTime local(OffsetDateTime at) {
    return at.atZoneSameInstant(BusinessClock.ZONE).toOffsetDateTime();
  }
}
