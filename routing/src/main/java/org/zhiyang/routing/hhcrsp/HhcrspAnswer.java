package org.zhiyang.routing.hhcrsp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.zhiyang.routing.json.JsonText;

/** A plan for an instance, in the units of the file. {@code cost} is a third of travel, tardiness and largest tardiness together, to three decimals. Carers who stay at home have no route. */
public record HhcrspAnswer(double cost, List<Route> routes) {
  public record Route(String carer, List<Visit> visits) {}

  /** {@code arrival} is the start of the service after any waiting, {@code departure} its end. */
  public record Visit(String patient, String service, double arrival, double departure) {}

  /** One line: {@code {"cost":…,"routes":[{"caregiver_id":"c1","locations":[{"patient":"p10","service":"s3","arrival_time":148.0,"departure_time":162.0}]}]}}. */
  public String json() {
    var lists = routes.stream().map(HhcrspAnswer::json).collect(Collectors.joining(",", "[", "]"));
    return "{\"cost\":%s,\"routes\":%s}".formatted(BigDecimal.valueOf(cost).setScale(3, RoundingMode.HALF_UP).toPlainString(), lists);
  }

  private static String json(Route route) {
    var visits = route.visits().stream().map(HhcrspAnswer::json).collect(Collectors.joining(",", "[", "]"));
    return "{\"caregiver_id\":%s,\"locations\":%s}".formatted(quoted(route.carer()), visits);
  }

  private static String json(Visit visit) {
    return "{\"patient\":%s,\"service\":%s,\"arrival_time\":%s,\"departure_time\":%s}".formatted(quoted(visit.patient()), quoted(visit.service()), figure(visit.arrival()), figure(visit.departure()));
  }

  private static String figure(double time) {
    return BigDecimal.valueOf(time).toPlainString();
  }

  static String quoted(String text) {
    return JsonText.quoted(text);
  }
}
