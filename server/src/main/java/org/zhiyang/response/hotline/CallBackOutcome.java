package org.zhiyang.response.hotline;

import java.time.LocalDate;
import java.util.UUID;
import org.zhiyang.service.homecare.VisitId;

/** What a call-back came to. {@code confirmed} is true when the visit counts as done. */
public record CallBackOutcome(UUID callBack, VisitId visit, LocalDate serviceDay, CallBackResult result, boolean confirmed, LocalDate decidedOn) {}
