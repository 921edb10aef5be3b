package org.zhiyang.service.homecare;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.zhiyang.need.careplan.CarePlan;
import org.zhiyang.need.careplan.CarePlanQueries;
import org.zhiyang.need.careplan.PlanId;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.MonthBalance;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.Quote;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.registry.elder.ElderId;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The modules below home care, as home care sees them: plans that tests put in, the real service list, an entitlement of 600 minutes a month, and what cases were told. */
@TestConfiguration
class HomecareWorld {
  static final int GRANTED_MINUTES = 600;

  final Map<UUID, CarePlan> plans = new ConcurrentHashMap<>();
  final Map<UUID, PayerShares> reserved = new ConcurrentHashMap<>();
  final List<UUID> reopened = new CopyOnWriteArrayList<>();
  final Map<UUID, UUID> openCases = new ConcurrentHashMap<>();
  final List<Reach> reached = new CopyOnWriteArrayList<>();

  /** Orders whose cases were told that nobody takes them. */
  final Set<UUID> unmatched = ConcurrentHashMap.newKeySet();

  record Reach(UUID careCase, CaseStep step, @Nullable YearMonth month, UUID source) {}

  @Bean
  @Primary
  CarePlanQueries testPlans() {
    var queries = mock(CarePlanQueries.class);
    when(queries.find(any())).thenAnswer(call -> Optional.ofNullable(plans.get(call.getArgument(0, PlanId.class).value())));
    return queries;
  }

  @Bean
  @Primary
  EligibilityQueries testEligibility() throws IOException {
    var items = items();
    var queries = mock(EligibilityQueries.class);
    when(queries.mostUnitsAVisit(any(), any(), any())).thenReturn(12);
    when(queries.serviceItem(any(), any(), any())).thenAnswer(call -> items.get(call.getArgument(0, String.class)));
    when(queries.serviceList(any(), any())).thenAnswer(call -> List.copyOf(items.values()));
    when(queries.balanceOf(any(), any())).thenAnswer(call -> new MonthBalance(call.getArgument(1), GRANTED_MINUTES, 0, 0, 0, 0, 0));
    when(queries.quote(any(), any(), any())).thenAnswer(call -> quote(call.getArgument(1), call.getArgument(2)));
    return queries;
  }

  @Bean
  @Primary
  EligibilityCommands testBalance() {
    return new EligibilityCommands() {
      @Override
      public PayerShares reserve(UUID visit, ElderId elder, PlannedUse asked, List<PlannedUse> promised) {
        return reserved.computeIfAbsent(visit, v -> quote(asked, promised).shares());
      }

      @Override
      public void hold(ElderId elder, YearMonth month) {}

      @Override
      public PayerShares use(UUID visit, int done, int planned) {
        return reserved.getOrDefault(visit, new PayerShares(0, 0, 0, 0, 0));
      }

      @Override
      public void release(UUID visit) {
        reserved.remove(visit);
      }

      @Override
      public void reopen(UUID visit) {
        reopened.add(visit);
      }
    };
  }

  @Bean
  @Primary
  CareCaseCommands testCases() {
    return new CareCaseCommands() {
      @Override
      public void reach(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached told) {
        reached.add(new Reach(careCase.value(), step, month, told.source()));
      }

      @Override
      public void fallBack(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached why) {
        reached.removeIf(was -> was.equals(new Reach(careCase.value(), step, month, why.source())));
      }

      @Override
      public void waitForProvider(CaseId careCase, YearMonth month, boolean nobody, Reached told) {
        if (nobody) unmatched.add(told.source());
        else unmatched.remove(told.source());
        reach(careCase, CaseStep.ORDERED, month, told);
      }

      @Override
      public void waitNoMore(CaseId careCase, UUID order) {
        unmatched.remove(order);
      }

      @Override
      public void loseProvider(CaseId careCase, Collection<UUID> visits, Reached why) {
        reached.removeIf(was -> was.step() == CaseStep.MATCHED && was.source().equals(why.source()));
      }
    };
  }

  @Bean
  @Primary
  CareCaseQueries testOpenCases() {
    var queries = mock(CareCaseQueries.class);
    when(queries.findOpenOf(any())).thenAnswer(call -> Optional.ofNullable(openCases.get(call.getArgument(0, ElderId.class).value())).map(CaseId::new));
    return queries;
  }

  /** Public minutes pay up to what is granted for one visit without what is promised, the elder pays the rest. */
  private static Quote quote(PlannedUse asked, List<PlannedUse> promised) {
    var left = Math.max(0, GRANTED_MINUTES - promised.stream().mapToInt(HomecareWorld::minutes).sum());
    var price = asked.item().priceFen() * asked.units();
    var minutes = Math.min(left, minutes(asked));
    var publicFen = minutes == 0 ? 0 : price * minutes / minutes(asked);
    return new Quote(new PayerShares(price, publicFen, 0, price - publicFen, minutes), GRANTED_MINUTES, GRANTED_MINUTES - left, 0, 0, true);
  }

  private static int minutes(PlannedUse use) {
    return use.item().countsAgainstHours() ? use.units() * use.item().durationMinutes() : 0;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ServiceItem> items() throws IOException {
    var items = new java.util.LinkedHashMap<String, ServiceItem>();
    try (var in = new ClassPathResource("profiles/national/service-list.yaml").getInputStream()) {
      var list = (Map<String, Object>) YAMLMapper.builder().build().readValue(in, Map.class);
      for (var item : (List<Map<String, Object>>) list.get("items")) {
        var proof = (Map<String, List<Map<String, Object>>>) item.get("proof");
        var price = ((Number) ((List<Map<String, Object>>) item.get("prices")).getFirst().get("value")).longValue();
        items.put((String) item.get("code"), new ServiceItem((String) item.get("code"), (String) item.get("name"), (String) item.get("description"), (String) item.get("unit"),
            (Integer) item.get("durationMinutes"), (String) item.get("requiredSkill"), (Integer) item.get("minimumCertificateLevel"), (Integer) item.get("crewSize"),
            (Boolean) item.get("countsAgainstHours"), new ArrayList<>(proof.get("beforeStart")), new ArrayList<>(proof.get("atCheckOut")), (Integer) item.get("partMinutes"),
            (String) item.get("responseTargetParameter"), price));
      }
    }
    return items;
  }
}
