package org.zhiyang.registry.facility;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place of care to be entered; beds and stars only for care homes. */
public record NewFacility(UUID id, FacilityKind kind, String name, String regionCode, double lng, double lat, @Nullable Integer beds, @Nullable Integer bedsTaken,
    @Nullable Integer stars, @Nullable UUID provider, boolean synthetic) {}
