package org.zhiyang.need.intake.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.StepLimits;
import org.zhiyang.need.intake.usecase.IntakeParameters;
import org.zhiyang.need.intake.view.LoopBoard;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.city.CityProfile;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.CsvDownload;
import org.zhiyang.platform.web.InvalidInput;

/** 闭环看板. */
@RestController
class LoopController {
  private final LoopBoard board;
  private final Parameters parameters;
  private final RegionQueries regions;
  private final CityProfile city;
  private final CurrentActor current;
  private final CaseViews views;
  private final Clock clock;

  LoopController(LoopBoard board, Parameters parameters, RegionQueries regions, CityProfile city, CurrentActor current, CaseViews views, Clock clock) {
    this.board = board;
    this.parameters = parameters;
    this.regions = regions;
    this.city = city;
    this.current = current;
    this.views = views;
    this.clock = clock;
  }

  /** Ages are full days waited for the step; null when no case waits. {@code limitDays} null = no limit; {@code overdue} counts by each case's own area's limit. */
  record ColumnView(CaseStep step, String name, String phaseName, String holder, long count, @Nullable Long medianAgeDays, @Nullable Long oldestAgeDays, @Nullable Integer limitDays, long overdue) {}

  record ConversionView(String regionCode, String regionName, long cases, long assessed, long served, long paid, long rated) {}

  record LoopView(String regionCode, String regionName, long open, List<ColumnView> columns, LocalDate conversionSince, List<ConversionView> conversion, OffsetDateTime asOf) {}

  /** {@code since}: the conversion counts cases opened from that day on; the last twelve months when not given. */
  @GetMapping("/api/loop")
  @Guarded(permission = "loop.read")
  LoopView read(@RequestParam @Nullable String region, @RequestParam @Nullable UUID provider, @RequestParam @Nullable LocalDate since) {
    var actor = current.get();
    var today = LocalDate.now(clock);
    var area = region == null || region.isBlank() ? actor.regionCode() == null ? city.code() : actor.regionCode() : region;
    if (!regions.exists(area) || actor.scope() instanceof Scope.Region mine && !mine.contains(area)) throw new InvalidInput("region", "unknown-region");
    var limits = parameters.find(IntakeParameters.STEP_LIMITS, area, today, today).map(found -> found.value()).orElse(new StepLimits(java.util.Map.of()));
    var columns = board.columns(area, provider, actor.scope(), today);
    var from = since == null ? today.minusYears(1) : since;
    var conversion = board.conversion(area, provider, actor.scope(), from).stream().map(c -> new ConversionView(c.regionCode(), names(c.regionCode()), c.cases(), c.assessed(), c.served(),
        c.paid(), c.rated())).toList();
    return new LoopView(area, regions.get(new RegionCode(area)).name(), columns.values().stream().mapToLong(LoopBoard.Column::count).sum(),
        Arrays.stream(CaseStep.values()).map(step -> column(step, columns.get(step), limits)).toList(), from, conversion, OffsetDateTime.now(clock));
  }

  private static final List<String> HEAD = List.of("区划代码", "区域", "案例数", "已评估", "已服务", "已拨付", "已反馈");

  /** The conversion of the areas one level below, as a file (M255). */
  @GetMapping("/api/loop/export")
  @Guarded(permission = "loop.read", audit = true)
  ResponseEntity<StreamingResponseBody> export(@RequestParam @Nullable String region, @RequestParam @Nullable UUID provider, @RequestParam @Nullable LocalDate since) {
    var loop = read(region, provider, since);
    return CsvDownload.of("闭环转化-" + loop.regionName() + "-" + loop.conversionSince(), HEAD,
        out -> loop.conversion().forEach(c -> out.accept(List.of(c.regionCode(), c.regionName(), c.cases(), c.assessed(), c.served(), c.paid(), c.rated()))));
  }

  private ColumnView column(CaseStep step, LoopBoard.@Nullable Column c, StepLimits limits) {
    return new ColumnView(step, step.chinese(), step.phase().chinese(), holder(step, c), c == null ? 0 : c.count(), c == null ? null : views.ageDays(c.medianSince()),
        c == null ? null : views.ageDays(c.oldestSince()), limits.days().get(step), c == null ? 0 : c.overdue());
  }

  /** Of the orders a column waits for, those nobody takes are the county's. */
  private static String holder(CaseStep step, LoopBoard.@Nullable Column c) {
    if (c == null || c.unmatched() == 0 || step != CaseStep.ORDERED && step != CaseStep.MATCHED) return step.holder();
    return c.unmatched() == c.count() ? CaseStep.COUNTY : step.holder() + "；" + c.unmatched() + " 件无人可接，由" + CaseStep.COUNTY + "指定";
  }

  private String names(String code) {
    return regions.find(new RegionCode(code)).map(region -> region.name()).orElse(code);
  }
}
