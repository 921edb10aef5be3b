package org.zhiyang.oversight.rating.web;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhiyang.oversight.rating.domain.QuarterScorePolicy;
import org.zhiyang.oversight.rating.view.QuarterScoreList;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.CsvDownload;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;

/** 服务商季度评价 (M259): list and export. */
@RestController
class QuarterController {
  private static final List<String> HEAD = List.of("季度", "服务商", "所在区划", "得分", "结果", "各月得分（权重）", "算法说明", "计算时间");

  private final QuarterScoreList list;
  private final FacilityQueries facilities;
  private final RegionQueries regions;
  private final CurrentActor current;
  private final Clock clock;

  QuarterController(QuarterScoreList list, FacilityQueries facilities, RegionQueries regions, CurrentActor current, Clock clock) {
    this.list = list;
    this.facilities = facilities;
    this.regions = regions;
    this.current = current;
    this.clock = clock;
  }

  record Row(UUID id, UUID providerId, String providerName, String regionCode, String regionName, String quarter, BigDecimal points, boolean passed, List<QuarterScoreList.Month> months,
      String explanation, UUID rulingId, int revision, OffsetDateTime computedAt) {}

  /** {@code quarter} as 2026-Q4. */
  @GetMapping("/api/provider-quarter-scores")
  @Guarded(permission = "rating.read")
  Page<Row> list(@Valid PageQuery query, @RequestParam @Nullable String quarter, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider, @RequestParam @Nullable Boolean passed) {
    return list.page(new QuarterScoreList.Filter(quarter(quarter), region, provider, passed), query, current.scope()).map(this::row);
  }

  @GetMapping("/api/provider-quarter-scores/export")
  @Guarded(permission = "rating.read", audit = true)
  ResponseEntity<StreamingResponseBody> export(@RequestParam @Nullable String quarter, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider, @RequestParam @Nullable Boolean passed) {
    var scope = current.scope();
    var filter = new QuarterScoreList.Filter(quarter(quarter), region, provider, passed);
    return CsvDownload.of("服务商季度评价-" + LocalDate.now(clock), HEAD, out -> list.forEach(filter, scope, found -> {
      var r = row(found);
      var months = r.months().stream().map(m -> m.month() + " " + m.points() + "（" + m.weight() + "）").collect(Collectors.joining("；"));
      out.accept(Arrays.asList(r.quarter(), r.providerName(), r.regionName(), r.points(), r.passed() ? "合格" : "不合格", months, r.explanation(), r.computedAt().toLocalDate()));
    }));
  }

  private Row row(QuarterScoreList.Row r) {
    var provider = facilities.findProvider(new ProviderId(r.provider()));
    return new Row(r.id(), r.provider(), provider.map(p -> p.name()).orElse(""), r.regionCode(), regions.fullName(new RegionCode(r.regionCode())), QuarterScorePolicy.name(r.quarter()), r.points(),
        r.passed(), r.months(), r.explanation(), r.ruling(), r.revision(), r.computedAt());
  }

  private static @Nullable YearMonth quarter(@Nullable String asked) {
    if (asked == null || asked.isBlank()) return null;
    if (!asked.matches("20\\d{2}-Q[1-4]")) throw new InvalidInput("quarter", "pattern");
    return YearMonth.of(Integer.parseInt(asked.substring(0, 4)), (asked.charAt(6) - '1') * 3 + 1);
  }
}
