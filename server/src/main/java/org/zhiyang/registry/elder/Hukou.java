package org.zhiyang.registry.elder;

/** Household registration in this city or elsewhere (户籍). */
public enum Hukou { LOCAL, ELSEWHERE }
