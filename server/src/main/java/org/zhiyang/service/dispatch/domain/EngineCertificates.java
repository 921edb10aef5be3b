package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.routing.care.CareCarer;

/** Certificates in the engine's words: a skill whose level is held until an end. The engine knows no beginning, so where a carer's certificate begins or rises within the days, it is a skill of its own
 *  for each day. Certificate levels run 5 (lowest) to 1; levels of the engine grow. */
final class EngineCertificates {
  private static final String CODE = "CERTIFICATE";

  private final LocalDate first;
  private final boolean daily;

  private EngineCertificates(LocalDate first, boolean daily) {
    this.first = first;
    this.daily = daily;
  }

  static EngineCertificates of(Collection<SortedMap<LocalDate, Carer>> carers, LocalDate first) {
    return new EngineCertificates(first, carers.stream().anyMatch(EngineCertificates::rises));
  }

  private static boolean rises(SortedMap<LocalDate, Carer> seen) {
    var before = Integer.MAX_VALUE;
    for (var carer : seen.values()) {
      var level = levelOf(carer.certificateLevel());
      if (level > before) return true;
      before = level;
    }
    return false;
  }

  /** 0 for none. */
  static int levelOf(@Nullable Integer certificate) {
    return certificate == null ? 0 : 6 - certificate;
  }

  /** What a visit of that day asks for. */
  String code(LocalDate day) {
    return daily ? CODE + " " + day : CODE;
  }

  /** What a carer holds, by the days they were seen on. */
  List<CareCarer.Skill> heldBy(Map<LocalDate, Carer> seen) {
    var held = new ArrayList<CareCarer.Skill>();
    seen.forEach((day, carer) -> {
      var level = levelOf(carer.certificateLevel());
      var until = EngineProblem.midnight(first, day) + EngineProblem.DAY;
      if (level == 0) return;
      if (!held.isEmpty() && !daily && held.getLast().level() == level) held.removeLast();
      held.add(new CareCarer.Skill(code(day), level, until));
    });
    return held;
  }
}
