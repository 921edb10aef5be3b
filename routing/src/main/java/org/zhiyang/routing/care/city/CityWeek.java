package org.zhiyang.routing.care.city;

import static org.zhiyang.routing.care.city.CityStaff.DAY;
import static org.zhiyang.routing.care.city.CityStaff.DAYS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.CareVisit.Skill;
import org.zhiyang.routing.care.CareWeights;
import org.zhiyang.routing.care.city.CityStaff.Member;

/**
 * Makes the coming week of a city: 40,000 visits of 20,000 elders by 2,500 carers from 300 stations of 60 providers, or the same city smaller or larger (area included, so
 * that ways stay as long). Every elder has a usual carer whose skills, days and hours the visits fit, but nobody has looked whether they fit together: service takes about
 * 60 % of the paid time. The same figures give the same week.
 */
public final class CityWeek {
  /** The product's own settings. */
  public static final CareWeights WEIGHTS = new CareWeights(120, 2, 20, 25, 40, 2, 15);
  private static final int[] MINUTES = {20, 30, 45, 60, 90, 120};
  private static final double[] MINUTES_UP_TO = {0.03, 0.09, 0.19, 0.46, 0.72, 1};
  private static final double[] SPECIAL_UP_TO = {0.16, 0.30, 0.37, 0.46};

  private final Random random;
  private final CityMap map;
  private final CityStaff staff;
  private final List<CareVisit> visits = new ArrayList<>();
  private final List<CareLink> links = new ArrayList<>();
  private int elders;

  private CityWeek(int calls, long seed) {
    random = new Random(seed * 7919 + calls);
    map = new CityMap(Math.max(1, Math.round(calls * 300 / 40_000f)), random);
    staff = new CityStaff(map, Math.max(3, Math.round(calls * 2_500 / 40_000f)), random);
  }

  /** @param calls visits as the elders count them, 4 or more and even; about 8 % of them need two carers and are two {@link CareVisit}s joined by a link */
  public static CareProblem of(int calls, long seed) {
    return new CityWeek(calls, seed).make(calls);
  }

  private CareProblem make(int calls) {
    int all = calls / 2;
    for (int e = 0; e + 1 < all; e += 2) {
      double often = random.nextDouble();
      int first = often < 0.25 ? 1 : often < 0.75 ? 2 : 3;
      elder(map.stationAt((e + 0.5) / all), first);
      elder(map.stationAt((e + 1.5) / all), 4 - first);
    }
    if (all % 2 == 1) elder(map.stationAt((all - 0.5) / all), 2);
    var carers = staff.members.stream().map(staff::carer).toList();
    return new CareProblem(DAYS, visits, links, carers, map.travel(), 5, 0, WEIGHTS, List.of());
  }

  /** What an elder needs each time. {@code second}: who comes along, null for visits of one carer. */
  private record Need(String elder, int place, int minutes, Skill skill, @Nullable String pool, int priority, Set<String> preferred, Set<String> refused, Set<String> known, Member usual,
      @Nullable Member second) {}

  private void elder(int station, int times) {
    var id = "e%05d".formatted(++elders);
    var usual = usual(station);
    var kind = random.nextDouble();
    var skill = new Skill("care", 1 + random.nextInt(usual.careLevel));
    for (int k = 0; k < SPECIAL_UP_TO.length; k++) {
      if (kind >= SPECIAL_UP_TO[k]) continue;
      var code = CityStaff.SPECIAL.get(k);
      for (int tries = 0; tries < 6 && usual.skill(code) == null; tries++) usual = usual(station);
      var held = usual.skill(code);
      skill = held == null ? new Skill("care", 1 + random.nextInt(usual.careLevel)) : new Skill(code, 1 + random.nextInt(held.level()));
      break;
    }
    int minutes = minutes();
    var second = random.nextDouble() < 0.08 ? companion(usual) : null;
    usual.booked += minutes * times;
    if (second != null) second.booked += minutes * times;
    var known = new LinkedHashSet<String>();
    if (random.nextDouble() < 0.85) {
      known.add(usual.id());
      if (second != null) known.add(second.id());
      for (int more = random.nextInt(3); more > 0; more--) known.add(any(station).id());
    }
    var preferred = random.nextDouble() < 0.08 ? Set.of(usual.id()) : Set.<String>of();
    var stranger = any(station);
    boolean quarrel = stranger != usual && stranger != second;
    if (quarrel && random.nextDouble() < 0.005) stranger.refused.add(id);
    var refused = quarrel && random.nextDouble() < 0.02 ? Set.of(stranger.id()) : Set.<String>of();
    if (!refused.isEmpty()) known.remove(stranger.id());
    double urgency = random.nextDouble();
    int priority = urgency < 0.15 ? 2 : urgency < 0.7 ? 3 : urgency < 0.9 ? 5 : urgency < 0.98 ? 7 : 9;
    var pool = random.nextDouble() < 0.02 ? null : "p%02d".formatted(map.provider[usual.station] + 1);
    visits(new Need(id, map.home(station), minutes, skill, pool, priority, preferred, refused, known, usual, second), times);
  }

