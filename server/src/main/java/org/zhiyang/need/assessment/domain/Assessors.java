package org.zhiyang.need.assessment.domain;

import java.util.List;
import java.util.UUID;

/** The register of assessors. */
public interface Assessors {

  /** Throws {@link AssessmentRefusal.NotAnAssessor}. */
  Assessor get(UUID account);

  List<Assessor> list();

  /** Adds, or takes the place of the entry of the same account; declared relatives are added, never taken away. */
  void save(Assessor assessor);
}
