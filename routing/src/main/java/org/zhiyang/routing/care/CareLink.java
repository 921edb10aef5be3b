package org.zhiyang.routing.care;

/**
 * Two visits of different carers that belong together: {@code least <= start(second) - start(first) <= most}. 0 and 0: both at the same time. Either both are served
 * or neither; where one of them has begun, the other may be missing. A pin on only one of them lapses when the other cannot be served. The figures may be negative.
 */
public record CareLink(String first, String second, int least, int most) {}
