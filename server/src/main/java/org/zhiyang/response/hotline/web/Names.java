package org.zhiyang.response.hotline.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;

/** Names for ids and codes on the desk's screens. */
@Component("hotlineNames")
class Names {
  private final FacilityQueries facilities;
  private final WorkforceQueries workforce;
  private final EligibilityQueries eligibility;
  private final RegionQueries regions;

  Names(FacilityQueries facilities, WorkforceQueries workforce, EligibilityQueries eligibility, RegionQueries regions) {
    this.facilities = facilities;
    this.workforce = workforce;
    this.eligibility = eligibility;
    this.regions = regions;
  }

  record Service(String name, String unit) {}

  Map<ProviderId, String> providers(Collection<ProviderId> ids) {
    return facilities.listProviders(ids).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> name(e.getValue())));
  }

  private static String name(Provider provider) {
    return provider.name();
  }

  List<String> carers(Collection<CarerId> ids) {
    var names = workforce.namesOf(ids);
    return ids.stream().map(id -> names.getOrDefault(id, "")).filter(n -> !n.isEmpty()).toList();
  }

  /** The name of the service that day; a code that has left the list stays a code. */
  Service service(String code, String regionCode, LocalDate day) {
    try {
      var item = eligibility.serviceItem(code, regionCode, day);
      return new Service(item.name(), item.unit());
    } catch (NotFound leftTheList) {
      return new Service(code, "");
    }
  }

  String region(String code) {
    return regions.fullName(new RegionCode(code));
  }
}
