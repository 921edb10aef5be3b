package org.zhiyang.oversight.rating.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.zhiyang.platform.policy.Parameter;

/** How much each part counts; whole points that add up to 100, every part named. */
public record Weights(@JsonValue Map<Part, Integer> points) {
  public static final Parameter<Weights> PARAMETER = Parameter.of("provider-score-weights", Weights.class, "points");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Weights {
    points = Map.copyOf(points);
    if (points.size() != Part.values().length || points.values().stream().anyMatch(p -> p < 0) || points.values().stream().mapToInt(Integer::intValue).sum() != 100) {
      throw new IllegalArgumentException("the weights name every part and add up to 100");
    }
  }

  public int of(Part part) {
    return points.getOrDefault(part, 0);
  }
}
