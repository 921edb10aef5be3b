package org.zhiyang.registry.workforce;

/** What a carer travels by between visits. */
public enum TravelMode {
  WALK, E_BIKE, CAR
}
