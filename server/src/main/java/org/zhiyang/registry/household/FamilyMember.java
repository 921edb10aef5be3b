package org.zhiyang.registry.household;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of an elder's family as other modules and screens see them: phone masked.
 *
 *  @param elderId set when the member is in the register of elders too */
public record FamilyMember(UUID id, @Nullable UUID elderId, String name, Relation relation, @Nullable String maskedPhone, boolean livesTogether, boolean proxy, boolean emergencyContact) {}
