package org.zhiyang.service.homecare.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/** Points of each part of a match; they add up to 100. */
public record MatchingWeights(@JsonValue Map<Part, Integer> points) {
  public enum Part { DISTANCE, SKILL, CAPACITY, RATING, WISH }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MatchingWeights(Map<Part, Integer> points) {
    this.points = Map.copyOf(points);
    if (points.values().stream().mapToInt(Integer::intValue).sum() != 100) throw new IllegalArgumentException("matching weights add up to 100");
  }

  public int of(Part part) {
    return points.getOrDefault(part, 0);
  }
}
