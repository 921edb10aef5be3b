package org.zhiyang.funding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.DeafCases;
import org.zhiyang.oversight.rating.FinalScore;
import org.zhiyang.oversight.rating.RatingQueries;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.DaysAround;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.StandingVisit;
import org.zhiyang.service.homecare.VisitToPlan;

/** Puts visits, scores and care cases into the tests' own hands, so that a month looks as a test says it does. */
@TestConfiguration
class EvidenceOfTests {
  static final Map<String, List<VisitFacts>> VISITS = new ConcurrentHashMap<>();
  static final Map<String, FinalScore> SCORES = new ConcurrentHashMap<>();
  static final List<Step> STEPS = new CopyOnWriteArrayList<>();

  record Step(CaseId careCase, CaseStep step, YearMonth month, UUID source) {}

  static String key(ProviderId provider, YearMonth month) {
    return provider + " " + month;
  }

  static void score(ProviderId provider, YearMonth month, String score, boolean pass) {
    SCORES.put(key(provider, month), new FinalScore(UUID.randomUUID(), provider, month, new BigDecimal(score), pass, UUID.randomUUID(), month.plusMonths(1).atDay(8)));
  }

  @Bean
  @Primary
  HomecareQueries visitsOfTests() {
    return new HomecareQueries() {
      @Override
      public List<VisitToPlan> visitsToPlan(ProviderId provider, LocalDate day) {
        return List.of();
      }

      @Override
      public List<StandingVisit> standing(ProviderId provider, LocalDate from, LocalDate to) {
        return List.of();
      }

      @Override
      public java.util.SortedMap<LocalDate, Integer> visitsAhead(org.zhiyang.registry.workforce.CarerId carer, LocalDate from) {
        return new java.util.TreeMap<>();
      }

      @Override
      public DaysAround daysAround(ProviderId provider, LocalDate day) {
        return new DaysAround(null, null, false);
      }

      @Override
      public Optional<VisitFacts> findVisit(VisitId id, Scope scope) {
        return VISITS.values().stream().flatMap(List::stream).filter(v -> v.id().equals(id)).findFirst();
      }

      @Override
      public List<VisitFacts> visitsOf(ProviderId provider, YearMonth month) {
        return List.copyOf(VISITS.getOrDefault(key(provider, month), List.of()));
      }

      @Override
      public List<VisitFacts> visitsOn(ProviderId provider, LocalDate day) {
        return List.of();
      }

      @Override
      public List<VisitFacts> behind(LocalDate day, java.time.Instant now, java.time.Duration margin, java.time.Instant since) {
        return List.of();
      }

      @Override
      public List<ProviderId> providersWithOpenVisits(LocalDate from, LocalDate to) {
        return List.of();
      }

      @Override
      public List<Integer> starsOf(ProviderId provider, YearMonth month) {
        return List.of();
      }

      @Override
      public List<ProviderId> activeProviders(YearMonth month) {
        var providers = new ArrayList<ProviderId>();
        VISITS.forEach((key, visits) -> {
          if (key.endsWith(month.toString()) && !visits.isEmpty()) providers.add(visits.getFirst().provider());
        });
        return providers;
      }
    };
  }

  @Bean
  @Primary
  RatingQueries scoresOfTests() {
    return (provider, month) -> Optional.ofNullable(SCORES.get(key(provider, month)));
  }

  @Bean
  @Primary
  CareCaseCommands stepsOfTests() {
    return new DeafCases() {
      @Override
      public void reach(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached reached) {
        STEPS.add(new Step(careCase, step, month, reached.source()));
      }
    };
  }
}
