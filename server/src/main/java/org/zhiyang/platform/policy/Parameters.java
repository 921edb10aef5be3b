package org.zhiyang.platform.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The figures of the running city profile. Immutable after loading; any thread may ask.
 *
 * <p>{@code get(CAP, "330502003000", 2026-03-31, 2026-04-10)} answers the figure that held for a service on 31 March in
 * that town, as far as it was recorded by 10 April: of the values recorded by then and effective by the service day, the
 * narrowest area with a value wins, in it the latest effective day, then the latest record. A value null ends the figure of
 * its own area from its effective day on; a wider area's figure, if there is one, then holds again.
 */
public final class Parameters {

  /** The whole country. */
  public static final String NATIONAL = Area.NATIONAL;

  private static final Comparator<DatedValue<JsonNode>> LATEST =
      Comparator.<DatedValue<JsonNode>, LocalDate>comparing(DatedValue::effective).thenComparing(DatedValue::recorded);

  private final Map<String, ParameterFile> files = new TreeMap<>();
  private final boolean production;

  Parameters(Collection<ParameterFile> files, boolean production) {
    files.forEach(file -> this.files.put(file.name(), file));
    this.production = production;
  }

  /** As {@link #find}, but throws {@link PolicyRefusal.NoValue} where no figure holds. */
  public <T> DatedValue<T> get(Parameter<T> parameter, String area, LocalDate serviceDay, LocalDate knownOn) {
    return find(parameter, area, serviceDay, knownOn)
        .orElseThrow(() -> new PolicyRefusal.NoValue(parameter.name(), area, serviceDay, knownOn));
  }

  /** The figure that held, or empty; throws {@link PolicyRefusal.Unverified} in production for a figure nobody compared. */
  public <T> Optional<DatedValue<T>> find(Parameter<T> parameter, String area, LocalDate serviceDay, LocalDate knownOn) {
    var wanted = Area.of(area);
    var file = files.get(parameter.name());
    if (file == null) {
      return Optional.empty();
    }
    requireUnit(parameter, file);
    var known = file.values().stream()
        .filter(v -> !v.effective().isAfter(serviceDay) && !v.recorded().isAfter(knownOn))
        .filter(v -> Area.of(v.region()).covers(wanted))
        .toList();
    var found = known.stream()
        .map(DatedValue::region).distinct()
        .sorted(Comparator.comparing((String r) -> Area.of(r).digits().length()).reversed())
        .map(region -> known.stream().filter(v -> v.region().equals(region)).max(LATEST).orElseThrow())
        .filter(v -> !v.value().isNull())
        .findFirst();
    if (production && found.isPresent() && !found.get().verified()) {
      throw new PolicyRefusal.Unverified(found.get());
    }
    return found.map(v -> typed(parameter, v));
  }

  /** Checks that a file sets this parameter in this unit and that each of its values reads as this type. */
  void require(Parameter<?> parameter) {
    var file = files.get(parameter.name());
    if (file == null) {
      throw new MalformedParameters(List.of("parameters/%s.yaml: 缺少这个参数文件".formatted(parameter.name())));
    }
    requireUnit(parameter, file);
    for (var value : file.values()) {
      if (!value.value().isNull()) {
        typed(parameter, value);
      }
    }
  }

  /** Figures nobody has compared with their document yet, by name: shown as such, and what production would refuse. */
  public List<String> listUnverified() {
    return files.values().stream()
        .filter(file -> file.values().stream().anyMatch(v -> !v.verified()))
        .map(ParameterFile::name).toList();
  }

  /** Every figure as its file says it, by name. */
  List<ParameterFile> list() {
    return List.copyOf(files.values());
  }

  private static void requireUnit(Parameter<?> parameter, ParameterFile file) {
    if (!parameter.unit().equals(file.unit())) {
      throw new MalformedParameters(List.of("%s: unit: 程序需要 %s，文件写的是 %s".formatted(file.path(), parameter.unit(), file.unit())));
    }
  }

  private static <T> DatedValue<T> typed(Parameter<T> parameter, DatedValue<JsonNode> v) {
    T value = ProfileYaml.read(v.value(), parameter.type(), v.parameter() + ".yaml", "values（自 " + v.effective() + " 起）.value");
    return new DatedValue<>(v.parameter(), value, v.unit(), v.region(), v.published(), v.effective(), v.recorded(),
        v.source(), v.verified(), v.verifiedBy(), v.verifiedOn());
  }
}
