package org.zhiyang.registry.elder;

/** Where an elder's record stands in life. */
public enum ElderStatus {
  /** Lives at the recorded place. */
  LIVING,
  /** Away for some time, expected back. */
  AWAY,
  IN_HOSPITAL,
  /** Moved out of the city for good. */
  MOVED,
  DECEASED
}
