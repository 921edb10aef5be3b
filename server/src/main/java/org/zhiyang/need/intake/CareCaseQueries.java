package org.zhiyang.need.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;

/** The questions other modules may ask about cases. The caller has checked that the elder is in scope. */
public interface CareCaseQueries {
  Optional<CaseId> findOpenOf(ElderId elder);

  /** The last day in time of those of these cases that wait for the step and have a limit. */
  Map<CaseId, LocalDate> lastDays(Collection<CaseId> cases, CaseStep step);

  /** Which of assessment and eligibility the case has not reached: nothing could be ordered from a plan that is agreed on before. */
  List<CaseStep> missingBeforePlan(CaseId careCase);

  /** Elders with an open case in the order the database keeps their ids, those after {@code after} (null = from the first), at most {@code limit}: to walk through all who are in care. */
  List<ElderId> eldersInCare(@Nullable ElderId after, int limit);
}
