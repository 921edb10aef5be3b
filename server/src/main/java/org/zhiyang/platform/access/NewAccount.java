package org.zhiyang.platform.access;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account to be made. {@code elders} names whom it is ({@code SELF}) or speaks for ({@code PROXY}); {@code memberId} the family member who holds it. */
public record NewAccount(UUID id, String username, String password, String displayName, String role, @Nullable String regionCode,
    @Nullable UUID organizationId, @Nullable UUID carerId, @Nullable UUID memberId, Map<UUID, Relation> elders) {
  public enum Relation { SELF, PROXY }
}
