package org.zhiyang.service.homecare;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;

/** The questions other modules may ask about visits. */
public interface HomecareQueries {
  /** Visits of a provider on a day that are not cancelled. */
  List<VisitToPlan> visitsToPlan(ProviderId provider, LocalDate day);

  /** Who of the provider's carers goes where in the days from {@code from} to before {@code to}, and went as far as the visit was not given up. */
  List<StandingVisit> standing(ProviderId provider, LocalDate from, LocalDate to);

  /** How many visits a carer is sent to and has not begun, by day from {@code from} on; days without any are left out. */
  SortedMap<LocalDate, Integer> visitsAhead(CarerId carer, LocalDate from);

  /** The days with visits that are not cancelled on either side of a day, the day itself left out. */
  DaysAround daysAround(ProviderId provider, LocalDate day);

  Optional<VisitFacts> findVisit(VisitId id, Scope scope);

  /** Visits of a provider on a day that are not cancelled, as they stand now. */
  List<VisitFacts> visitsOn(ProviderId provider, LocalDate day);

  /**
   * Visits of a day at which a carer is behind at {@code now} by {@code margin} or more: nobody checked in yet, the carer checked in so late, or is still there so long after the planned end. Visits
   * planned to end before {@code since} are left out.
   */
  List<VisitFacts> behind(LocalDate day, Instant now, Duration margin, Instant since);

  /** All visits of a provider whose service day lies in the month, whatever their status, in the order of their ids: the evidence of scores and statements. */
  List<VisitFacts> visitsOf(ProviderId provider, YearMonth month);

  /** Ratings of the provider's visits of that month, 1..5 each. */
  List<Integer> starsOf(ProviderId provider, YearMonth month);

  /** Providers with a visit from {@code from} to before {@code to} that nobody is sent to yet. */
  List<ProviderId> providersWithOpenVisits(LocalDate from, LocalDate to);

  /** Providers with at least one visit in the month. */
  List<ProviderId> activeProviders(YearMonth month);
}
