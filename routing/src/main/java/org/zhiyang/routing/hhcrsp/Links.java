package org.zhiyang.routing.hhcrsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The carers' rounds as linked lists without times: changes, what they cost in travel, and the way back. Each round begins and ends at its carer's office node. */
class Links {
  final Model model;
  final int n;
  final int[] next;
  final int[] prev;
  final int[] carer;
  long travel;

  final int[] linkTo = new int[16];
  int links;
  private final int[] linkFrom = new int[16];
  private final int[] linkNext = new int[16];
  private final int[] linkPrev = new int[16];
  private final int[] movedNode;
  private final int[] movedCarer;
  private int moved;

  Links(Model model) {
    this.model = model;
    n = model.services;
    int nodes = n + model.carers;
    next = new int[nodes];
    prev = new int[nodes];
    carer = new int[nodes];
    movedNode = new int[2 * n + 2];
    movedCarer = new int[2 * n + 2];
  }

  final List<int[]> routes() {
    var routes = new ArrayList<int[]>();
    var route = new int[n];
    for (int c = 0; c < model.carers; c++) {
      int size = 0;
      for (int i = next[n + c]; i < n; i = next[i]) route[size++] = i;
      routes.add(Arrays.copyOf(route, size));
    }
    return routes;
  }

  /** Takes {@code first}…{@code last}, which follow each other, to the place after {@code after}, which is none of them. */
  final void move(int first, int last, int after) {
    if (after == prev[first]) return;
    int to = carer[after];
    if (to != carer[first]) {
      for (int i = first; ; i = next[i]) {
        assign(i, to);
        if (i == last) break;
      }
    }
    link(prev[first], next[last]);
    int behind = next[after];
    link(after, first);
    link(last, behind);
  }

  final void swap(int i, int j) {
    if (next[i] == j) move(i, i, j);
    else if (next[j] == i) move(j, j, i);
    else {
      int beforeI = prev[i];
      int afterI = next[i];
      int beforeJ = prev[j];
      int afterJ = next[j];
      int kept = carer[i];
      if (kept != carer[j]) {
        assign(i, carer[j]);
        assign(j, kept);
      }
      link(beforeI, j);
      link(j, afterI);
      link(beforeJ, i);
      link(i, afterJ);
    }
  }

  /** Exchanges what follows {@code a} and {@code b}, on rounds of different carers. */
  final void exchangeTails(int a, int b) {
    int officeA = n + carer[a];
    int officeB = n + carer[b];
    int tailA = next[a];
    int tailB = next[b];
    int endA = prev[officeA];
    int endB = prev[officeB];
    for (int i = tailA; i < n; i = next[i]) assign(i, carer[b]);
    for (int i = tailB; i < n; i = next[i]) assign(i, carer[a]);
    link(a, tailB < n ? tailB : officeA);
    link(b, tailA < n ? tailA : officeB);
    if (tailB < n) link(endB, officeA);
    if (tailA < n) link(endA, officeB);
  }

  private void assign(int i, int to) {
    movedNode[moved] = i;
    movedCarer[moved++] = carer[i];
    carer[i] = to;
  }

  private void link(int from, int to) {
    linkFrom[links] = from;
    linkNext[links] = next[from];
    linkTo[links] = to;
    linkPrev[links++] = prev[to];
    travel += model.travel(from, to) - model.travel(from, next[from]);
    next[from] = to;
    prev[to] = from;
  }

  /** Whether the changes since the last keeping give every service to a carer who may do it, and tied ones to two. */
  final boolean allowed() {
    for (int k = 0; k < moved; k++) {
      int i = movedNode[k];
      if (!model.able[carer[i]][i] || (model.mate[i] >= 0 && carer[model.mate[i]] == carer[i])) return false;
    }
    return true;
  }

  final void unlink() {
    for (int k = links - 1; k >= 0; k--) {
      next[linkFrom[k]] = linkNext[k];
      prev[linkTo[k]] = linkPrev[k];
    }
    for (int k = moved - 1; k >= 0; k--) carer[movedNode[k]] = movedCarer[k];
  }

  final void forgetLinks() {
    links = moved = 0;
  }
}
