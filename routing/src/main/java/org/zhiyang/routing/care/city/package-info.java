/**
 * A made-up city's week of home visits, for measuring and testing the {@link org.zhiyang.routing.care.CareSolver}, and the simple dispatcher it is compared with.
 * Nobody and nowhere in it is real; densities, speeds and shares are assumptions about a prefecture of 5,800 square kilometres.
 */
@NullMarked
package org.zhiyang.routing.care.city;

import org.jspecify.annotations.NullMarked;
