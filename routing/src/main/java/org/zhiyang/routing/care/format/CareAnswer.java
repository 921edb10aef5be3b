package org.zhiyang.routing.care.format;

import static org.zhiyang.routing.json.JsonText.quoted;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareScore;
import org.zhiyang.routing.care.CareSolver.Unserved;
import org.zhiyang.routing.care.CareSolver.Unserved.Remedy;
import org.zhiyang.routing.care.CareSolvers;

/** A plan for a file, with the reasons of what is left out. */
public record CareAnswer(CarePlan plan, List<Unserved> unserved) {
  /** From what {@link CareReader} read to a checked answer. */
  public static CareAnswer plan(CareProblem problem, SearchLimits limits) {
    var solver = CareSolvers.standard();
    var plan = solver.solve(problem, limits, progress -> {});
    return new CareAnswer(plan, plan.unserved().isEmpty() ? List.of() : solver.unserved(problem, plan));
  }

  /** One line: cost, score, stops by carer, unserved visits with reasons. */
  public String json() {
    var byCarer = new LinkedHashMap<String, StringBuilder>();
    for (var stop : plan.stops()) {
      var line = byCarer.computeIfAbsent(stop.carer(), c -> new StringBuilder());
      line.append(line.isEmpty() ? "" : ",").append("{\"visit\":%s,\"start\":%d}".formatted(quoted(stop.visit()), stop.start()));
    }
    var carers = list(byCarer.entrySet().stream().map(e -> "{\"carer\":%s,\"stops\":[%s]}".formatted(quoted(e.getKey()), e.getValue())));
    return "{\"cost\":%s,\"score\":%s,\"carers\":%s,\"unserved\":%s}".formatted(figure(plan.score().cost()), score(plan.score()), carers, list(unserved.stream().map(CareAnswer::json)));
  }

  private static String score(CareScore s) {
    return "{\"unserved\":%d,\"unservedVisits\":%d,\"travelMinutes\":%d,\"offWishMinutes\":%d,\"newFaces\":%d,\"eldersCarers\":%d,\"notPreferred\":%d,\"unfairness\":%s,\"changed\":%d}".formatted(
        s.unserved(), s.unservedVisits(), s.travelMinutes(), s.offWishMinutes(), s.newFaces(), s.eldersCarers(), s.notPreferred(), figure(s.unfairness()), s.changed());
  }

  private static String json(Unserved unserved) {
    var rules = list(unserved.rules().stream().map(o -> "{\"rule\":\"%s\",\"carers\":%d}".formatted(o.rule(), o.carers())));
    return "{\"visit\":%s,\"rules\":%s,\"remedies\":%s}".formatted(quoted(unserved.visit()), rules, list(unserved.remedies().stream().map(CareAnswer::json)));
  }

  private static String json(Remedy remedy) {
    var carer = remedy.carer() == null ? "" : ",\"carer\":" + quoted(remedy.carer());
    var start = remedy.start() == null ? "" : ",\"start\":" + remedy.start();
    return "{\"means\":\"%s\"%s%s}".formatted(remedy.means(), carer, start);
  }

  private static String figure(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }

  private static String list(Stream<String> items) {
    return items.collect(Collectors.joining(",", "[", "]"));
  }
}
