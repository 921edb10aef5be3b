package org.zhiyang.routing.solomon;

/** How customers of a generated instance lie and how long the day is: customers at random (R), in clusters (C) or half and half (RC); a short day with small vehicles (1) or a long one with large ones (2). */
public enum SolomonFamily {
  R1(0, 200, 230, 10, 35, 35),
  R2(0, 1000, 1000, 10, 35, 35),
  C1(100, 200, 1236, 90, 40, 50),
  C2(100, 700, 3390, 90, 40, 50),
  RC1(50, 200, 240, 10, 40, 50),
  RC2(50, 1000, 960, 10, 40, 50);

  /** Percent of the customers that lie in clusters. */
  final int clustered;
  final int capacity;
  /** When the depot closes; it opens at 0. */
  final int horizon;
  final int service;
  final int depotX;
  final int depotY;

  SolomonFamily(int clustered, int capacity, int horizon, int service, int depotX, int depotY) {
    this.clustered = clustered;
    this.capacity = capacity;
    this.horizon = horizon;
    this.service = service;
    this.depotX = depotX;
    this.depotY = depotY;
  }
}
