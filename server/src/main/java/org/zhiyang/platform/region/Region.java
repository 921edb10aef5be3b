package org.zhiyang.platform.region;

import org.jspecify.annotations.Nullable;

/**
 * One division.
 *
 * @param level 2 city, 3 county or functional zone, 4 town, 5 village
 * @param parent null for the city
 * @param fullName names from the county down, without the city: 吴兴区月河街道马军巷社区居委会; the city's own name for the city
 * @param position a point in it, WGS-84; null only when nothing is known
 * @param positionQuality how good the point is: exact_name, base_name, former_name, approx_few_km, approx_inside_county,
 *     approx_inside_city (placeholders) for towns; seeded_near_town for villages; outline_center for counties and the city
 */
public record Region(RegionCode code, String name, int level, RegionKind kind, @Nullable RegionCode parent, String fullName,
                     @Nullable Position position, String positionQuality) {}
