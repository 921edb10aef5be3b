/**
 * The hybrid genetic search behind {@link org.zhiyang.routing.vrptw.VrptwSolver}; only {@link org.zhiyang.routing.vrptw.search.IslandSearch} is for others.
 * <p>Plans may break capacity and windows while they are searched: load above capacity and time warp (turning the clock back to be in time) cost a penalty that
 * follows how many plans come out legal. {@code Tours} keeps for every stop what lies before it and what lies after it, so that a new route made of such pieces is
 * judged in constant time. All work is done on primitive arrays that are made once.
 */
@NullMarked
package org.zhiyang.routing.vrptw.search;

import org.jspecify.annotations.NullMarked;
