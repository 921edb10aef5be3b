package org.zhiyang.registry.population.domain;

import java.util.List;
import java.util.UUID;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.RegionCode;

/** An invented household: one elder, or a couple of elders, with the people close to them. */
public record SimulatedHousehold(UUID id, RegionCode village, Position home, String addressDetail, List<SimulatedElder> elders,
                                 List<SimulatedFamilyMember> members) {}
