package org.zhiyang.service.homecare;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What leads on from a day without visits: the nearest days of a provider that have some.
 *
 *  @param before, after null where there is none; @param ordered whether the provider has an order at all that is not over */
public record DaysAround(@Nullable LocalDate before, @Nullable LocalDate after, boolean ordered) {}
