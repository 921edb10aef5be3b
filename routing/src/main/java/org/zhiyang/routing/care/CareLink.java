package org.zhiyang.routing.care;

/**
 * Two visits of different carers that belong together: {@code least <= start(second) - start(first) <= most}. 0 and 0: both at the same time. Either both are served
 * or neither.
 */
public record CareLink(String first, String second, int least, int most) {}
