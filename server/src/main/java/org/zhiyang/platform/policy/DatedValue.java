package org.zhiyang.platform.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One figure as one document sets it for one area, with three dates that are never merged.
 *
 * @param parameter name of the figure
 * @param value never null in what {@link Parameters#get} answers; null in a file ends the area's figure
 * @param region 12-digit division code the figure is for; twelve zeros for the whole country
 * @param published day the document was issued (印发); null for an assumption
 * @param effective first service day the figure holds for (执行), may lie before publication
 * @param recorded day we entered it (录入): unknown to decisions made before that day
 * @param verified whether a recorded reviewer compared it with the official text; only such figures decide in production
 */
public record DatedValue<T extends @Nullable Object>(
    String parameter,
    T value,
    String unit,
    String region,
    @Nullable LocalDate published,
    LocalDate effective,
    LocalDate recorded,
    Source source,
    boolean verified,
    @Nullable String verifiedBy,
    @Nullable LocalDate verifiedOn) {}
