package org.zhiyang.routing.care.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareCarer.Shift;
import org.zhiyang.routing.care.CareCarer.Skill;

/** The carers of the city: by stations, with skills, shifts and a way to travel. {@code booked} is what their usual elders need of them, in minutes. */
final class CityStaff {
  static final int DAYS = 7;
  static final int DAY = 1_440;
  static final List<String> SPECIAL = List.of("bath", "nursing", "rehab", "dementia");
  private static final double[] HELD = {0.5, 0.22, 0.12, 0.25};
  private static final int VALID = 1_000 * DAY;

  static final class Member {
    final int number;
    final int station;
    final int careLevel;
    final List<Skill> skills = new ArrayList<>();
    final List<Shift> shifts = new ArrayList<>();
    final Set<String> refused = new HashSet<>();
    final int mode;
    int paid;
    int booked;

    Member(int number, int station, int careLevel, int mode) {
      this.number = number;
      this.station = station;
      this.careLevel = careLevel;
      this.mode = mode;
    }

    String id() {
      return "c%04d".formatted(number + 1);
    }

    double load() {
      return (double) booked / paid;
    }

    @Nullable Skill skill(String code) {
      return skills.stream().filter(s -> s.code().equals(code)).findFirst().orElse(null);
    }

    @Nullable Shift on(int day) {
      return shifts.stream().filter(s -> s.from() / DAY == day).findFirst().orElse(null);
    }
  }

  final List<Member> members = new ArrayList<>();
  final List<List<Member>> ofStation = new ArrayList<>();
  final List<List<Member>> ofProvider = new ArrayList<>();
  private final CityMap map;
  private final Random random;

  CityStaff(CityMap map, int carers, Random random) {
    this.map = map;
    this.random = random;
    for (int s = 0; s < map.stations; s++) ofStation.add(new ArrayList<>());
    for (int p = 0; p < map.providers; p++) ofProvider.add(new ArrayList<>());
    for (int c = 0; c < carers; c++) hire(c, map.stationAt((c + 0.5) / carers));
    // A station without carers of its own is served by its provider's.
    for (int s = 0; s < map.stations; s++) {
      if (ofStation.get(s).isEmpty()) ofStation.set(s, ofProvider.get(map.provider[s]).isEmpty() ? members : ofProvider.get(map.provider[s]));
    }
  }

  private void hire(int number, int station) {
    double grade = random.nextDouble();
    double way = random.nextDouble();
    int mode = map.town[station] ? way < 0.2 ? 0 : way < 0.95 ? 1 : 2 : way < 0.7 ? 1 : 2;
    var member = new Member(number, station, grade < 0.4 ? 1 : grade < 0.75 ? 2 : grade < 0.93 ? 3 : 4, mode);
    train(member);
    roster(member);
    members.add(member);
    ofStation.get(station).add(member);
    ofProvider.get(map.provider[station]).add(member);
  }

  /** One in thirty has a certificate that ends at some midnight of the week. */
  private void train(Member member) {
    member.skills.add(new Skill("care", member.careLevel, VALID));
    for (int k = 0; k < HELD.length; k++) {
      if (random.nextDouble() < HELD[k]) member.skills.add(new Skill(SPECIAL.get(k), 1 + random.nextInt(2), VALID));
    }
    if (random.nextInt(30) > 0) return;
    var ending = member.skills.removeLast();
    member.skills.add(new Skill(ending.code(), ending.level(), (1 + random.nextInt(DAYS - 1)) * DAY));
  }

  /** Full time: eight hours and an hour at noon on five or six days; part time (one in seven): four and a half hours on five days. */
  private void roster(Member member) {
    boolean part = random.nextInt(7) == 0;
    int days = !part && random.nextInt(10) < 3 ? 6 : 5;
    int from = part ? random.nextBoolean() ? 480 : 780 : 450 + 30 * random.nextInt(3);
    int start = random.nextInt(10) < 3 ? map.home(member.station) : member.station;
    Integer end = random.nextBoolean() ? start : null;
    int rest = random.nextBoolean() ? 5 : random.nextInt(DAYS);
    for (int day = 0; day < DAYS; day++) {
      boolean off = day == rest || days == 5 && day == (rest + 1) % DAYS;
      if (off) continue;
      int midnight = day * DAY;
      var pauses = part ? List.<CareCarer.Break>of() : List.of(new CareCarer.Break(midnight + 660, midnight + 780, 60));
      member.shifts.add(new Shift(midnight + from, midnight + from + (part ? 270 : 540), start, end, pauses));
      member.paid += part ? 270 : 480;
    }
  }

  CareCarer carer(Member member) {
    boolean part = member.shifts.getFirst().breaks().isEmpty();
    return new CareCarer(member.id(), Set.of("p%02d".formatted(map.provider[member.station] + 1)), member.skills, member.shifts, member.mode, part ? 270 : 480, part ? 1_350 : 2_640, 660, member.refused);
  }
}
