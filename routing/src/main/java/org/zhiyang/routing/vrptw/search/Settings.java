package org.zhiyang.routing.vrptw.search;

/**
 * The knobs of the search; the values were measured, see bench/README.md.
 *
 * @param near customers tried together with each customer
 * @param survivors plans kept of each kind (legal, illegal) when the generation is full; four times as many are made to begin with
 * @param generation new plans of a kind before the worst are dropped
 * @param elite how many plans count as good by cost alone
 * @param close plans that a plan's difference is measured against
 * @param patience new plans without a better one before the population is made anew
 * @param widePercent how often a new plan is also improved by {@link SwapStar}
 * @param repairPercent how often an illegal new plan is tried again with heavier penalties
 * @param legalPercent the share of legal plans the penalties aim at
 * @param scatterPercent how many of the first plans begin with customers in routes chosen by chance; the others are inserted one by one
 */
record Settings(int near, int survivors, int generation, int elite, int close, int patience, int widePercent, int repairPercent, int legalPercent, int scatterPercent) {
  static final Settings USUAL = new Settings(30, 25, 40, 4, 5, 2_500, 100, 50, 40, 50);
}
