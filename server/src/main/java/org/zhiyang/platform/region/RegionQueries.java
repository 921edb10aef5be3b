package org.zhiyang.platform.region;

import java.util.List;
import java.util.Optional;

/** What other modules may ask about divisions; answered from memory, always from one and the same state of the tree. */
public interface RegionQueries {

  Optional<Region> find(RegionCode code);

  /** @throws org.zhiyang.platform.web.NotFound when the city has no such division */
  Region get(RegionCode code);

  /** False also for a text that is no region code at all. */
  boolean exists(String code);

  /** Direct children in the order of their codes; empty for a village and for an unknown region. */
  List<Region> children(RegionCode code);

  /** From the city down to the region itself; empty for an unknown region. */
  List<Region> path(RegionCode code);

  /** Names from the county down, without the city; empty text for an unknown region. */
  String fullName(RegionCode code);

  /** Villages and communities of a region. */
  List<Region> villagesWithin(RegionCode code);

  RegionTree tree();
}
