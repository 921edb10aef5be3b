package org.zhiyang.registry.population.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.elder.Sex;

/**
 * An invented assessor of a county.
 *
 * @param medicalBackground one of the two who assess together must have it; at least one of every county has
 * @param certificateTo the first day on which the certificate no longer holds
 */
public record SimulatedAssessor(UUID id, String name, Sex sex, String phone, RegionCode county, boolean medicalBackground, String certificateNumber, LocalDate certificateFrom,
                                LocalDate certificateTo) {}
