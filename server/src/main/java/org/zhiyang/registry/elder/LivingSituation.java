package org.zhiyang.registry.elder;

/** With whom an elder lives (居住状况); exactly one holds. */
public enum LivingSituation {
  /** Nobody else lives in the home (独居). */
  ALONE,
  /** Only the spouse, and a child lives in the same county. */
  WITH_SPOUSE,
  /** With a child or a child's family; the spouse may live there too. */
  WITH_CHILDREN,
  /** With somebody else: relatives, a live-in helper, friends. */
  WITH_OTHERS,
  /** Only the spouse, and no child in the same county (空巢). */
  EMPTY_NEST,
  /** Lives in a care home (入住机构). */
  IN_CARE_HOME
}
