package org.zhiyang.need.eligibility.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What is known of one elder on one day, and the figures that hold for them, under the names of the {@link Vocabulary}. What is not known is not there; why it is
 *  not known stands in {@code unknown}, in Chinese ("能力等级（还没有有效的能力评估）").
 *
 *  @param elder, figure known values: Long, Boolean or String as the vocabulary says
 *  @param unknown reasons by name, {@code elder.level} or {@code figure.table_hours} */
public record Facts(SequencedMap<String, Object> elder, SequencedMap<String, Object> figure, Map<String, String> unknown) {
  public Facts {
    elder = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(elder));
    figure = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figure));
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
  }

  Map<String, Object> variables() {
    return Map.of("elder", elder, "figure", figure);
  }

  boolean knows(String name) {
    var dot = name.indexOf('.');
    return (name.startsWith("elder.") ? elder : figure).containsKey(name.substring(dot + 1));
  }
}
