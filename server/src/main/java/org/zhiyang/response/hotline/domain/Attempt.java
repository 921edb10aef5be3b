package org.zhiyang.response.hotline.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call: {@code answeredBy} only when reached; {@code nextTryAt} when somebody shall call again, business time. */
public record Attempt(Instant at, UUID by, String byName, AttemptOutcome outcome, @Nullable AnsweredBy answeredBy, @Nullable String note, @Nullable Instant nextTryAt) {}
