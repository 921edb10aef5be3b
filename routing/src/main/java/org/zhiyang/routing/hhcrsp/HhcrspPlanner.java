package org.zhiyang.routing.hhcrsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.check.HomeVisitChecker;
import org.zhiyang.routing.check.HomeVisitFault;
import org.zhiyang.routing.hhcrsp.HhcrspAnswer.Route;
import org.zhiyang.routing.hhcrsp.HhcrspAnswer.Visit;

/** From a file or an instance to a checked answer. With several threads as many searches run side by side, each with a seed of its own, and the best plan wins. */
public final class HhcrspPlanner {
  private HhcrspPlanner() {}

  /** Refuses what cannot be read or served; an answer has passed the independent checker, a plan that has not is a fault of this program. */
  public static HhcrspAnswer plan(String text, SearchLimits limits) {
    return plan(HhcrspReader.read(text), limits);
  }

  public static HhcrspAnswer plan(HhcrspInstance instance, SearchLimits limits) {
    long began = System.nanoTime();
    var model = new Model(instance);
    var found = search(model, limits, began).stream().min(Comparator.comparingLong(Annealing::cost)).orElseThrow();
    if (!found.legal()) throw new RoutingRefusal("没有找到能在各护理员班次内完成全部服务的方案，请延长班次、增加护理员或延长计算时间。");
    var answer = answer(model, found.best());
    var faults = HomeVisitChecker.check(instance, answer);
    if (!faults.isEmpty()) throw new IllegalStateException(faults.stream().map(HomeVisitFault::sentence).collect(Collectors.joining()));
    return answer;
  }

  private static List<Annealing> search(Model model, SearchLimits limits, long began) {
    var searches = new ArrayList<Callable<Annealing>>();
    for (int k = 0; k < limits.threads(); k++) {
      long seed = limits.seed() + 1_000_003L * k;
      searches.add(() -> {
        var search = new Annealing(model, limits, seed, began);
        search.run();
        return search;
      });
    }
    var done = new ArrayList<Annealing>();
    try (var threads = Executors.newFixedThreadPool(limits.threads())) {
      for (var each : threads.invokeAll(searches)) done.add(each.get());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("search interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("search failed", failed.getCause());
    }
    return done;
  }

  /** Times are whole units of the model, so that they hold by the figures of the file to within its finest decimal. */
  static HhcrspAnswer answer(Model model, List<int[]> routes) {
    var start = java.util.Objects.requireNonNull(Timing.starts(model, routes));
    var answered = new ArrayList<Route>();
    for (int c = 0; c < routes.size(); c++) {
      var visits = new ArrayList<Visit>();
      for (int i : routes.get(c)) {
        var who = model.instance.patients().get(model.patient[i]);
        visits.add(new Visit(who.id(), who.services().get(model.part[i]).id(), model.minutes(start[i]), model.minutes(start[i] + model.duration[i])));
      }
      if (!visits.isEmpty()) answered.add(new Route(model.instance.carers().get(c).id(), visits));
    }
    double cost = model.minutes(Timing.cost(model, routes)) / 3;
    return new HhcrspAnswer(Math.round(cost * 1_000) / 1_000.0, answered);
  }
}
