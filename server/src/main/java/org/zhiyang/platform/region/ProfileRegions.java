package org.zhiyang.platform.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.city.ProfileFiles;

/** Reads the divisions of a city from its profile (regions.csv, towns.csv, boundaries.geojson) without a database. */
public final class ProfileRegions {

  static final String REGIONS = "regions.csv";
  static final String TOWNS = "towns.csv";
  static final String BOUNDARIES = "boundaries.geojson";

  private final ProfileFiles files;
  private final CountyOutlines outlines;
  private final Map<RegionCode, Position> towns = new HashMap<>();
  private final Map<RegionCode, String> townQualities = new HashMap<>();
  private final Map<String, Region> read = new HashMap<>();

  private ProfileRegions(ProfileFiles files) {
    this.files = files;
    this.outlines = CountyOutlines.read(files.get(BOUNDARIES));
  }

  /** @throws BrokenProfile naming the file and the row that cannot be used */
  public static RegionTree read(ProfileFiles files) {
    return new ProfileRegions(files).read();
  }

  private RegionTree read() {
    for (var row : files.csv(TOWNS)) {
      var code = code(TOWNS, row);
      try {
        towns.put(code, new Position(Double.parseDouble(row.get("lng")), Double.parseDouble(row.get("lat"))));
      } catch (RuntimeException e) {
        throw new BrokenProfile(files.city() + "/" + TOWNS, "the row of " + code + " has no usable lng and lat", e);
      }
      townQualities.put(code, row.getOrDefault("quality", "unknown"));
    }
    var villages = new VillagePositions(outlines, towns);
    var regions = new ArrayList<Region>();
    for (var row : files.csv(REGIONS)) {
      var region = region(row, villages);
      read.put(region.code().value(), region);
      regions.add(region);
    }
    try {
      return new RegionTree(regions);
    } catch (IllegalArgumentException e) {
      throw new BrokenProfile(files.city() + "/" + REGIONS, String.valueOf(e.getMessage()), e);
    }
  }

  private Region region(Map<String, String> row, VillagePositions villages) {
    var code = code(REGIONS, row);
    var name = row.getOrDefault("name", "");
    var parentText = row.getOrDefault("parent_code", "");
    var parent = parentText.isEmpty() ? null : new RegionCode(parentText);
    if (name.isBlank() || !String.valueOf(code.level()).equals(row.get("level"))) {
      throw new BrokenProfile(files.city() + "/" + REGIONS, "the row of " + code + " has no name or another level than its digits say");
    }
    return new Region(code, name, code.level(), kind(code, row), parent, fullName(code, parent, name), position(code, parent, villages), quality(code));
  }

  private String fullName(RegionCode code, @Nullable RegionCode parent, String name) {
    if (parent == null || code.level() <= 3) {
      return name;
    }
    var above = read.get(parent.value());
    if (above == null) {
      throw new BrokenProfile(files.city() + "/" + REGIONS, "the row of " + code + " stands before or without its parent " + parent);
    }
    return above.level() == 2 ? name : above.fullName() + name;
  }

  private @Nullable Position position(RegionCode code, @Nullable RegionCode parent, VillagePositions villages) {
    return switch (code.level()) {
      case 5 -> villages.place(code, parent == null ? null : towns.get(parent));
      case 4 -> towns.get(code);
      case 3 -> outlines.innerPoint(code).orElseGet(() -> firstTownOf(code));
      default -> outlines.innerPointOfAll().orElse(null);
    };
  }

  private @Nullable Position firstTownOf(RegionCode zone) {
    return towns.keySet().stream().filter(town -> town.isWithin(zone)).sorted().findFirst().map(towns::get).orElse(null);
  }

  private String quality(RegionCode code) {
    return switch (code.level()) {
      case 5 -> "seeded_near_town";
      case 4 -> townQualities.getOrDefault(code, "unknown");
      default -> "outline_center";
    };
  }

  private RegionKind kind(RegionCode code, Map<String, String> row) {
    try {
      return RegionKind.valueOf(row.getOrDefault("kind", "").toUpperCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BrokenProfile(files.city() + "/" + REGIONS, "the row of " + code + " has an unknown kind", e);
    }
  }

  private RegionCode code(String file, Map<String, String> row) {
    var text = row.getOrDefault("code", "");
    if (!RegionCode.isWellFormed(text)) {
      throw new BrokenProfile(files.city() + "/" + file, "a row has no 12-digit code (column \"code\")");
    }
    return new RegionCode(text);
  }
}
