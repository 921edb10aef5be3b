package org.zhiyang.registry.facility;

/** How a provider stands: NORMAL; WATCHED after low scores; DEFAULTED (失信) may take no new orders and its open ones are given to others (M278). */
public enum Listing { NORMAL, WATCHED, DEFAULTED }
