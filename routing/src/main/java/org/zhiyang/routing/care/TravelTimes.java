package org.zhiyang.routing.care;

/** Minutes from place to place. Asked very often: an answer must cost no more than a look into an array. Ways there and back may differ. */
public interface TravelTimes {
  /** More than any plan can take: there is no way. */
  int UNREACHABLE = 1_000_000;

  int places();

  /** Whole minutes, 0 or more, at most {@link #UNREACHABLE}. */
  int minutes(int mode, int from, int to);
}
