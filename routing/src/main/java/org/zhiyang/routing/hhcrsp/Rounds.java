package org.zhiyang.routing.hhcrsp;

import java.util.List;

/**
 * The carers' rounds with the earliest start of every service. A change relinks a few services; {@link #settle} then recomputes starts from there on,
 * and only as far as they differ. Every change can be taken back until it is kept.
 *
 * <p>Of two tied services each has a start of its own ({@code ready}: carer there, window open) and a start with the other (the later of both, with the gap).
 */
final class Rounds extends Links {
  /** What a unit of time past the end of a shift costs: more than any tardiness is worth. */
  private static final long OVERTIME = 1_000;

  private final long[] ready;
  final long[] start;
  private final long[] over;

  private long tardy;
  private long worst;
  private long overtime;
  private int worstAt;

  private final int[] dirty;
  private final boolean[] queued;
  private final long[] key;
  private int waiting;

  private final int[] touched;
  private final long[] oldReady;
  private final long[] oldStart;
  private final boolean[] isTouched;
  private int touches;
  private final long[] old = new long[5];

  Rounds(Model model, List<int[]> routes) {
    super(model);
    int nodes = n + model.carers;
    ready = new long[n];
    start = new long[nodes];
    over = new long[model.carers];
    dirty = new int[nodes];
    queued = new boolean[nodes];
    key = new long[nodes];
    touched = new int[nodes];
    oldReady = new long[nodes];
    oldStart = new long[nodes];
    isTouched = new boolean[nodes];
    load(routes);
  }

  /** Replaces all rounds; false when they have a circle. */
  boolean load(List<int[]> routes) {
    travel = tardy = worst = overtime = 0;
    System.arraycopy(model.earliest, 0, ready, 0, n);
    System.arraycopy(model.earliest, 0, start, 0, n);
    for (int i = 0; i < n; i++) {
      if (model.mate[i] >= 0) start[i] = Math.max(ready[i], ready[model.mate[i]] + model.lead[model.mate[i]]);
      tardy += late(i, start[i]);
      if (late(i, start[i]) > worst) {
        worst = late(i, start[i]);
        worstAt = i;
      }
    }
    for (int c = 0; c < model.carers; c++) {
      int at = n + c;
      over[c] = 0;
      carer[at] = c;
      start[at] = model.shiftStart[c];
      next[at] = prev[at] = at;
    }
    remember();
    for (int c = 0; c < model.carers; c++) {
      int at = n + c;
      for (int i : routes.get(c)) {
        carer[i] = c;
        travel += model.travel(at, i);
        next[at] = i;
        prev[i] = at;
        at = i;
        push(i);
      }
      travel += model.travel(at, n + c);
      next[at] = n + c;
      prev[n + c] = at;
      push(n + c);
    }
    boolean fine = settle(Model.NEVER);
    keep();
    return fine;
  }

  /** Travel, tardiness and largest tardiness together; overtime counts a thousandfold. */
  long cost() {
    return travel + tardy + worst + overtime * OVERTIME;
  }

  boolean legal() {
    return overtime == 0;
  }

  /** Brings the starts up to date; false for a circle, or as soon as the cost is certainly above the limit (then only {@link #undo} may follow). */
  boolean settle(long limit) {
    if (travel > limit) return false;
    for (int k = 0; k < links; k++) push(linkTo[k]);
    int work = 0;
    int most = 12 * n + 100;
    while (waiting > 0) {
      int i = pop();
      if (i >= n) {
        home(i - n);
        continue;
      }
      long then = Math.max(model.earliest[i], arrival(i));
      if (then == ready[i]) continue;
      touch(i);
      ready[i] = then;
      int other = model.mate[i];
      if (other < 0) begin(i, then);
      else {
        touch(other);
        begin(i, Math.max(then, ready[other] + model.lead[other]));
        begin(other, Math.max(ready[other], then + model.lead[i]));
        if (2 * late(other, start[other]) + travel > limit) return false;
      }
      if (2 * late(i, start[i]) + travel > limit || ++work > most) return false;
    }
    renewWorst();
    return true;
  }

  private long arrival(int i) {
    int from = prev[i];
    return start[from] + model.duration[from] + model.travel(from, i);
  }

  private void begin(int i, long time) {
    if (time == start[i]) return;
    tardy += late(i, time) - late(i, start[i]);
    start[i] = time;
    push(next[i]);
  }

  private void home(int c) {
    long past = next[n + c] >= n ? 0 : Math.max(0, arrival(n + c) - model.shiftEnd[c]);
    if (past == over[c]) return;
    touch(n + c);
    overtime += past - over[c];
    over[c] = past;
  }

  private long late(int i, long time) {
    return Math.max(0, time - model.latest[i]);
  }

  private void renewWorst() {
    if (n > 0 && late(worstAt, start[worstAt]) < worst) {
      worst = 0;
      for (int i = 0; i < n; i++) raise(i);
    } else {
      for (int k = 0; k < touches; k++) {
        if (touched[k] < n) raise(touched[k]);
      }
    }
  }

  private void raise(int i) {
    long late = late(i, start[i]);
    if (late > worst) {
      worst = late;
      worstAt = i;
    }
  }

  private void push(int i) {
    key[i] = arrival(i);
    if (queued[i]) return;
    queued[i] = true;
    dirty[waiting++] = i;
  }

  /** The one whose carer arrives first: nearly always the order of the dependencies. */
  private int pop() {
    int best = 0;
    for (int k = 1; k < waiting; k++) {
      if (key[dirty[k]] < key[dirty[best]]) best = k;
    }
    int i = dirty[best];
    dirty[best] = dirty[--waiting];
    queued[i] = false;
    return i;
  }

  private void touch(int i) {
    if (isTouched[i]) return;
    isTouched[i] = true;
    touched[touches] = i;
    oldReady[touches] = i < n ? ready[i] : over[i - n];
    oldStart[touches++] = start[i];
  }

  void keep() {
    for (int k = 0; k < touches; k++) isTouched[touched[k]] = false;
    clear();
    remember();
  }

  void undo() {
    unlink();
    for (int k = 0; k < touches; k++) {
      int i = touched[k];
      isTouched[i] = false;
      start[i] = oldStart[k];
      if (i < n) ready[i] = oldReady[k];
      else over[i - n] = oldReady[k];
    }
    clear();
    travel = old[0];
    tardy = old[1];
    worst = old[2];
    overtime = old[3];
    worstAt = (int) old[4];
  }

  private void clear() {
    for (int k = 0; k < waiting; k++) queued[dirty[k]] = false;
    forgetLinks();
    touches = waiting = 0;
  }

  private void remember() {
    old[0] = travel;
    old[1] = tardy;
    old[2] = worst;
    old[3] = overtime;
    old[4] = worstAt;
  }
}
