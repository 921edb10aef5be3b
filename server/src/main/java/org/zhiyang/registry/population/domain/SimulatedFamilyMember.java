package org.zhiyang.registry.population.domain;

import java.util.UUID;
import org.zhiyang.registry.elder.Sex;
import org.zhiyang.registry.household.Relation;

/**
 * An invented relative or neighbor of a household's elders who is not an elder of the register.
 *
 * @param relation to the household's first elder
 * @param birthYear a year; no day is invented for people who are not served
 * @param livesNearby in the same county; true also for those who live together
 * @param proxy may act for the elders (at most one in a household)
 * @param emergencyContact called first (exactly one in a household)
 */
public record SimulatedFamilyMember(UUID id, UUID householdId, String name, Relation relation, Sex sex, int birthYear, String phone,
                                    boolean livesTogether, boolean livesNearby, boolean proxy, boolean emergencyContact) {}
