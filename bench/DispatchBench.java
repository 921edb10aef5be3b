import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareGenerator;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CarePlan.Stop;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.routing.care.CareSolver.RepairLimits;
import org.zhiyang.routing.care.CareSolvers;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.check.CareChecker;

/** A city's week: first plan, good plan, repair, growth; against a dispatcher who sends the nearest free carer. Every plan is judged by the checker. */
public final class DispatchBench {
  private static final int DAY = 1440;
  private static final int TOLERANCE = 15;
  private static final CareSolver SOLVER = CareSolvers.standard();

  private DispatchBench() {}

  public static void main(String[] words) {
    Locale.setDefault(Locale.ROOT);
    boolean quick = words[0].equals("quick");
    int size = quick ? 4_000 : 40_000;
    double seconds = quick ? 20 : 600;
    int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
    var problem = CareGenerator.week(size, 1);
    System.out.printf("%d visits, %d carers, %d elders, %d thread(s), %.0f s%n", size, problem.carers().size(), problem.visits().stream().map(CareVisit::elder).distinct().count(), threads, seconds);
    var nearest = NearestDispatcher.plan(problem);
    int nearestFaults = CareChecker.check(problem, nearest).size();
    print("nearest", problem, nearest);
    var first = new double[1];
    var plan = SOLVER.solve(problem, SearchLimits.ofSeconds(seconds, 1).withThreads(threads), p -> {
      if (first[0] == 0) first[0] = p.passed().toMillis() / 1e3;
    });
    int faults = CareChecker.check(problem, plan).size();
    print("ours", problem, plan);
    double travel = perVisit(problem, plan) / perVisit(problem, nearest);
    double faces = facesPerElder(problem, plan) / facesPerElder(problem, nearest);
    System.out.printf("first legal plan after %.1f s, %d violations (nearest: %d); travel per visit %.3f, carers per elder %.3f of the nearest%n", first[0], faults, nearestFaults, travel, faces);
    var repair = repairs(problem, plan, quick ? 20 : 60);
    double exponent = growth(quick ? new int[] {500, 5_000} : new int[] {500, 5_000, 50_000}, quick ? 10 : 40);
    boolean met = first[0] <= 60 && faults == 0 && travel <= 0.9 && faces <= 0.7 && repair[1] <= 1_000 && repair[2] <= 2 && exponent <= 1.15;
    System.out.printf("{\"name\":\"dispatch\",\"ours\":%.3f,\"unit\":\"travel per visit, share of the nearest-available dispatcher\",\"reference\":1,\"visits\":%d,\"firstPlanSeconds\":%.1f,\"planSeconds\":%.0f,"
        + "\"violations\":%d,\"unserved\":%d,\"unservedNearest\":%d,\"carersPerElder\":%.3f,\"repairP50Ms\":%.0f,\"repairP95Ms\":%.0f,\"mostMovedWhenAllServed\":%.0f,\"growthExponent\":%.2f,"
        + "\"goal\":\"first 60 s, 0 violations, travel 0.9, carers per elder 0.7, repair p95 1 s with 2 moved, exponent 1.15\",\"met\":%b}%n",
        travel, size, first[0], seconds, faults, plan.unserved().size(), nearest.unserved().size(), faces, repair[0], repair[1], repair[2], exponent, met);
  }

  private static void print(String who, CareProblem problem, CarePlan plan) {
    System.out.printf("%-8s %s%n         travel per visit %.2f, carers per elder %.3f%n", who, plan.score(), perVisit(problem, plan), facesPerElder(problem, plan));
  }

  private static double perVisit(CareProblem problem, CarePlan plan) {
    return (double) plan.score().travelMinutes() / plan.stops().size();
  }

  /** How many different carers an elder sees in the week, of elders seen at all. */
  private static double facesPerElder(CareProblem problem, CarePlan plan) {
    var elders = new HashMap<String, String>();
    for (var visit : problem.visits()) elders.put(visit.id(), visit.elder());
    var met = new HashMap<String, Set<String>>();
    for (var stop : plan.stops()) met.computeIfAbsent(elders.get(stop.visit()), e -> new HashSet<>()).add(stop.carer());
    return met.values().stream().mapToInt(Set::size).average().orElse(0);
  }

