package org.zhiyang.registry.workforce;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody qualified to assess ability. {@code accountId} is the account that signs, null while they have none. */
public record Assessor(UUID id, String name, String regionCode, boolean medicalBackground, @Nullable UUID accountId) {}
