package org.zhiyang.registry.population.domain;

import java.util.UUID;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.facility.FacilityKind;
import org.zhiyang.registry.facility.SocialCreditCode;

/**
 * An invented facility of the three community levels, or a care home.
 *
 * @param region county of a guidance center, town of a service center, village of a station or care home
 * @param beds 0 for a guidance center; day-care places count as beds of a service center
 * @param stars 1..5, 0 = not rated; only care homes are rated
 */
public record SimulatedFacility(UUID id, FacilityKind kind, String name, RegionCode region, Position position, String address, int beds, int stars,
                                boolean publiclyOwned, String phone, SocialCreditCode creditCode) {}
