package org.zhiyang.routing.care;

import org.jspecify.annotations.Nullable;

/**
 * What it would mean to give a visit to a carer, everything else standing in its order.
 *
 * @param start the start it would get, or the start asked for
 * @param broken the hard rule in the way, null when it may be done; @param with the visit in the way, null where it is none
 * @param extraTravel minutes; may be negative
 * @param newFaces, offWishMinutes, notPreferred how many more (or fewer)
 * @param extraCost all soft goals by their weights, fairness and changes included; 0 when broken
 * @param moved other visits that would begin at another time
 */
public record CareOption(String visit, String carer, int start, @Nullable CareRule broken, @Nullable String with, int extraTravel, int newFaces, int offWishMinutes, int notPreferred,
    double extraCost, int moved) {}
