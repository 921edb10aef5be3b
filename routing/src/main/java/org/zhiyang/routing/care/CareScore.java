package org.zhiyang.routing.care;

/**
 * The soft goals of a plan, told apart, in natural units.
 *
 * @param unserved sum of the priorities of visits left out; @param unservedVisits their number
 * @param travelMinutes all ways, also those to the first and from the last place
 * @param eldersCarers pairs of an elder and a carer who comes
 * @param offWishMinutes, newFaces, notPreferred, changed see {@link CareWeights}
 * @param unfairness hours squared
 * @param cost all of them by their weights
 */
public record CareScore(long unserved, int unservedVisits, long travelMinutes, long offWishMinutes, long newFaces, long eldersCarers, long notPreferred, double unfairness, long changed, double cost) {}
