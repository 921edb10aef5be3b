package org.zhiyang.registry.household;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A household to be loaded, phone numbers in clear: lives only between the generator and the sealing. */
public record NewHousehold(UUID id, String regionCode, List<Member> members, List<Tie> ties) {

  /** {@code elder} is the register's id of a member who is an elder, else null. */
  public record Member(UUID id, @Nullable UUID elder, String name, @Nullable String phone) {}

  /** What {@code member} is to {@code elder}. */
  public record Tie(UUID elder, UUID member, Relation relation, boolean livesTogether, boolean proxy, boolean emergencyContact) {}
}
