package org.zhiyang.registry.facility;

/** A place of care: community facilities on three levels, and care homes. */
public enum FacilityKind { COUNTY_CENTER, TOWN_CENTER, VILLAGE_STATION, CARE_HOME }
