package org.zhiyang.service.homecare.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recurring service of a plan, or one single help, with the provider who does it.
 *
 *  @param planItem null for a single order; @param weekdays 1 = Monday … 7 = Sunday
 *  @param to exclusive, null = until the plan ends
 *  @param requestedAt, respondBy urgent help only: when it was asked for, and when somebody has to be there
 *  @param provider null until one accepted; @param unmatchedReason Chinese, why nobody could and what would help */
public record ServiceOrder(UUID id, long number, UUID caseId, @Nullable UUID plan, @Nullable UUID planItem, UUID elder, String regionCode, String service, Set<Integer> weekdays, int units,
    LocalTime windowFrom, LocalTime windowTo, @Nullable UUID wishedProvider, @Nullable String wishes, LocalDate from, @Nullable LocalDate to, @Nullable UUID provider, Status status,
    Instant statusSince, @Nullable String unmatchedReason, @Nullable UUID ruling, Instant orderedAt, @Nullable String reason, @Nullable Instant requestedAt, @Nullable Instant respondBy) {

  /** OPEN (to be matched) → OFFERED (a provider is asked) → ACCEPTED; UNMATCHED when nobody is left; ENDED with the plan or the case. */
  public enum Status {
    OPEN("待匹配"), OFFERED("待服务商答复"), ACCEPTED("已接单"), UNMATCHED("无人可接"), ENDED("已结束");

    private final String chinese;

    Status(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Urgent help: outside every plan, measured by its response time. */
  public boolean isUrgent() {
    return requestedAt != null;
  }

  public boolean isDueOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to)) && weekdays.contains(day.getDayOfWeek().getValue());
  }
}
