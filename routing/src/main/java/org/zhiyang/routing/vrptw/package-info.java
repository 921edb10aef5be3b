/**
 * The vehicle routing problem with time windows: equal vehicles leave one depot, every customer is served once within its window, no vehicle carries more than its
 * capacity. Way in: {@link org.zhiyang.routing.vrptw.VrptwSolver}.
 */
@NullMarked
package org.zhiyang.routing.vrptw;

import org.jspecify.annotations.NullMarked;
