/**
 * Home visits of a week as a city has them: skills and certificates, shifts and breaks, two carers at once or one after the other, continuity, wishes, fairness, visits
 * that may stay unserved, and a plan that is repaired while the day runs. A {@link CareProblem} goes in, a {@link CarePlan} comes out of the {@link CareSolver}.
 * Hard rules ({@link CareRule}) are never broken; soft goals are weighted by {@link CareWeights} and told apart in the {@link CareScore}. All moments are whole
 * minutes from 00:00 of the first day: 07:30 of the second day is 1890.
 */
@NullMarked
package org.zhiyang.routing.care;

import org.jspecify.annotations.NullMarked;
