package org.zhiyang.platform.region;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.PlaceNames;
import org.zhiyang.platform.web.NotFound;

/** The divisions as the database holds them, read once after {@link RegionStore} brought them up to date. */
@Component
class Regions implements RegionQueries, PlaceNames {

  private final RegionTree tree;

  Regions(RegionStore store) {
    this.tree = store.upToDate();
  }

  @Override
  public Optional<Region> find(RegionCode code) {
    return tree.find(code);
  }

  @Override
  public Region get(RegionCode code) {
    return tree.find(code).orElseThrow(NotFound::new);
  }

  @Override
  public boolean exists(String code) {
    return RegionCode.isWellFormed(code) && tree.find(new RegionCode(code)).isPresent();
  }

  @Override
  public Optional<String> regionName(String code) {
    return exists(code) ? find(new RegionCode(code)).map(Region::name) : Optional.empty();
  }

  @Override
  public List<Region> children(RegionCode code) {
    return tree.children(code);
  }

  @Override
  public List<Region> path(RegionCode code) {
    return tree.path(code);
  }

  @Override
  public String fullName(RegionCode code) {
    return tree.find(code).map(Region::fullName).orElse("");
  }

  @Override
  public List<Region> villagesWithin(RegionCode code) {
    return tree.villagesWithin(code);
  }

  @Override
  public RegionTree tree() {
    return tree;
  }
}
