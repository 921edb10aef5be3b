package org.zhiyang.platform.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts: a signed-in account with its role, rights and place. Not the person's or organisation's record itself.
 *
 *  @param regionCode where staff of the public side work, 12 digits
 *  @param organizationId the provider or institution a dispatcher or carer works for
 *  @param carerId the care worker this account is
 *  @param elderIds the elders this account is or speaks for */
public record Actor(UUID accountId, String displayName, Role role, @Nullable String regionCode, @Nullable UUID organizationId, @Nullable UUID carerId, Set<UUID> elderIds) {
  /** The platform itself: daily jobs and listeners. */
  public static final Actor PLATFORM = new Actor(new UUID(0, 0), "平台", new Role("platform", "平台", Role.Reach.EVERYTHING, Set.of(), 0, "/", List.of(), new Tie(Tie.Kind.NONE, List.of()), Set.of()), null, null, null, Set.of());

  public boolean may(String permission) {
    return permission.equals(Guarded.SIGNED_IN) || role.permissions().contains(permission);
  }

  public Scope scope() {
    return switch (role.reach()) {
      case REGION -> regionCode == null ? new Scope.Nothing() : Scope.Region.below(regionCode);
      case ORGANIZATION -> organizationId == null ? new Scope.Nothing() : new Scope.Organization(organizationId);
      case CARER -> carerId == null ? new Scope.Nothing() : new Scope.Carer(carerId);
      case PEOPLE -> new Scope.People(elderIds);
      case NOTHING -> new Scope.Nothing();
      case EVERYTHING -> new Scope.Everything();
    };
  }

  /** True for everybody who is not the elder or family: what they do for an elder is marked as done on the elder's behalf. */
  public boolean isStaff() {
    return role.reach() != Role.Reach.PEOPLE;
  }
}
