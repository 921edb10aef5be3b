package org.zhiyang.need.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;

/** The acts other modules may ask for. The caller has checked that the elder is in scope. */
public interface AssessmentCommands {

  /**
   * Asks for an assessment. An elder who has one in work already keeps that one: its id is answered and nothing changes.
   *
   * @param region 12-digit code of where the elder belongs
   * @param requestedBy account that asks; the platform's own for the clock
   * @param why in words, for the history; null when the reason says it all
   */
  AssessmentId request(ElderId elder, String region, AssessmentReason reason, UUID requestedBy, @Nullable String why);
}
