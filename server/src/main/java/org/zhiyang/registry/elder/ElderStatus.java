package org.zhiyang.registry.elder;

/** Whether an elder is at home to be served: LIVING at home, AWAY for a time, IN_HOSPITAL, MOVED out of the city, DECEASED. */
public enum ElderStatus { LIVING, AWAY, IN_HOSPITAL, MOVED, DECEASED }
