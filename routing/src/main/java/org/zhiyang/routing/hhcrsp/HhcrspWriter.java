package org.zhiyang.routing.hhcrsp;

import static org.zhiyang.routing.hhcrsp.HhcrspAnswer.quoted;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Carer;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Patient;

/** Writes an instance in the form that {@link HhcrspReader} reads. Places of offices and patients are not kept, only travel times. */
public final class HhcrspWriter {
  private HhcrspWriter() {}

  public static String write(HhcrspInstance instance) {
    var offices = IntStream.range(0, instance.offices()).mapToObj(k -> "{\"id\":\"d%d\"}".formatted(k));
    var services = instance.patients().stream().flatMap(p -> p.services().stream()).map(HhcrspInstance.Service::id).distinct().sorted().map(id -> "{\"id\":%s}".formatted(quoted(id)));
    return "{\"central_offices\":%s,\n\"services\":%s,\n\"caregivers\":%s,\n\"patients\":%s,\n\"distances\":%s}\n".formatted(
        list(offices), list(services), list(instance.carers().stream().map(HhcrspWriter::carer)), list(instance.patients().stream().map(HhcrspWriter::patient)),
        list(Arrays.stream(instance.travel()).map(Arrays::toString)));
  }

  private static String carer(Carer carer) {
    var shift = Double.isInfinite(carer.to()) ? "" : ",\"working_shift\":[%s,%s]".formatted(carer.from(), carer.to());
    return "{\"id\":%s,\"abilities\":%s%s}".formatted(quoted(carer.id()), names(carer.abilities().stream()), shift);
  }

  private static String patient(Patient patient) {
    var services = list(patient.services().stream().map(s -> "{\"service\":%s,\"duration\":%s}".formatted(quoted(s.id()), s.duration())));
    var refused = patient.refused().isEmpty() ? "" : ",\"incompatible_caregivers\":" + names(patient.refused().stream());
    return "{\"id\":%s,\"time_window\":[%s,%s],\"required_caregivers\":%s%s%s}".formatted(
        quoted(patient.id()), patient.earliest(), patient.latest(), services, patient.services().size() == 2 ? tie(patient) : "", refused);
  }

  private static String tie(Patient patient) {
    if (patient.gap().most() == 0) return ",\"synchronization\":{\"type\":\"simultaneous\"}";
    return ",\"synchronization\":{\"type\":\"sequential\",\"distance\":[%s,%s]}".formatted(patient.gap().least(), patient.gap().most());
  }

  private static String names(Stream<String> names) {
    return list(names.sorted().map(HhcrspAnswer::quoted));
  }

  private static String list(Stream<String> items) {
    return items.collect(Collectors.joining(",", "[", "]"));
  }
}
