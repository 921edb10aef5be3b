package org.zhiyang.service.homecare.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A provider looked at for an order.
 *
 *  @param rank 1 = best; 0 for those left out
 *  @param points 0..100, the sum of {@code parts}; 0 for those left out
 *  @param reasons Chinese, what speaks for it; {@code excluded} Chinese, what leaves it out, empty for those ranked */
public record Candidate(UUID provider, String name, int rank, double points, Map<MatchingWeights.Part, Double> parts, long meters, List<String> reasons, List<Exclusion> excluded) {
  public record Exclusion(Why why, String sentence) {}

  /** What leaves a provider out, the hardest to change first. */
  public enum Why { DEFAULTED, TOO_FAR, NO_SKILL, FULL, ANSWERED_NO }
}