  /** p50, p95 in milliseconds and the 95th of a hundred of others moved where all that were served still are. */
  private static double[] repairs(CareProblem problem, CarePlan plan, int events) {
    var random = new Random(11);
    var times = new ArrayList<Double>();
    var moved = new ArrayList<Integer>();
    int lost = 0;
    for (int e = -3; e < events; e++) {
      var changed = event(problem, plan, random, Math.floorMod(e, 3));
      long began = System.nanoTime();
      var repair = SOLVER.repair(changed, new RepairLimits(Duration.ofMillis(800), TOLERANCE, 2, 1));
      if (e < 0) continue;
      times.add((System.nanoTime() - began) / 1e6);
      if (repair.lost().isEmpty()) moved.add(repair.moved().size());
      else lost++;
    }
    times.sort(null);
    moved.sort(null);
    int most = moved.isEmpty() ? 0 : moved.get((int) (0.95 * (moved.size() - 1)));
    System.out.printf("repair of %d events: p50 %.0f ms, p95 %.0f ms; others moved at most %d (95 of 100: %d); %d events left somebody unserved%n", events, times.get(times.size() / 2),
        times.get((int) (0.95 * (times.size() - 1))), moved.isEmpty() ? 0 : moved.getLast(), most, lost);
    return new double[] {times.get(times.size() / 2), times.get((int) (0.95 * (times.size() - 1))), most};
  }

  /** Illness of a carer who works that day, a cancelled visit, or an urgent new one; at seven in the morning, what was before has begun. */
  private static CareProblem event(CareProblem p, CarePlan plan, Random random, int kind) {
    var hit = plan.stops().get(random.nextInt(plan.stops().size()));
    int day = hit.start() / DAY;
    int now = day * DAY + 420;
    var begun = new HashMap<String, Stop>();
    for (var stop : plan.stops()) {
      if (stop.start() < now) begun.put(stop.visit(), stop);
    }
    var visits = new ArrayList<CareVisit>();
    for (var v : p.visits()) {
      var stop = begun.get(v.id());
      boolean cancelled = kind == 1 && v.id().equals(hit.visit());
      if (stop != null) visits.add(with(v, new CareVisit.Pin(stop.carer(), stop.start(), true)));
      else if (v.to() >= now && !cancelled) visits.add(v);
      if (kind == 2 && v.id().equals(hit.visit())) visits.add(urgent(v, day * DAY));
    }
    var carers = new ArrayList<CareCarer>();
    for (var c : p.carers()) carers.add(kind == 0 && c.id().equals(hit.carer()) ? without(c, day) : c);
    var left = new HashSet<String>();
    visits.forEach(v -> left.add(v.id()));
    var links = p.links().stream().filter(l -> left.contains(l.first()) && left.contains(l.second())).toList();
    return new CareProblem(p.days(), visits, links, carers, p.travel(), p.handover(), now, p.weights(), plan.stops());
  }

  private static CareVisit with(CareVisit v, CareVisit.Pin pin) {
    return new CareVisit(v.id(), v.elder(), v.place(), v.from(), v.to(), v.wishedFrom(), v.wishedTo(), v.minutes(), v.skills(), v.pool(), v.priority(), v.preferred(), v.refused(), v.known(), pin);
  }

  private static CareVisit urgent(CareVisit v, int zero) {
    return new CareVisit("urgent", v.elder(), v.place(), zero + 480, zero + 900, zero + 480, zero + 660, 45, v.skills(), v.pool(), 9, v.preferred(), v.refused(), v.known(), null);
  }

  private static CareCarer without(CareCarer c, int day) {
    return new CareCarer(c.id(), c.pools(), c.skills(), c.shifts().stream().filter(s -> s.from() / DAY != day).toList(), c.mode(), c.mostMinutesADay(), c.mostMinutesAWeek(), c.leastRest(), c.refused());
  }

  /** Time to plan with so many steps a visit, from the smallest size to the largest. */
  private static double growth(int[] sizes, int steps) {
    var times = new double[sizes.length];
    SOLVER.solve(CareGenerator.week(sizes[0], 2), SearchLimits.ofIterations(20_000, 1), p -> {});
    for (int k = 0; k < sizes.length; k++) {
      var problem = CareGenerator.week(sizes[k], 2);
      long began = System.nanoTime();
      var plan = SOLVER.solve(problem, SearchLimits.ofIterations((long) steps * sizes[k], 1), p -> {});
      times[k] = (System.nanoTime() - began) / 1e9;
      System.out.printf("%6d visits, %d steps each: %.1f s, cost per visit %.2f%n", sizes[k], steps, times[k], plan.score().cost() / sizes[k]);
    }
    int last = sizes.length - 1;
    return Math.log(times[last] / times[0]) / Math.log((double) sizes[last] / sizes[0]);
  }
}
