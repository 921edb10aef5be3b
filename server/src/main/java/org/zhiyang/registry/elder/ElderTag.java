package org.zhiyang.registry.elder;

/** What makes an elder stand out in a list; derived from facts, never typed. */
public enum ElderTag { LIVING_ALONE, EMPTY_NEST, AGED_80_PLUS, CENTENARIAN, TEKUN, DIBAO, DIBAO_EDGE, ABILITY_LOSS, FAMILY_PLANNING_SPECIAL, DISABILITY }
