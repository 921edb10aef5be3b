package org.zhiyang.funding.settlement.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.Masking;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;

/** Names for ids, as the pages of settlement show them. Elders' names are masked: who pays needs no more. */
@Component
class Shown {
  private final FacilityQueries facilities;
  private final ElderQueries elders;
  private final RegionQueries regions;

  Shown(FacilityQueries facilities, ElderQueries elders, RegionQueries regions) {
    this.facilities = facilities;
    this.elders = elders;
    this.regions = regions;
  }

  Map<ProviderId, Provider> providers(Collection<ProviderId> ids) {
    return facilities.listProviders(ids.stream().distinct().toList());
  }

  String provider(ProviderId id) {
    return facilities.findProvider(id).map(Provider::name).orElse("");
  }

  /** Masked names by elder id. */
  Map<UUID, String> elders(Collection<UUID> ids) {
    return elders.list(ids.stream().distinct().map(ElderId::new).toList()).values().stream().collect(Collectors.toMap(e -> e.id().value(), e -> Masking.name(e.name())));
  }

  String region(String code) {
    return regions.find(new RegionCode(code)).map(region -> region.name()).orElse("");
  }

  static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
