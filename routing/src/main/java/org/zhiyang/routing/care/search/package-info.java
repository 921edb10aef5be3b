/**
 * The engine behind {@link org.zhiyang.routing.care.CareSolver}: a first plan by greedy insertion, then annealed ruin and recreate, part by part. Whole minutes in flat
 * arrays; a carer's shift is a route.
 */
@NullMarked
package org.zhiyang.routing.care.search;

import org.jspecify.annotations.NullMarked;
