package org.zhiyang.oversight.outcome;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one refusal of the module: somebody answered this questionnaire already, and an answer stays. */
final class OutcomeAnswered extends RuntimeException {
  private final @Nullable Instant at;

  OutcomeAnswered(@Nullable Instant at) {
    super("the questionnaire was answered already", null, false, false);
    this.at = at;
  }

  @Nullable Instant at() {
    return at;
  }
}
