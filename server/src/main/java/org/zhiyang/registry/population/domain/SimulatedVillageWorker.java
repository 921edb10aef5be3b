package org.zhiyang.registry.population.domain;

import java.util.UUID;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.elder.Sex;

/** An invented person of a village or community who knows its elders (村社工作者). */
public record SimulatedVillageWorker(UUID id, String name, Sex sex, String phone, RegionCode village) {}
