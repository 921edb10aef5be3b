package org.zhiyang.service.dispatch.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Turns the ids of a day into what a dispatcher reads: names of elders, carers, villages and services. */
@Component
class DispatchWords {
  private final ElderQueries elders;
  private final WorkforceQueries workforce;
  private final EligibilityQueries eligibility;
  private final RegionQueries regions;
  private final HomecareQueries homecare;

  DispatchWords(ElderQueries elders, WorkforceQueries workforce, EligibilityQueries eligibility, RegionQueries regions, HomecareQueries homecare) {
    this.elders = elders;
    this.workforce = workforce;
    this.eligibility = eligibility;
    this.regions = regions;
    this.homecare = homecare;
  }

  record Person(UUID id, String name) {}

  record Position(double lng, double lat) {}

  /** One visit as the desk shows it; {@code from} and {@code to} are null while nobody is sent. */
  record VisitRow(UUID id, Person elder, String regionName, Position position, String service, String serviceName, LocalTime windowFrom, LocalTime windowTo, int durationMinutes, int crew,
      @Nullable String requiredSkill, List<Person> carers, @Nullable LocalTime from, @Nullable LocalTime to, @Nullable Person usualCarer, boolean locked) {}

  /** Rows by visit, without those of elders outside the reader's region. */
  Map<UUID, VisitRow> rows(Provider provider, LocalDate day, List<VisitToPlan> visits, Scope scope) {
    var profiles = elders.list(visits.stream().map(VisitToPlan::elder).collect(Collectors.toSet()));
    var services = eligibility.serviceList(provider.regionCode(), day).stream().collect(Collectors.toMap(ServiceItem::code, ServiceItem::name));
    var carers = names(visits.stream().flatMap(v -> java.util.stream.Stream.concat(v.carers().stream(), java.util.stream.Stream.ofNullable(v.usualCarer()))).toList());
    var rows = new HashMap<UUID, VisitRow>();
    for (var visit : visits) {
      var elder = profiles.get(visit.elder());
      if (elder == null || scope instanceof Scope.Region region && !region.contains(elder.regionCode())) continue;
      rows.put(visit.id().value(), row(visit, elder, services, carers));
    }
    return rows;
  }

  private VisitRow row(VisitToPlan v, ElderProfile elder, Map<String, String> services, Function<CarerId, Person> carers) {
    var to = v.plannedFrom() == null ? null : v.plannedFrom().plusMinutes(v.durationMinutes());
    return new VisitRow(v.id().value(), new Person(elder.id().value(), elder.name()), regions.fullName(new RegionCode(elder.regionCode())), new Position(v.lng(), v.lat()), v.service(),
        services.getOrDefault(v.service(), v.service()), v.windowFrom(), v.windowTo(), v.durationMinutes(), v.crew(), v.requiredSkill(), v.carers().stream().map(carers).toList(),
        v.plannedFrom(), to, v.usualCarer() == null ? null : carers.apply(v.usualCarer()), v.locked());
  }

  Function<CarerId, Person> names(Collection<CarerId> ids) {
    var names = workforce.namesOf(ids);
    return id -> new Person(id.value(), names.getOrDefault(id, "（已离职）"));
  }

  /** Whose visits these are, as far as the reader may see them. */
  Map<VisitId, Person> eldersOf(Collection<VisitId> visits, Scope scope) {
    var found = visits.stream().flatMap(id -> homecare.findVisit(id, scope).stream()).toList();
    var profiles = elders.list(found.stream().map(VisitFacts::elder).collect(Collectors.toSet()));
    return found.stream().filter(v -> profiles.containsKey(v.elder())).collect(Collectors.toMap(VisitFacts::id, v -> new Person(v.elder().value(), profiles.get(v.elder()).name())));
  }

  String nameOfElder(ElderId id) {
    var elder = elders.list(List.of(id)).get(id);
    return elder == null ? "" : elder.name();
  }
}
