package org.zhiyang.routing.care;

/**
 * What the soft goals weigh, all in minutes of travel; 0 or more.
 *
 * @param unserved a visit of priority 1 left out; others so many times their priority
 * @param offWish a minute outside the wished start
 * @param newFace a carer who has not come to this elder before, counted once for each pair of elder and carer; who is known at one visit of an elder is known at all
 * @param eachCarer a different carer who comes to an elder in the planned days, known or not: the fewer the better
 * @param notPreferred a visit with preferred carers of which none comes
 * @param unfair an hour squared by which a carer's week is above the mean load of all (load: service and travel over minutes of shifts)
 * @param changed a visit of the standing plan that gets another carer, or a start moved by more than the tolerance of the repair, or {@link CareProblem#TOLERANCE}
 */
public record CareWeights(int unserved, int offWish, int newFace, int eachCarer, int notPreferred, int unfair, int changed) {}
