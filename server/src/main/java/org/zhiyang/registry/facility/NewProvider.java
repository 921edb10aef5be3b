package org.zhiyang.registry.facility;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider to be entered; the bank account in clear until it is sealed. */
public record NewProvider(UUID id, String name, String creditCode, String regionCode, double lng, double lat, Set<String> services, int visitsPerDay, @Nullable String phone,
    String bankAccountName, String bankAccountNumber, boolean synthetic) {}
