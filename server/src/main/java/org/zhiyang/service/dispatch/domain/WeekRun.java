package org.zhiyang.service.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareScore;

/** One planning of a county's coming days for all its providers together; what it found are drafts of their days.
 *
 *  @param region a county's code; @param days 1 to 14; @param fresh true: what was told may be moved too, unless locked or frozen
 *  @param secondsLimit most seconds of search; @param attempts how often it was begun (a stopped server begins it again)
 *  @param score of the engine, parts told apart: the best so far while RUNNING; @param standing, planned figures before and after, null before it is DONE
 *  @param drafts how many days of providers got a draft; @param overtaken how many were changed by somebody meanwhile and left alone */
public record WeekRun(UUID id, String region, LocalDate from, int days, boolean fresh, StoredPlan.Origin origin, State state, int attempts, String planner, int secondsLimit, Instant requestedAt,
    UUID requestedBy, @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable Size size, @Nullable Double searchSeconds, @Nullable CareScore score, @Nullable SpanFigures standing,
    @Nullable SpanFigures planned, @Nullable Integer drafts, @Nullable Integer overtaken, @Nullable String fault) {
  public enum State { WAITING, RUNNING, DONE, FAILED }

  public record Size(int providers, int carers, int visits) {}

  public LocalDate to() {
    return from.plusDays(days);
  }
}
