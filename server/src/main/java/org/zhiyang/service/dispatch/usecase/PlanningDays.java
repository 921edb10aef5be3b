package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Problems;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.domain.StandingDuties;
import org.zhiyang.service.homecare.DaysAround;
import org.zhiyang.service.homecare.HomecareQueries;

/** Gathers what a provider's day is made of: visits, carers, figures, and the hour if the day is today. */
@Component
public class PlanningDays {
  /** Nobody dispatches farther away than this. A year with one digit too many is a slip, and the farthest no database holds. */
  private static final int NEAR_YEARS = 20;

  private final HomecareQueries homecare;
  private final WorkforceQueries workforce;
  private final FacilityQueries facilities;
  private final Parameters parameters;
  private final Ways ways;
  private final Clock clock;

  PlanningDays(HomecareQueries homecare, WorkforceQueries workforce, FacilityQueries facilities, Parameters parameters, Ways ways, Clock clock) {
    this.homecare = homecare;
    this.workforce = workforce;
    this.facilities = facilities;
    this.parameters = parameters;
    this.ways = ways;
    this.clock = clock;
  }

  /** The provider if the scope reaches it: its own people, and officers of its region. */
  public Provider provider(ProviderId id, Scope scope) {
    var provider = facilities.findProvider(id).orElseThrow(NotFound::new);
    var reached = switch (scope) {
      case Scope.Everything e -> true;
      case Scope.Organization own -> own.id().equals(id.value());
      case Scope.Region region -> region.contains(provider.regionCode());
      case Scope.Carer c -> false;
      case Scope.People p -> false;
      case Scope.Nothing n -> false;
    };
    if (!reached) throw new NotFound();
    return provider;
  }

  /** The county if the scope reaches the whole of it; a county officer who names none means their own. */
  public String county(@Nullable String asked, Scope scope) {
    if (asked != null && !RegionCode.isWellFormed(asked)) throw new InvalidInput("region", "pattern");
    if (asked == null && !(scope instanceof Scope.Region own && new RegionCode(own.from()).level() == 3)) throw new InvalidInput("region", "required");
    var county = asked == null ? ((Scope.Region) scope).from() : asked;
    if (new RegionCode(county).level() != 3) throw new InvalidInput("region", "not-a-county");
    var reached = switch (scope) {
      case Scope.Everything e -> true;
      case Scope.Region region -> region.contains(county);
      default -> false;
    };
    if (!reached) throw new NotFound();
    return county;
  }

  /** Providers of a county with visits in those days, by id. */
  public List<Provider> providersOf(String county, LocalDate from, LocalDate to) {
    var ids = new TreeSet<ProviderId>(Comparator.comparing(ProviderId::value));
    for (var month = YearMonth.from(from); !month.isAfter(YearMonth.from(to.minusDays(1))); month = month.plusMonths(1)) ids.addAll(homecare.activeProviders(month));
    var found = facilities.listProviders(ids);
    return ids.stream().map(found::get).filter(Objects::nonNull).filter(p -> new RegionCode(p.regionCode()).isWithin(new RegionCode(county))).toList();
  }

  /** @param field where the day was given
   *  @throws InvalidInput for a day no one can have meant */
  public void requireNear(String field, LocalDate day) {
    var today = LocalDate.now(clock);
    var first = today.minusYears(NEAR_YEARS);
    var last = today.plusYears(NEAR_YEARS);
    if (day.isBefore(first) || day.isAfter(last)) throw new InvalidInput(List.of(new Problems.FieldError(field, "range", Map.of("min", first, "max", last))));
  }

  /** A day that can still be planned.
   *
   *  @throws DispatchRefusal.PastDay for one that is over */
  void requireAhead(String field, LocalDate day) {
    requireNear(field, day);
    if (day.isBefore(LocalDate.now(clock))) throw new DispatchRefusal.PastDay(day);
  }

  /** The moment of business that answers about a day are stamped with. */
  public OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  /** True when a plan made anew leaves that day as it was told: today, and tomorrow from the hour of freezing on. */
  public boolean isFrozen(String region, LocalDate day) {
    var now = LocalDateTime.now(clock);
    if (!day.isAfter(now.toLocalDate())) return true;
    var hour = parameters.get(WeekParameters.FREEZE, region, day, now.toLocalDate()).value();
    return day.equals(now.toLocalDate().plusDays(1)) && !now.toLocalTime().isBefore(hour);
  }

  /** Where a dispatcher finds visits when a day has none. */
  public DaysAround around(Provider provider, LocalDate day) {
    return homecare.daysAround(provider.id(), day);
  }

  public PlanningDay of(Provider provider, LocalDate day, boolean keepAssigned) {
    var now = LocalDateTime.now(clock);
    var today = now.toLocalDate();
    var carers = workforce.carersOf(provider.id(), day);
    var travel = ways.travel(provider.regionCode(), day, today);
    var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var around = new StandingDuties(homecare.standing(provider.id(), monday.minusDays(1), monday.plusDays(8)), carers, travel);
    return new PlanningDay(day, homecare.visitsToPlan(provider.id(), day), carers, travel, DispatchParameters.settings(parameters, provider.regionCode(), day, today),
        day.equals(today) ? now.toLocalTime().truncatedTo(ChronoUnit.SECONDS) : null, keepAssigned, around);
  }
}
