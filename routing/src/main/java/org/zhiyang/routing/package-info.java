/**
 * Plans who goes where and when: what every kind of plan of this module shares. A problem is solved by the solver of its own package:
 * {@link org.zhiyang.routing.vrptw} for vehicles with capacity and time windows, which takes travel from a {@link org.zhiyang.routing.TravelMatrix}, and
 * {@link org.zhiyang.routing.hhcrsp} for home visits with two-carer services, {@link org.zhiyang.routing.care} for a city's week of home visits. All of them stop by {@link org.zhiyang.routing.SearchLimits} and say no by a
 * {@link org.zhiyang.routing.RoutingRefusal}. No framework, no database, no clock of its own but the machine's running time. The checkers in
 * {@code org.zhiyang.routing.check} share no code with the solvers.
 */
@NullMarked
package org.zhiyang.routing;

import org.jspecify.annotations.NullMarked;
