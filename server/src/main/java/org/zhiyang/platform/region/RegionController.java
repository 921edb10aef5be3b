package org.zhiyang.platform.region;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.city.ProfileFile;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.web.NotFound;

/** The tree of divisions and the outlines of the counties; public facts, shown to every signed-in account. */
@RestController
class RegionController {

  private final RegionQueries regions;
  private final ProfileFile boundaries;

  RegionController(RegionQueries regions, ProfileFiles files) {
    this.regions = regions;
    this.boundaries = files.get(ProfileRegions.BOUNDARIES);
  }

  record RegionItem(String code, String name, int level, RegionKind kind, boolean hasChildren) {}

  record Step(String code, String name) {}

  record RegionView(String code, String name, int level, RegionKind kind, List<Step> path, String fullName, @Nullable Position center,
                    String positionQuality) {}

  /** The children of a region; without {@code parent} the city itself, as a list of one. */
  @GetMapping("/api/regions")
  @Guarded(permission = Guarded.SIGNED_IN)
  List<RegionItem> list(@RequestParam(required = false) @Nullable String parent) {
    var tree = regions.tree();
    var found = parent == null ? List.of(tree.city()) : regions.children(known(parent).code());
    return found.stream().map(r -> new RegionItem(r.code().value(), r.name(), r.level(), r.kind(), tree.hasChildren(r.code()))).toList();
  }

  @GetMapping("/api/regions/{code}")
  @Guarded(permission = Guarded.SIGNED_IN)
  RegionView read(@PathVariable String code) {
    var region = known(code);
    var path = regions.path(region.code()).stream().map(r -> new Step(r.code().value(), r.name())).toList();
    return new RegionView(region.code().value(), region.name(), region.level(), region.kind(), path, region.fullName(), region.position(), region.positionQuality());
  }

  @GetMapping("/api/regions/boundaries")
  @Guarded(permission = Guarded.SIGNED_IN)
  ResponseEntity<byte[]> boundaries() {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/geo+json;charset=UTF-8"))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate()).body(boundaries.content());
  }

  private Region known(String code) {
    if (!RegionCode.isWellFormed(code)) {
      throw new NotFound();
    }
    return regions.get(new RegionCode(code));
  }
}
