package org.zhiyang.insight.indicator;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.city.CityProfile;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.Region;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.InvalidInput;

/** 驾驶舱: the figures of one region and of the regions below it. */
@RestController
class CockpitController {
  private static final List<String> ON_THE_MAP = List.of("elder.total", "elder.aged_80", "living.ALONE", "elder.loss", "case.open", "case.overdue");

  private final RegionCounts counts;
  private final AreaShapes shapes;
  private final RegionQueries regions;
  private final CityProfile city;
  private final CurrentActor current;
  private final Clock clock;

  CockpitController(RegionCounts counts, AreaShapes shapes, RegionQueries regions, CityProfile city, CurrentActor current, Clock clock) {
    this.counts = counts;
    this.shapes = shapes;
    this.regions = regions;
    this.city = city;
    this.current = current;
    this.clock = clock;
  }

  record Step(String code, String name, int level) {}

  record Child(String code, String name, int level, @Nullable Position center, Map<String, Long> counts) {}

  record CockpitView(String regionCode, String regionName, int level, List<Step> path, LocalDate businessDay, OffsetDateTime asOf, List<Cockpit.Band> bands,
      List<Cockpit.AgeBand> pyramid, List<Cockpit.Share> levels, List<Cockpit.Share> living, List<Cockpit.Share> economy, List<Cockpit.Share> steps, List<Child> children) {}

  /** {@code asOf} is the age of the oldest counts shown. */
  @GetMapping("/api/cockpit")
  @Guarded(permission = "cockpit.read")
  CockpitView read(@RequestParam @Nullable String region) {
    var area = area(region);
    var asOf = ages();
    var code = area.code().value();
    var here = counts.of(code);
    var today = LocalDate.now(clock);
    var cockpit = new Cockpit(code, here, counts.atStartOf(today, code), asOf, today);
    var path = regions.path(area.code()).stream().filter(step -> mine(step.code().value())).map(step -> new Step(step.code().value(), step.name(), step.level())).toList();
    return new CockpitView(code, area.name(), area.level(), path, today, asOf.values().stream().min(OffsetDateTime::compareTo).orElseGet(OffsetDateTime::now), cockpit.bands(),
        cockpit.pyramid(), cockpit.shares("level", CountSources.LEVELS), cockpit.shares("living", CountSources.LIVING), cockpit.shares("economy", CountSources.ECONOMY),
        asOf.containsKey("case") ? cockpit.shares("case.step", CountSources.STEPS) : List.of(), children(area));
  }

  /** The areas one level below: the outlines of counties, or the sketched areas of towns; without features where only points are known. */
  @GetMapping("/api/cockpit/areas")
  @Guarded(permission = "cockpit.read")
  ResponseEntity<AreaShapes.Collection> areas(@RequestParam String region) {
    return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate()).body(shapes.townsOf(area(region).code()));
  }

  private Region area(@Nullable String asked) {
    var own = current.get().regionCode();
    var code = asked == null || asked.isBlank() ? own == null ? city.code() : own : asked;
    if (!RegionCode.isWellFormed(code) || !regions.exists(code) || !mine(code)) throw new InvalidInput("region", "unknown");
    return regions.get(new RegionCode(code));
  }

  private boolean mine(String code) {
    return current.scope() instanceof Scope.Region scope && scope.contains(code);
  }

  /** When each source was counted; one never counted yet is counted now, one that is not there is left out. */
  private Map<String, OffsetDateTime> ages() {
    var ages = new LinkedHashMap<String, OffsetDateTime>();
    for (var source : CountSources.ALL) {
      var state = counts.state(source);
      if (state.isEmpty() && counts.isThere(source)) {
        counts.refresh(source);
        state = counts.state(source);
      }
      state.ifPresent(found -> ages.put(source.name(), found.asOf()));
    }
    return ages;
  }

  private List<Child> children(Region area) {
    var children = regions.children(area.code());
    var found = counts.of(children.stream().map(child -> child.code().value()).toList(), ON_THE_MAP);
    return children.stream().map(child -> new Child(child.code().value(), child.name(), child.level(), child.position(), found.getOrDefault(child.code().value(), Map.of()))).toList();
  }
}
