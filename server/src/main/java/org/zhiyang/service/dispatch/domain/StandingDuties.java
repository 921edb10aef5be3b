package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.StandingVisit;

/** The duties of the days around as they stand, from the visits carers are sent to. Ways are those from the base to the first visit and from visit to visit. */
public final class StandingDuties implements Elsewhere {
  private record Day(CarerId carer, LocalDate date) {}

  private final Map<Day, Duty> duties = new HashMap<>();

  public StandingDuties(Collection<StandingVisit> visits, Collection<Carer> carers, TravelEstimate travel) {
    var known = carers.stream().collect(Collectors.toMap(Carer::id, c -> c));
    var byDay = new HashMap<Day, List<StandingVisit>>();
    for (var visit : visits) if (known.containsKey(visit.carer())) byDay.computeIfAbsent(new Day(visit.carer(), visit.day()), d -> new ArrayList<>()).add(visit);
    byDay.forEach((day, some) -> duties.put(day, duty(some, Objects.requireNonNull(known.get(day.carer())), travel)));
  }

  private static Duty duty(List<StandingVisit> visits, Carer carer, TravelEstimate travel) {
    visits.sort(Comparator.comparing(StandingVisit::from));
    var place = new Position(carer.baseLng(), carer.baseLat());
    int minutes = 0, leaves = 0, ends = 0;
    for (var visit : visits) {
      var home = new Position(visit.lng(), visit.lat());
      var way = travel.minutes(carer.travelMode(), place, home);
      var start = visit.from().toSecondOfDay() / 60;
      if (minutes == 0) leaves = start - way;
      minutes += way + visit.minutes();
      ends = Math.max(ends, start + visit.minutes());
      place = home;
    }
    return new Duty(minutes, leaves, ends);
  }

  @Override
  public @Nullable Duty on(CarerId carer, LocalDate date) {
    return duties.get(new Day(carer, date));
  }
}
