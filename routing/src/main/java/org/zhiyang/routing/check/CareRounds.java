package org.zhiyang.routing.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareRule;
import org.zhiyang.routing.care.TravelTimes;

/** Follows every carer from stop to stop by the clock: ways, shifts, breaks, limits of days and weeks, rest. */
final class CareRounds {
  private final CareProblem problem;
  private final Map<String, List<CareStop>> byCarer;
  private final Map<String, List<CarePlan.Stop>> standing = new HashMap<>();
  private final Map<String, Long> work = new HashMap<>();
  private List<CareFault> faults = new ArrayList<>();
  private long travel;

  CareRounds(CareProblem problem, Map<String, List<CareStop>> byCarer) {
    this.problem = problem;
    this.byCarer = byCarer;
    if (problem.notBefore() == 0) return;
    for (var stop : problem.standing()) standing.computeIfAbsent(stop.carer(), id -> new ArrayList<>()).add(stop);
  }

  long travel() {
    return travel;
  }

  /** Minutes of service and travel of each carer who works. */
  Map<String, Long> work() {
    return work;
  }

  void judge(List<CareFault> into) {
    faults = into;
    byCarer.values().forEach(this::follow);
  }

  private void follow(List<CareStop> stops) {
    var carer = stops.getFirst().carer();
    var days = new TreeMap<Integer, Long>();
    var shifts = new TreeMap<Integer, List<CareStop>>();
    for (var stop : stops) {
      days.merge(stop.day(), (long) stop.visit().minutes(), Long::sum);
      var shift = stop.shift();
      if (shift != null) shifts.computeIfAbsent(shift.from(), from -> new ArrayList<>()).add(stop);
    }
    for (var chain : shifts.values()) {
      long ways = chain(carer, java.util.Objects.requireNonNull(chain.getFirst().shift()), chain);
      days.merge(chain.getFirst().day(), ways, Long::sum);
      travel += ways;
    }
    limits(carer, stops, days);
    rest(carer, stops);
  }

  private long chain(CareCarer carer, CareCarer.Shift shift, List<CareStop> chain) {
    long all = 0;
    var ways = new int[chain.size()];
    for (int k = 0; k < ways.length; k++) {
      var before = k == 0 ? null : chain.get(k - 1);
      var stop = chain.get(k);
      ways[k] = way(carer, before == null ? shift.startPlace() : before.visit().place(), stop.visit().place(), stop.begun() && (before == null || before.begun()));
      all += ways[k];
      judge(carer, shift, before, stop, ways[k]);
    }
    var last = chain.getLast();
    int home = shift.endPlace() == null ? 0 : way(carer, last.visit().place(), shift.endPlace(), last.begun());
    int back = shift.endPlace() == null ? last.end() : last.end() + problem.handover() + home;
    if (!last.begun() && back > shift.to()) add(CareRule.SHIFT, "护理员 %s 服务 %s 之后 %s 才能结束，班次到 %s 为止。".formatted(carer.id(), last.visit().id(), CareStop.clock(back), CareStop.clock(shift.to())));
    if (!new Breaks(shift, chain, ways).fit(0, 0, new int[chain.size()], new int[chain.size()])) add(CareRule.BREAK, "护理员 %s 在 %s 开始的班次中没有时间休息。".formatted(carer.id(), CareStop.clock(shift.from())));
    return all + home;
  }

  private void judge(CareCarer carer, CareCarer.Shift shift, @Nullable CareStop before, CareStop stop, int way) {
    if (before == null) {
      if (!stop.begun() && stop.start() - way < shift.from()) add(CareRule.SHIFT, "护理员 %s 要在 %s 班次开始之前出发才能赶到服务 %s。".formatted(carer.id(), CareStop.clock(shift.from()), stop.visit().id()));
    } else if (!(before.begun() && stop.begun()) && before.end() + problem.handover() + way > stop.start()) {
      add(CareRule.ONE_PLACE, "护理员 %s 做完服务 %s 再走 %d 分钟，赶不上 %s 的服务 %s。".formatted(carer.id(), before.visit().id(), way, stop.clock(), stop.visit().id()));
    }
    if (!stop.begun() && stop.start() - way < problem.notBefore() && !underWay(carer, shift, before, stop)) {
      add(CareRule.NOT_IN_THE_PAST, "护理员 %s 要在 %s 之前就出发才能赶到服务 %s。".formatted(carer.id(), CareStop.clock(problem.notBefore()), stop.visit().id()));
    }
  }

