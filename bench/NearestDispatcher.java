import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareCarer.Shift;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.check.CareChecker;

/**
 * The dispatcher without a planner: takes visits in the order of their wished times and sends the nearest qualified carer who is free then, from where that carer is;
 * when nobody is, the one who can come soonest within the window. Knows no continuity. Keeps all hard rules that the generated weeks have.
 */
final class NearestDispatcher {
  private final CareProblem problem;
  private final Map<String, List<CareCarer>> byPool = new HashMap<>();
  private final Map<String, State> states = new HashMap<>();

  /** Where a carer stands at the end of the last visit of a day. */
  private static final class State {
    int place;
    int free;
    int day = -1;
    int dayWork;
    int home;
    int weekWork;
    int breaks;
    int lastEnd = -100_000;
  }

  private record Offer(CareCarer carer, Shift shift, int start, int way, int breaks) {}

  private NearestDispatcher(CareProblem problem) {
    this.problem = problem;
    for (var carer : problem.carers()) {
      for (var pool : carer.pools()) byPool.computeIfAbsent(pool, p -> new ArrayList<>()).add(carer);
      states.put(carer.id(), new State());
    }
  }

  static CarePlan plan(CareProblem problem) {
    return new NearestDispatcher(problem).plan();
  }

  private CarePlan plan() {
    var visits = new HashMap<String, CareVisit>();
    for (var visit : problem.visits()) visits.put(visit.id(), visit);
    var links = new HashMap<String, CareLink>();
    for (var link : problem.links()) {
      links.put(link.first(), link);
      links.put(link.second(), link);
    }
    var sorted = new ArrayList<>(problem.visits());
    sorted.sort(Comparator.comparingInt(CareVisit::wishedFrom).thenComparing(CareVisit::id));
    var stops = new ArrayList<CarePlan.Stop>();
    var served = new HashMap<String, Boolean>();
    for (var visit : sorted) {
      var link = links.get(visit.id());
      if (link == null) {
        var offer = best(visit, visit.wishedFrom(), visit.to(), null);
        served.put(visit.id(), offer != null);
        if (offer != null) take(visit, offer, stops);
      } else if (!served.containsKey(visit.id())) {
        boolean both = pair(visits.get(link.first()), visits.get(link.second()), stops);
        served.put(link.first(), both);
        served.put(link.second(), both);
      }
    }
    var unserved = sorted.stream().map(CareVisit::id).filter(id -> !served.get(id)).toList();
    return new CarePlan(stops, unserved, CareChecker.score(problem, stops, CareProblem.TOLERANCE));
  }

  /** At the first quarter at which two can be there at once. */
  private boolean pair(CareVisit one, CareVisit two, List<CarePlan.Stop> stops) {
    for (int start = one.wishedFrom(); start <= one.to(); start += 15) {
      var first = best(one, start, start, null);
      var second = first == null ? null : best(two, start, start, first.carer());
      if (second == null) continue;
      take(one, first, stops);
      take(two, second, stops);
      return true;
    }
    return false;
  }

  private Offer best(CareVisit visit, int from, int to, CareCarer not) {
    Offer best = null;
    for (var carer : byPool.getOrDefault(visit.pool(), List.of())) {
      if (carer == not || visit.refused().contains(carer.id()) || carer.refused().contains(visit.elder())) continue;
      var offer = offer(visit, carer, from, to);
      if (offer == null) continue;
      boolean onTime = offer.start() <= visit.wishedTo();
      boolean bestOnTime = best != null && best.start() <= visit.wishedTo();
      if (best == null || onTime && (!bestOnTime || offer.way() < best.way()) || !bestOnTime && offer.start() < best.start()) best = offer;
    }
    return best;
  }

  private Offer offer(CareVisit visit, CareCarer carer, int from, int to) {
    for (var shift : carer.shifts()) {
      if (shift.from() > to || shift.to() < from || shift.from() / 1440 != visit.from() / 1440) continue;
      var state = states.get(carer.id());
      boolean fresh = state.day != shift.from();
      int place = fresh ? shift.startPlace() : state.place;
      int way = problem.travel().minutes(carer.mode(), place, visit.place());
      int free = fresh ? shift.from() : state.free;
      int start = Math.max(from, free + way);
      int breaks = fresh ? 0 : state.breaks;
      for (; breaks < shift.breaks().size(); breaks++) {
        var pause = shift.breaks().get(breaks);
        if (start + visit.minutes() <= pause.to()) break;
        if (fresh && start > pause.to()) continue;
        int begin = Math.max(fresh ? shift.from() : state.free - problem.handover(), pause.from());
        if (begin > pause.to()) return null;
        start = Math.max(start, Math.max(begin + pause.minutes(), free + way + pause.minutes()));
      }
      int home = problem.travel().minutes(carer.mode(), visit.place(), java.util.Objects.requireNonNullElse(shift.endPlace(), visit.place()));
      int end = start + visit.minutes();
      int work = (fresh ? 0 : state.dayWork - state.home) + way + visit.minutes() + home;
      if (start > to || end + problem.handover() + home > shift.to() || work > carer.mostMinutesADay()) continue;
      if (state.weekWork + work - (fresh ? 0 : state.dayWork) > carer.mostMinutesAWeek() || !able(visit, carer, end)) continue;
      if (fresh && start - way - state.lastEnd < carer.leastRest()) continue;
      return new Offer(carer, shift, start, way, breaks);
    }
    return null;
  }


  private static boolean able(CareVisit visit, CareCarer carer, int end) {
    return visit.skills().stream().allMatch(need -> carer.skills().stream().anyMatch(has -> has.code().equals(need.code()) && has.level() >= need.level() && end <= has.until()));
  }

  private void take(CareVisit visit, Offer offer, List<CarePlan.Stop> stops) {
    var state = states.get(offer.carer().id());
    var shift = offer.shift();
    boolean fresh = state.day != shift.from();
    if (fresh) state.dayWork = state.home = 0;
    state.day = shift.from();
    int before = state.dayWork;
    int home = problem.travel().minutes(offer.carer().mode(), visit.place(), java.util.Objects.requireNonNullElse(shift.endPlace(), visit.place()));
    state.dayWork += offer.way() + visit.minutes() + home - state.home;
    state.home = home;
    state.weekWork += state.dayWork - before;
    state.breaks = offer.breaks();
    state.place = visit.place();
    state.lastEnd = offer.start() + visit.minutes();
    state.free = state.lastEnd + problem.handover();
    stops.add(new CarePlan.Stop(visit.id(), offer.carer().id(), offer.start()));
  }
}
