package org.zhiyang.registry.household;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;

/** The questions other modules may ask about families. The caller has checked that the elder is in scope. */
public interface HouseholdQueries {
  List<FamilyMember> familyOf(ElderId elder);

  /** Whom to call when something happens to one of these elders: proxies and emergency contacts, with open telephone numbers. The caller has checked that the reader may call, and
   *  keeps the trail of it. */
  Map<ElderId, List<ToCall>> openContacts(Collection<ElderId> elders);

  record ToCall(String name, Relation relation, @Nullable String phone) {}

  /** True if a relative of the elder has this phone number, or this very name: whoever assesses or inspects must not be family. */
  boolean isRelative(ElderId elder, String name, @Nullable String phone);
}
