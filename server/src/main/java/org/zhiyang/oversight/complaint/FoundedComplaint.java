package org.zhiyang.oversight.complaint;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.service.homecare.VisitId;

/** A complaint the county found to be true. {@code visit} is null when it is about the provider as such. */
public record FoundedComplaint(UUID complaint, @Nullable VisitId visit, LocalDate decidedOn) {}
