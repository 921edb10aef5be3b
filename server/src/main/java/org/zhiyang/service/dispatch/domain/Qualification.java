package org.zhiyang.service.dispatch.domain;

import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.homecare.VisitToPlan;

/** May this carer do this visit at all, whatever the time? */
final class Qualification {
  private Qualification() {}

  /** The first rule that forbids it, or null. Certificate levels run 5 (lowest) to 1: a carer of level 3 may do what asks for 5. */
  static @Nullable HardRule missing(VisitToPlan visit, Carer carer) {
    if (carer.shifts().isEmpty() || !carer.provider().equals(visit.provider())) return HardRule.ON_DUTY;
    if (visit.wishes().refused().contains(carer.id())) return HardRule.REFUSED;
    if (visit.requiredSkill() != null && !carer.skills().contains(visit.requiredSkill())) return HardRule.SKILL;
    var asked = visit.minimumCertificateLevel();
    var held = carer.certificateLevel();
    return asked != null && (held == null || held > asked) ? HardRule.CERTIFICATE : null;
  }
}
