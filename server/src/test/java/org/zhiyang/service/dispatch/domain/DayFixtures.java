package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.TravelMode;
import org.zhiyang.service.homecare.CarerWishes;
import org.zhiyang.service.homecare.OrderId;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Days to plan: small ones by hand, large ones from a seed. */
final class DayFixtures {
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  static final ProviderId PROVIDER = new ProviderId(new UUID(7, 7));
  static final PlanningSettings SETTINGS = new PlanningSettings(LocalTime.of(7, 30), LocalTime.of(19, 0), 5, 480, 2400, 660, 30, new PlanningWeights(20, 15, 40, 2, 1, 120, 2, 15),
      java.util.Map.of("URGENT", 9), 1);
  /** As the parameters begin. */
  static final DayRepair.Limits LIMITS = new DayRepair.Limits(15, 15, 2, 6);
  static final TravelEstimate TRAVEL = new StraightLineTravel(1.35, java.util.Map.of(TravelMode.WALK, 4.0, TravelMode.E_BIKE, 18.0, TravelMode.CAR, 30.0));
  private static final String[] SKILLS = {"PERSONAL_CARE", "BATHING", "REHABILITATION", "DEMENTIA", "MEDICAL_ESCORT"};

  private DayFixtures() {}

  static UUID id(String kind, int n) {
    return UUID.nameUUIDFromBytes((kind + n).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static CarerId carerId(int n) {
    return new CarerId(id("carer", n));
  }

  static Carer carer(int n, Set<String> skills, @Nullable Integer certificate, String... shifts) {
    return new Carer(carerId(n), PROVIDER, "护理员" + n, "FEMALE", 120.10, 30.87, skills, false, certificate, java.util.Arrays.stream(shifts)
        .map(s -> new Carer.Shift(LocalTime.parse(s.substring(0, 5)), LocalTime.parse(s.substring(6)))).toList());
  }

  static VisitToPlan visit(int n, String from, String to, int minutes) {
    return new VisitToPlan(new VisitId(id("visit", n)), new OrderId(id("order", n)), new ElderId(id("elder", n)), PROVIDER, "CLEANING", DAY, LocalTime.parse(from), LocalTime.parse(to), minutes, 1,
        null, null, 120.10, 30.87, Set.of(), null, null, false, CarerWishes.NONE);
  }

  static VisitToPlan asking(VisitToPlan v, @Nullable String skill, @Nullable Integer level, int crew) {
    return new VisitToPlan(v.id(), v.order(), v.elder(), v.provider(), v.service(), v.day(), v.windowFrom(), v.windowTo(), v.durationMinutes(), crew, skill, level, v.lng(), v.lat(), v.carers(),
        v.plannedFrom(), v.usualCarer(), v.locked(), v.wishes());
  }

  static VisitToPlan living(VisitToPlan v, double lng, double lat) {
    return new VisitToPlan(v.id(), v.order(), v.elder(), v.provider(), v.service(), v.day(), v.windowFrom(), v.windowTo(), v.durationMinutes(), v.crew(), v.requiredSkill(),
        v.minimumCertificateLevel(), lng, lat, v.carers(), v.plannedFrom(), v.usualCarer(), v.locked(), v.wishes());
  }

  static VisitToPlan assigned(VisitToPlan v, String from, boolean locked, Integer... carers) {
    return v.withCarers(new LinkedHashSet<>(java.util.Arrays.stream(carers).map(DayFixtures::carerId).toList()), LocalTime.parse(from)).withLocked(locked);
  }

  static VisitToPlan usual(VisitToPlan v, int carer) {
    return new VisitToPlan(v.id(), v.order(), v.elder(), v.provider(), v.service(), v.day(), v.windowFrom(), v.windowTo(), v.durationMinutes(), v.crew(), v.requiredSkill(),
        v.minimumCertificateLevel(), v.lng(), v.lat(), v.carers(), v.plannedFrom(), carerId(carer), v.locked(), v.wishes());
  }

  static VisitToPlan wishing(VisitToPlan v, Set<CarerId> wanted, Set<CarerId> refused) {
    return new VisitToPlan(v.id(), v.order(), v.elder(), v.provider(), v.service(), v.day(), v.windowFrom(), v.windowTo(), v.durationMinutes(), v.crew(), v.requiredSkill(),
        v.minimumCertificateLevel(), v.lng(), v.lat(), v.carers(), v.plannedFrom(), v.usualCarer(), v.locked(), new CarerWishes(wanted, refused));
  }

  static PlanningDay day(List<VisitToPlan> visits, List<Carer> carers) {
    return new PlanningDay(DAY, visits, carers, TRAVEL, SETTINGS, null, true);
  }

  /** A day as a town has it: some carers part-time, off or without a certificate; some visits for two, some locked, some promised, some at noon today. */
  static PlanningDay generated(long seed) {
    var r = new Random(seed);
    var carers = new ArrayList<Carer>();
    for (int n = 0; n < 3 + r.nextInt(10); n++) {
      var skills = new LinkedHashSet<String>();
      for (var skill : SKILLS) if (r.nextInt(3) > 0) skills.add(skill);
      var shifts = switch (r.nextInt(5)) {
        case 0 -> new String[0];
        case 1 -> new String[] {"08:00-12:00"};
        case 2 -> new String[] {"08:00-11:30", "13:30-17:30"};
        case 3 -> new String[] {"13:00-19:30"};
        default -> new String[] {"07:00-18:00"};
      };
      var made = carer(n, skills, r.nextInt(5) == 0 ? null : 1 + r.nextInt(5), shifts);
      carers.add(new Carer(made.id(), PROVIDER, made.name(), "FEMALE", 120.10 + r.nextDouble() * .1, 30.87 + r.nextDouble() * .1, skills, false, made.certificateLevel(), made.shifts()));
    }
    var visits = new ArrayList<VisitToPlan>();
    for (int n = 0; n < 5 + r.nextInt(50); n++) {
      var from = LocalTime.of(7 + r.nextInt(11), 15 * r.nextInt(4));
      var v = living(visit(n, from.toString(), from.plusMinutes(30 * r.nextInt(5)).toString(), 20 + 10 * r.nextInt(11)), 120.10 + r.nextDouble() * .1, 30.87 + r.nextDouble() * .1);
      v = asking(v, r.nextBoolean() ? null : SKILLS[r.nextInt(5)], r.nextBoolean() ? null : 3 + r.nextInt(3), r.nextInt(5) == 0 ? 2 : 1);
      if (r.nextInt(3) == 0) v = usual(v, r.nextInt(carers.size()));
      if (r.nextInt(8) == 0) v = assigned(v, from.plusMinutes(r.nextInt(30)).toString(), r.nextBoolean(), v.crew() == 1 ? new Integer[] {r.nextInt(carers.size())} : new Integer[] {0, 1});
      if (r.nextInt(4) == 0) v = wishing(v, r.nextBoolean() ? Set.of() : Set.of(carerId(r.nextInt(carers.size()))), Set.of(carerId(r.nextInt(carers.size()))));
      visits.add(v);
    }
    return new PlanningDay(DAY, visits, carers, TRAVEL, SETTINGS, r.nextInt(4) == 0 ? LocalTime.of(11, 7) : null, r.nextBoolean());
  }
}
