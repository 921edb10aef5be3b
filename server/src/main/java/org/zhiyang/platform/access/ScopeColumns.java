package org.zhiyang.platform.access;

import org.jspecify.annotations.Nullable;

/** Where a query's rows say to whom they belong: SQL expressions, each null if the rows have no such column. A scope for which no column is given sees nothing.
 *
 *  @param region a 12-digit region code
 *  @param organization the provider's or institution's id
 *  @param carer the care worker's id
 *  @param elder the elder's id
 *  @param viewerOf a condition that is true if the party {@code :scopeParty} (organisation or carer) was granted sight of the row */
public record ScopeColumns(@Nullable String region, @Nullable String organization, @Nullable String carer, @Nullable String elder, @Nullable String viewerOf) {
  public static ScopeColumns of(@Nullable String region, @Nullable String organization, @Nullable String carer, @Nullable String elder) {
    return new ScopeColumns(region, organization, carer, elder, null);
  }

  public static ScopeColumns regionAndElder(String region, String elder) {
    return new ScopeColumns(region, null, null, elder, null);
  }
}
