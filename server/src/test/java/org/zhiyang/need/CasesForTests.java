package org.zhiyang.need;

import java.time.YearMonth;
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
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.registry.elder.ElderId;

/** Care cases in memory: every elder asked for has one open, and what the modules tell it is kept for the test to look at. */
@TestConfiguration(proxyBeanMethods = false)
public class CasesForTests {
  public static final List<Told> TOLD = new CopyOnWriteArrayList<>();

  public record Told(CaseId careCase, CaseStep step, boolean reached, UUID source) {}

  private static final Map<ElderId, CaseId> CASES = new ConcurrentHashMap<>();

  public static CaseId of(UUID elder) {
    return CASES.computeIfAbsent(new ElderId(elder), e -> new CaseId(UUID.randomUUID()));
  }

  @Bean
  @Primary
  CareCaseQueries casesForTests() {
    return elder -> Optional.of(of(elder.value()));
  }

  @Bean
  @Primary
  CareCaseCommands caseCommandsForTests() {
    return new CareCaseCommands() {
      @Override
      public void reach(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached reached) {
        TOLD.add(new Told(careCase, step, true, reached.source()));
      }

      @Override
      public void fallBack(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached why) {
        TOLD.add(new Told(careCase, step, false, why.source()));
      }
    };
  }
}
