package org.zhiyang.response.hotline.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;

/** What does not change about a call-back. {@code normal} as the rules found it; {@code dueOn} is the last day in time. */
public record CallBackFacts(UUID id, VisitId visit, UUID elder, UUID provider, String regionCode, LocalDate serviceDay, boolean normal, Set<VisitFlag> flags, Instant openedAt, LocalDate dueOn) {}
