package org.zhiyang.need.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiyang.registry.elder.ElderId;

/** The questions other modules may ask about plans. */
public interface CarePlanQueries {
  Optional<CarePlan> find(PlanId id);

  /** The accepted plan in force on the day. */
  Optional<CarePlan> findActiveOf(ElderId elder, LocalDate day);

  /** Ids of all plans in force on some day of [from, to), for making orders ahead. */
  List<PlanId> listActive(LocalDate from, LocalDate to);
}
