package org.zhiyang.platform.policy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads the national parameter files and then the city's. A city's file adds values to the
 * national file of the same name (and the same unit); where region, effective and recorded day are the same, the city's
 * value takes the place of the national one.
 */
public final class ParameterLoader {

  private final ParameterSource source;

  public ParameterLoader(ParameterSource source) {
    this.source = source;
  }

  /** All figures of the source, or throws {@link MalformedParameters} with every fault in every file. */
  public Parameters load(boolean production) {
    var faults = new ArrayList<String>();
    Map<String, ParameterFile> files = new LinkedHashMap<>();
    for (var file : source.files()) {
      try {
        var reader = new ParameterFileReader(file.path(), ProfileYaml.tree(new ByteArrayInputStream(file.content()), file.path()));
        reader.read().ifPresent(read -> files.merge(read.name(), read, (national, city) -> merge(national, city, faults)));
        faults.addAll(reader.faults());
      } catch (MalformedParameters malformed) {
        faults.addAll(malformed.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new MalformedParameters(faults);
    }
    return new Parameters(files.values(), production);
  }

  private static ParameterFile merge(ParameterFile national, ParameterFile city, List<String> faults) {
    if (!national.unit().equals(city.unit())) {
      faults.add("%s: unit: 与 %s 的单位不一致（%s / %s）".formatted(city.path(), national.path(), city.unit(), national.unit()));
    }
    Map<List<Object>, DatedValue<JsonNode>> values = new LinkedHashMap<>();
    national.values().forEach(v -> values.put(key(v), v));
    city.values().forEach(v -> values.put(key(v), v));
    return new ParameterFile(city.path(), city.name(), city.meaning(), city.unit(), List.copyOf(values.values()));
  }

  static List<Object> key(DatedValue<?> v) {
    return List.of(v.region(), v.effective(), v.recorded());
  }
}
