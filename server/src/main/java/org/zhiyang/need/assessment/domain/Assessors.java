package org.zhiyang.need.assessment.domain;

import java.util.List;
import java.util.UUID;

/** The register of assessors. */
public interface Assessors {

  /** Throws {@link AssessmentRefusal.NotAnAssessor}. */
  Assessor get(UUID account);

  /** Those who have an account to sign with. */
  List<Assessor> list();

  /** The assessor will not assess this elder; declared twice is once, never taken back. */
  void declareRelative(UUID account, UUID elder);
}
