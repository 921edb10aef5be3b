package org.zhiyang.bench.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;

/** What happens in a city while its week runs: a moment of a working day, what has begun by then, and one thing that goes wrong. */
final class Events {
  private static final int DAY = 1_440;

  enum Kind { ILLNESS, URGENT, CANCELLED, LATE }

  /** @param concerned visits the event itself is about, which must or may move */
  record Event(Kind kind, CareProblem problem, Set<String> concerned) {}

  private final CareProblem week;
  private final CarePlan plan;
  private final Map<String, CareVisit> visits = new HashMap<>();
  private final Map<String, CarePlan.Stop> told = new HashMap<>();
  private final Map<String, CareLink> links = new HashMap<>();
  private final Random random;

  Events(CareProblem week, CarePlan plan, long seed) {
    this.week = week;
    this.plan = plan;
    random = new Random(seed);
    week.visits().forEach(v -> visits.put(v.id(), v));
    plan.stops().forEach(s -> told.put(s.visit(), s));
    week.links().forEach(l -> {
      links.put(l.first(), l);
      links.put(l.second(), l);
    });
  }

  Event next(Kind kind) {
    while (true) {
      int now = random.nextInt(week.days()) * DAY + 480 + random.nextInt(420);
      var stop = plan.stops().get(random.nextInt(plan.stops().size()));
      // The event befalls somebody at work that day: the hour is kept, the day is the stop's.
      now = stop.start() / DAY * DAY + now % DAY;
      int end = stop.start() + visits.get(stop.visit()).minutes();
      switch (kind) {
        case ILLNESS -> {
          if (stop.start() >= now) return ill(stop, now);
        }
        case URGENT -> {
          return urgent(visits.get(stop.visit()), now);
        }
        case CANCELLED -> {
          if (stop.start() >= now) return cancelled(stop, now);
        }
        case LATE -> {
          now = stop.start() + random.nextInt(end - stop.start());
          if (now % DAY < 1_020) return late(stop, now);
        }
      }
    }
  }

  /** The carer is gone for the rest of the day. */
  private Event ill(CarePlan.Stop stop, int now) {
    int day = now / DAY;
    var concerned = new HashSet<String>();
    int busy = now;
    for (var each : plan.stops()) {
      if (!each.carer().equals(stop.carer()) || each.start() / DAY != day) continue;
      if (each.start() >= now) concerned.add(each.visit());
      else busy = Math.max(busy, each.start() + visits.get(each.visit()).minutes());
    }
    int until = busy;
    var carers = week.carers().stream().map(c -> c.id().equals(stop.carer()) ? without(c, day, now, until) : c).toList();
    return new Event(Kind.ILLNESS, problem(now, Map.of(), Set.of(), List.of(), carers), concerned);
  }

  private static CareCarer without(CareCarer c, int day, int now, int until) {
    var shifts = new ArrayList<CareCarer.Shift>();
    for (var shift : c.shifts()) {
      if (shift.from() / DAY != day) shifts.add(shift);
      else if (shift.from() < now) shifts.add(new CareCarer.Shift(shift.from(), until, shift.startPlace(), null, shift.breaks().stream().filter(b -> b.to() + b.minutes() <= until).toList()));
    }
    return new CareCarer(c.id(), c.pools(), c.skills(), shifts, c.mode(), c.mostMinutesADay(), c.mostMinutesAWeek(), c.leastRest(), c.refused());
  }

  /** Somebody near needs help within two hours. */
  private Event urgent(CareVisit near, int now) {
    int to = now + 120;
    var visit = new CareVisit("urgent", near.elder(), near.place(), now + 30, to, now + 30, now + 60, 45, List.of(new CareVisit.Skill("care", 1)), near.pool(), 9, Set.of(), near.refused(), near.known(), null);
    return new Event(Kind.URGENT, problem(now, Map.of(), Set.of(), List.of(visit), week.carers()), Set.of("urgent"));
  }

  private Event cancelled(CarePlan.Stop stop, int now) {
    var gone = together(stop.visit());
    return new Event(Kind.CANCELLED, problem(now, Map.of(), gone, List.of(), week.carers()), gone);
  }

  /** What is going on takes half an hour to an hour longer, for both where there are two. */
  private Event late(CarePlan.Stop stop, int now) {
    int more = 30 + random.nextInt(31);
    var longer = new HashMap<String, Integer>();
    for (var id : together(stop.visit())) {
      if (told.get(id).start() <= now) longer.put(id, more);
    }
    return new Event(Kind.LATE, problem(now + 1, longer, Set.of(), List.of(), week.carers()), longer.keySet());
  }

  private Set<String> together(String visit) {
    var link = links.get(visit);
    return link == null ? Set.of(visit) : Set.of(link.first(), link.second());
  }

  /** The week as it looks at a moment: what began before is fixed. What the plan left out was told to nobody and is no part of it. */
  private CareProblem problem(int now, Map<String, Integer> longer, Set<String> gone, List<CareVisit> added, List<CareCarer> carers) {
    var left = new ArrayList<CareVisit>();
    var ids = new HashSet<String>();
    for (var visit : week.visits()) {
      if (gone.contains(visit.id())) continue;
      var stop = told.get(visit.id());
      if (stop == null) continue;
      boolean begun = stop.start() < now;
      left.add(begun ? begun(visit, stop, longer.getOrDefault(visit.id(), 0)) : visit);
      ids.add(visit.id());
    }
    left.addAll(added);
    var joined = week.links().stream().filter(l -> ids.contains(l.first()) && ids.contains(l.second())).toList();
    return new CareProblem(week.days(), left, joined, carers, week.travel(), week.handover(), now, week.weights(), plan.stops());
  }

  private static CareVisit begun(CareVisit v, CarePlan.Stop stop, int longer) {
    return new CareVisit(v.id(), v.elder(), v.place(), v.from(), v.to(), v.wishedFrom(), v.wishedTo(), v.minutes() + longer, v.skills(), v.pool(), v.priority(), v.preferred(), v.refused(), v.known(),
        new CareVisit.Pin(stop.carer(), stop.start(), true));
  }
}