  /** Who was to go there from the same place anyway may have set out already. */
  private boolean underWay(CareCarer carer, CareCarer.Shift shift, @Nullable CareStop before, CareStop stop) {
    if (stop.visit().pin() != null) return true;
    CarePlan.Stop told = null;
    for (var each : standing.getOrDefault(carer.id(), List.of())) {
      if (each.visit().equals(stop.visit().id())) told = each;
    }
    if (told == null || told.start() > stop.start()) return false;
    CarePlan.Stop ahead = null;
    for (var each : standing.getOrDefault(carer.id(), List.of())) {
      if (each.start() >= shift.from() && each.start() < told.start() && (ahead == null || each.start() > ahead.start())) ahead = each;
    }
    return ahead == null ? before == null : before != null && ahead.visit().equals(before.visit().id());
  }

  private void limits(CareCarer carer, List<CareStop> stops, TreeMap<Integer, Long> days) {
    var weeks = new TreeMap<Integer, Long>();
    long all = 0;
    for (var day : days.entrySet()) {
      weeks.merge(day.getKey() / 7, day.getValue(), Long::sum);
      all += day.getValue();
      if (day.getValue() > carer.mostMinutesADay() && stops.stream().anyMatch(s -> s.day() == day.getKey() && !s.begun())) {
        add(CareRule.DAY_LENGTH, "护理员 %s 第 %d 天服务和路程共 %d 分钟，超过上限 %d。".formatted(carer.id(), day.getKey() + 1, day.getValue(), carer.mostMinutesADay()));
      }
    }
    for (var week : weeks.entrySet()) {
      if (week.getValue() > carer.mostMinutesAWeek() && stops.stream().anyMatch(s -> s.day() / 7 == week.getKey() && !s.begun())) {
        add(CareRule.WEEK_LENGTH, "护理员 %s 第 %d 周服务和路程共 %d 分钟，超过上限 %d。".formatted(carer.id(), week.getKey() + 1, week.getValue(), carer.mostMinutesAWeek()));
      }
    }
    work.put(carer.id(), all);
  }

  /** From the end of a day's last visit to setting out for the first one of the next day of work. */
  private void rest(CareCarer carer, List<CareStop> stops) {
    CareStop last = null;
    for (var stop : stops) {
      if (last != null && stop.day() != last.day() && !(last.begun() && stop.begun())) {
        int way = stop.shift() == null ? 0 : way(carer, stop.shift().startPlace(), stop.visit().place(), stop.begun());
        int rest = stop.start() - way - last.end();
        if (rest < carer.leastRest()) add(CareRule.REST, "护理员 %s 在 %s 之前只休息 %d 分钟，至少应休息 %d 分钟。".formatted(carer.id(), CareStop.clock(stop.start() - way), rest, carer.leastRest()));
      }
      if (last == null || stop.end() >= last.end()) last = stop;
    }
  }

  /** A way that does not exist takes no minutes: it is a fault of its own, and none where it leads to what has begun. */
  private int way(CareCarer carer, int from, int to, boolean begun) {
    int minutes = problem.travel().minutes(carer.mode(), from, to);
    if (minutes < TravelTimes.UNREACHABLE) return minutes;
    if (!begun) add(CareRule.UNREACHABLE, "护理员 %s 没有从地点 %d 到地点 %d 的路。".formatted(carer.id(), from, to));
    return 0;
  }

  private void add(CareRule rule, String sentence) {
    faults.add(CareFault.of(rule, sentence));
  }

  /** Tries to lay every break that is due into a gap before a stop: into what ways and handover leave of it, and within its times. */
  private final class Breaks {
    private final CareCarer.Shift shift;
    private final List<CareStop> chain;
    private final int[] ways;

    Breaks(CareCarer.Shift shift, List<CareStop> chain, int[] ways) {
      this.shift = shift;
      this.chain = chain;
      this.ways = ways;
    }

    /** @param used minutes of breaks in each gap so far; @param until the end of the last of them */
    boolean fit(int which, int gap, int[] used, int[] until) {
      if (which == shift.breaks().size()) return true;
      var pause = shift.breaks().get(which);
      if (!due(pause)) return fit(which + 1, gap, used, until);
      for (int k = gap; k < chain.size(); k++) {
        int open = k == 0 ? shift.from() : chain.get(k - 1).end();
        int from = Math.max(Math.max(open, until[k]), pause.from());
        if (from > pause.to() || from + pause.minutes() > chain.get(k).start() || used[k] + pause.minutes() > spare(k, open)) continue;
        int before = until[k];
        used[k] += pause.minutes();
        until[k] = from + pause.minutes();
        if (fit(which + 1, k, used, until)) return true;
        used[k] -= pause.minutes();
        until[k] = before;
      }
      return false;
    }

    private boolean due(CareCarer.Break pause) {
      return pause.to() >= problem.notBefore() && chain.stream().anyMatch(s -> s.start() <= pause.to()) && chain.stream().anyMatch(s -> s.start() > pause.to() && !s.begun());
    }

    private int spare(int k, int open) {
      return chain.get(k).start() - open - (k == 0 ? 0 : problem.handover()) - ways[k];
    }
  }
}
