package org.zhiyang.need.eligibility.usecase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.need.assessment.AssessmentQueries;
import org.zhiyang.need.eligibility.domain.AgeReached;
import org.zhiyang.need.eligibility.rules.Facts;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.policy.PolicyRefusal;
import org.zhiyang.registry.elder.EconomicStatus;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.LivingSituation;

/** Collects what the rules may look at: the elder's facts on a day and the figures that hold for them there and then. A figure that is missing or may not decide
 *  is an unknown, not an error. */
@Component
class GatherFacts {
  private static final String NO_LEVEL = "能力等级（还没有有效的能力评估）";
  private static final Map<EconomicStatus, String> ECONOMIC = Map.of(EconomicStatus.TEKUN, "特困", EconomicStatus.DIBAO, "低保", EconomicStatus.DIBAO_EDGE, "低保边缘",
      EconomicStatus.ORDINARY, "经济状况一般");

  private final Parameters parameters;
  private final AssessmentQueries assessments;

  GatherFacts(Parameters parameters, AssessmentQueries assessments) {
    this.parameters = parameters;
    this.assessments = assessments;
  }

  /** @param levelValidUntil last day of the ability level (inclusive); null without a level */
  record Gathered(Facts facts, List<DatedValue<?>> figures, @Nullable LocalDate levelValidUntil) {}

  private record Level(AbilityLevel level, @Nullable LocalDate validUntil) {}

  Gathered of(ElderProfile elder, LocalDate day) {
    var collecting = new Collecting(elder, day);
    var level = levelOf(elder, day);
    collecting.elder(level);
    collecting.figures(level);
    return new Gathered(new Facts(collecting.elder, collecting.figure, collecting.unknown), List.copyOf(collecting.used), level.map(Level::validUntil).orElse(null));
  }

  /** The assessed level; else the one the register shows while it is valid (levels taken over from before the platform). */
  private Optional<Level> levelOf(ElderProfile elder, LocalDate day) {
    var assessed = assessments.findLevelOf(elder.id(), day).map(l -> new Level(l.level(), l.validUntil()));
    if (assessed.isPresent()) return assessed;
    if (elder.level() == null || elder.levelValidUntil() != null && elder.levelValidUntil().isBefore(day)) return Optional.empty();
    return Optional.of(new Level(AbilityLevel.valueOf(elder.level()), elder.levelValidUntil()));
  }

  private final class Collecting {
    private final ElderProfile profile;
    private final LocalDate day;
    private final LinkedHashMap<String, Object> elder = new LinkedHashMap<>();
    private final LinkedHashMap<String, Object> figure = new LinkedHashMap<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private final List<DatedValue<?>> used = new ArrayList<>();

    Collecting(ElderProfile profile, LocalDate day) {
      this.profile = profile;
      this.day = day;
    }

    void elder(Optional<Level> level) {
      value(EligibilityConfiguration.AGE_REACHED, rule -> elder.put("age", (long) rule.ageOn(day, profile.birthOn())), "elder.age");
      level.ifPresentOrElse(l -> {
        elder.put("level", l.level().name());
        elder.put("level_number", (long) l.level().number());
        elder.put("level_name", l.level().chineseName());
      }, () -> unknown.putAll(Map.of("elder.level", NO_LEVEL, "elder.level_number", NO_LEVEL, "elder.level_name", NO_LEVEL)));
      elder.put("economic_status", profile.economicStatus().name());
      elder.put("economic_status_name", ECONOMIC.getOrDefault(profile.economicStatus(), profile.economicStatus().name()));
      elder.put("living_situation", profile.livingSituation().name());
      elder.put("lives_alone", profile.livingSituation() == LivingSituation.ALONE);
      elder.put("in_care_home", profile.livingSituation() == LivingSituation.IN_CARE_HOME);
      elder.put("hukou", profile.hukou().name());
      elder.put("disability", profile.disability());
      elder.put("family_planning_special", profile.familyPlanningSpecial());
      elder.put("in_city", profile.status() != ElderStatus.MOVED && profile.status() != ElderStatus.DECEASED);
    }

    void figures(Optional<Level> level) {
      value(EligibilityConfiguration.HOURS, table -> level.ifPresentOrElse(
          l -> figure.put("table_hours", (long) table.of(l.level(), profile.economicStatus())), () -> unknown.put("figure.table_hours", NO_LEVEL)), "figure.table_hours");
      value(EligibilityConfiguration.GROUP_HOURS, groups -> {
        group("living_alone_80_hours", groups.of("LIVING_ALONE_80_PLUS"));
        group("family_planning_special_hours", groups.of("FAMILY_PLANNING_SPECIAL"));
        group("centenarian_hours", groups.of("CENTENARIAN"));
      }, "figure.living_alone_80_hours", "figure.family_planning_special_hours", "figure.centenarian_hours");
      value(EligibilityConfiguration.VOUCHER_MINIMUM_AGE, age -> figure.put("voucher_minimum_age", (long) age), "figure.voucher_minimum_age");
      value(EligibilityConfiguration.VOUCHER_MINIMUM_LEVEL, least -> {
        figure.put("voucher_minimum_level", (long) least.number());
        figure.put("voucher_minimum_level_name", least.chineseName());
      }, "figure.voucher_minimum_level", "figure.voucher_minimum_level_name");
      value(EligibilityConfiguration.VOUCHER_CAP, cap -> figure.put("voucher_cap_fen", cap), "figure.voucher_cap_fen");
      value(EligibilityConfiguration.VOUCHER_RATE, rate -> figure.put("voucher_rate_permille", permille(rate)), "figure.voucher_rate_permille");
    }

    private void group(String word, @Nullable Integer hours) {
      figure.put(word, hours == null ? 0L : (long) hours);
    }

    private <T> void value(Parameter<T> parameter, Consumer<T> take, String... words) {
      try {
        var dated = parameters.get(parameter, profile.regionCode(), day, day);
        take.accept(dated.value());
        used.add(dated);
      } catch (PolicyRefusal noFigure) {
        for (var word : words) unknown.put(word, "参数 " + parameter.name() + (noFigure instanceof PolicyRefusal.Unverified ? "（尚未与正式文件核对）" : "（没有取值）"));
      }
    }
  }

  /** 0.5 is 500; finer shares than a permille are refused as a broken figure. */
  static long permille(BigDecimal share) {
    return share.movePointRight(3).longValueExact();
  }
}
