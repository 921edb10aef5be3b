package org.zhiyang.platform.region;

/** What a division is by law or statistics; the level alone does not tell. */
public enum RegionKind {
  PREFECTURE, COUNTY, FUNCTIONAL_ZONE, SUBDISTRICT, TOWN, TOWNSHIP, RESIDENTS_COMMITTEE, VILLAGERS_COMMITTEE,
  LIKE_RESIDENTS_COMMITTEE, LIKE_VILLAGERS_COMMITTEE, OTHER;

  /** True for 居委会 and what counts like one. */
  public boolean urban() {
    return this == RESIDENTS_COMMITTEE || this == LIKE_RESIDENTS_COMMITTEE;
  }
}
