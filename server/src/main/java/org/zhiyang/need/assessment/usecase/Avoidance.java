package org.zhiyang.need.assessment.usecase;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.domain.AppointmentPolicy;
import org.zhiyang.need.assessment.domain.Assessment;
import org.zhiyang.need.assessment.domain.Assessor;
import org.zhiyang.need.assessment.domain.Assessors;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.household.HouseholdQueries;

/** Nobody assesses a relative (回避): who declared to be one, or whom the elder's household names as one. */
@Component
class Avoidance {

  private final Assessors assessors;
  private final HouseholdQueries households;

  Avoidance(Assessors assessors, HouseholdQueries households) {
    this.assessors = assessors;
    this.households = households;
  }

  /** Those of them whom the household names as family. */
  Set<UUID> relativesByHousehold(List<Assessor> chosen, UUID elder) {
    return chosen.stream().filter(a -> households.isRelative(new ElderId(elder), a.name(), null)).map(Assessor::account).collect(Collectors.toSet());
  }

  /** Both of the pair, whichever of them acts: the result is theirs together. Throws AssessorIsRelative. */
  void check(Assessment assessment) {
    var pair = assessment.assessors().stream().map(assessors::get).toList();
    var elder = assessment.request().elder();
    AppointmentPolicy.checkRelatives(pair, elder, relativesByHousehold(pair, elder));
  }
}
