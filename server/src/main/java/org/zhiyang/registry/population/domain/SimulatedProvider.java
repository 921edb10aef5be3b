package org.zhiyang.registry.population.domain;

import java.util.List;
import java.util.UUID;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.facility.SocialCreditCode;

/**
 * An invented provider of services at home, working in one county.
 *
 * @param bankAccountNumber 19 digits beginning with 000000, which no bank card does
 * @param services codes of the service list, in its order; for each the provider has enough carers with the skill it needs
 * @param capacityVisitsPerDay visits it can do on a working day
 */
public record SimulatedProvider(UUID id, String name, SocialCreditCode creditCode, RegionCode county, Position base, String address, String phone, String bankAccountNumber,
                                List<String> services, int capacityVisitsPerDay) {}