  /** On different days, mostly those on which the usual carers work, at the same hour. */
  private void visits(Need need, int times) {
    var days = new ArrayList<Integer>();
    for (int day = 0; day < DAYS; day++) days.add(day);
    Collections.shuffle(days, random);
    if (random.nextDouble() < 0.9) days.sort(java.util.Comparator.comparing(day -> need.usual.on(day) == null || need.second != null && need.second.on(day) == null));
    var model = need.usual.shifts.getFirst();
    boolean part = model.breaks().isEmpty();
    int opens = model.from() % DAY + 15;
    int closes = model.from() % DAY + (model.to() - model.from()) - need.minutes - 15;
    boolean morning = part || random.nextDouble() < 0.55;
    int earliest = morning ? opens : 780;
    int latest = Math.max(earliest, morning && !part ? 690 : closes);
    int agreed = (earliest + random.nextInt(latest - earliest + 1)) / 10 * 10;
    int width = 60 + 30 * random.nextInt(5);
    int before = Math.min(random.nextInt(width / 10 + 1) * 10, agreed - 420);
    for (int k = 0; k < times; k++) add(need, days.get(k) * DAY, agreed - before, agreed, agreed - before + width);
  }

  private void add(Need need, int midnight, int from, int agreed, int to) {
    var first = visit(need, midnight, from, agreed, to, need.skill);
    if (need.second == null) return;
    var other = visit(need, midnight, from, agreed, to, new Skill("care", 1));
    // One in ten: the second one comes a little later.
    links.add(random.nextInt(10) == 0 ? new CareLink(first, other, 0, 15) : new CareLink(first, other, 0, 0));
  }

  private String visit(Need need, int midnight, int from, int agreed, int to, Skill skill) {
    var id = "v%05d".formatted(visits.size() + 1);
    visits.add(new CareVisit(id, need.elder, need.place, midnight + from, midnight + to, midnight + Math.max(from, agreed - 15), midnight + Math.min(to, agreed + 15), need.minutes,
        List.of(skill), need.pool, need.priority, need.preferred, need.refused, need.known, null));
    return id;
  }

  private int minutes() {
    double part = random.nextDouble();
    int k = 0;
    while (part > MINUTES_UP_TO[k]) k++;
    return MINUTES[k];
  }

  private Member any(int station) {
    var all = staff.ofStation.get(station);
    return all.get(random.nextInt(all.size()));
  }

  /** Of three the one with most time left. */
  private Member usual(int station) {
    var best = any(station);
    for (int k = 0; k < 2; k++) {
      var other = any(station);
      if (other.load() < best.load()) best = other;
    }
    return best;
  }

  private @Nullable Member companion(Member usual) {
    var all = staff.ofProvider.get(map.provider[usual.station]);
    Member best = null;
    for (int k = 0; k < 4; k++) {
      var other = all.get(random.nextInt(all.size()));
      boolean together = other != usual && other.shifts.getFirst().from() % DAY <= usual.shifts.getFirst().from() % DAY + 30 && !other.shifts.getFirst().breaks().isEmpty();
      if (together && (best == null || other.load() < best.load())) best = other;
    }
    return best;
  }
}
