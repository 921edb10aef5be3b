package org.zhiyang.need.intake;

import java.util.Optional;
import org.zhiyang.registry.elder.ElderId;

/** The questions other modules may ask about cases. The caller has checked that the elder is in scope. */
public interface CareCaseQueries {
  Optional<CaseId> findOpenOf(ElderId elder);
}
