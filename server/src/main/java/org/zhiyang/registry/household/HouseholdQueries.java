package org.zhiyang.registry.household;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;

/** The questions other modules may ask about families. The caller has checked that the elder is in scope. */
public interface HouseholdQueries {
  List<FamilyMember> familyOf(ElderId elder);

  /** True if a relative of the elder has this phone number, or this very name: whoever assesses or inspects must not be family. */
  boolean isRelative(ElderId elder, String name, @Nullable String phone);
}
