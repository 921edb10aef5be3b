package org.zhiyang.registry.workforce;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody qualified to assess ability. {@code accountId} is the account that signs, null while they have none.
 *
 *  @param certifiedTo first day they may no longer assess; null while open */
public record Assessor(UUID id, String name, String regionCode, boolean medicalBackground, String qualification, LocalDate certifiedFrom, @Nullable LocalDate certifiedTo,
    @Nullable UUID accountId) {}
