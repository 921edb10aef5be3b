package org.zhiyang.platform.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All divisions of the city in memory, in the order of their codes; never changes, safe for use by many threads. */
public final class RegionTree {

  private static final int VILLAGE = 5;

  private final TreeMap<String, Region> byCode = new TreeMap<>();
  private final Map<RegionCode, List<Region>> children = new java.util.HashMap<>();
  private final Region city;

  /** @throws IllegalArgumentException unless exactly one region has no parent and every other parent is among the regions */
  public RegionTree(Collection<Region> regions) {
    regions.forEach(region -> byCode.put(region.code().value(), region));
    var roots = byCode.values().stream().filter(region -> region.parent() == null).toList();
    if (roots.size() != 1) {
      throw new IllegalArgumentException("there must be one region without a parent, there are " + roots.size());
    }
    city = roots.getFirst();
    for (var region : byCode.values()) {
      var parent = region.parent();
      if (parent != null) {
        if (!byCode.containsKey(parent.value())) {
          throw new IllegalArgumentException("region " + region.code() + " has the unknown parent " + parent);
        }
        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(region);
      }
    }
  }

  public Region city() {
    return city;
  }

  public Optional<Region> find(RegionCode code) {
    return Optional.ofNullable(byCode.get(code.value()));
  }

  /** Every region, the city first. */
  public Collection<Region> all() {
    return java.util.Collections.unmodifiableCollection(byCode.values());
  }

  public List<Region> children(RegionCode code) {
    return List.copyOf(children.getOrDefault(code, List.of()));
  }

  public boolean hasChildren(RegionCode code) {
    return children.containsKey(code);
  }

  /** From the city down to the region itself; empty when there is no such region. */
  public List<Region> path(RegionCode code) {
    var path = new ArrayList<Region>();
    for (var region = byCode.get(code.value()); region != null; region = region.parent() == null ? null : byCode.get(region.parent().value())) {
      path.addFirst(region);
    }
    return List.copyOf(path);
  }

  /** The villages and communities of a region; a village is its own only village. */
  public List<Region> villagesWithin(RegionCode code) {
    return within(code).filter(region -> region.level() == VILLAGE).toList();
  }

  private Stream<Region> within(RegionCode code) {
    return byCode.subMap(code.from(), true, code.to(), false).values().stream();
  }
}
