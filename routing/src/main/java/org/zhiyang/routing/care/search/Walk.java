package org.zhiyang.routing.care.search;

import java.util.Arrays;
import org.zhiyang.routing.care.TravelTimes;

/**
 * Walks along a route by the clock. First it waits for every aim; where that makes the route illegal, it walks as early as possible, looks back how late each visit may
 * be, and waits only so long. Breaks are taken where they cost no time, else as late as they may be. One thread; the result stands in the fields.
 */
final class Walk {
  private final Board board;
  private final Model m;
  private final Roster roster;

  /** To find out whose fault it is: walk as if there were no breaks, or as if all were still to come. */
  boolean withoutBreaks;
  boolean withoutNow;
  int count;
  int[] line = new int[16];
  int[] ways = new int[17];
  int[] start = new int[16];
  private int[] early = new int[16];
  private int[] late = new int[16];
  private int[] pause = new int[17];
  private int[] pauseFloor = new int[17];
  private int[] pauseCeiling = new int[17];
  private int lastCeiling;
  int travel;
  int service;
  int off;
  int changed;
  int out;
  int back;

  Walk(Board board) {
    this.board = board;
    m = board.model;
    roster = m.roster;
  }

  private static final int[] NONE = {};

  private void grow(int size) {
    if (size <= line.length) return;
    int larger = size * 2;
    line = Arrays.copyOf(line, larger);
    start = Arrays.copyOf(start, larger);
    ways = Arrays.copyOf(ways, larger + 1);
    early = Arrays.copyOf(early, larger);
    late = Arrays.copyOf(late, larger);
    pause = new int[larger + 1];
    pauseFloor = new int[larger + 1];
    pauseCeiling = new int[larger + 1];
  }

  /** The route with a visit more; false when that is illegal. */
  boolean with(int r, int v, int at) {
    var now = board.line[r];
    int c = roster.carer[r];
    count = board.length[r] + 1;
    grow(count);
    System.arraycopy(now, 0, line, 0, at);
    line[at] = v;
    System.arraycopy(now, at, line, at + 1, count - 1 - at);
    for (int k = 0; k < at; k++) ways[k] = board.wayIn[line[k]];
    for (int k = at + 2; k < count; k++) ways[k] = board.wayIn[line[k]];
    ways[at] = m.way(c, at == 0 ? roster.startPlace[r] : m.place[line[at - 1]], m.place[v]);
    if (at + 1 < count) ways[at + 1] = m.way(c, m.place[v], m.place[line[at + 1]]);
    home(r, c);
    return time(r);
  }

  /** The route as it stands; false when it is illegal. */
  boolean along(int r) {
    int c = roster.carer[r];
    count = board.length[r];
    grow(count);
    int at = roster.startPlace[r];
    for (int k = 0; k < count; k++) {
      line[k] = board.line[r][k];
      ways[k] = way(c, at, m.place[line[k]], m.begun[line[k]] && (k == 0 || m.begun[line[k - 1]]));
      at = m.place[line[k]];
    }
    home(r, c);
    return time(r);
  }

  private void home(int r, int c) {
    ways[count] = count == 0 || roster.endPlace[r] < 0 ? 0 : way(c, m.place[line[count - 1]], roster.endPlace[r], m.begun[line[count - 1]]);
  }

  /** What has begun is not questioned: the carer came there, even where no way leads. */
  private int way(int c, int from, int to, boolean begun) {
    int way = m.way(c, from, to);
    return begun && way >= TravelTimes.UNREACHABLE ? 0 : way;
  }

  private boolean time(int r) {
    travel = service = off = changed = 0;
    out = back = roster.from[r];
    if (count == 0) return true;
    for (int k = 0; k <= count; k++) travel += ways[k];
    if (travel >= TravelTimes.UNREACHABLE) return false;
    if (!forward(r, true, start)) {
      if (!forward(r, false, early)) return false;
      backward(r, true);
      if (!relaxed(r)) System.arraycopy(early, 0, start, 0, count);
    }
    measure(r);
    return true;
  }

  private void measure(int r) {
    int c = roster.carer[r];
    for (int k = 0; k < count; k++) {
      int v = line[k];
      int s = start[k];
      service += m.minutes[v];
      if (s < m.wishFrom[v]) off += m.wishFrom[v] - s;
      else if (s > m.wishTo[v]) off += s - m.wishTo[v];
      if (m.told[v] >= 0 && (m.told[v] != c || Math.abs(s - m.toldStart[v]) > m.tolerance)) changed++;
    }
    out = start[0] - ways[0];
    back = start[count - 1] + m.minutes[line[count - 1]];
  }

  private int high(int v, int c) {
    return roster.expiring[c] && !m.frozen[v] ? Math.min(board.high[v], m.until(v, c) - m.minutes[v]) : board.high[v];
  }

  /** When the carer can be there, pauses apart: free, not setting out in the past unless under way already. */
  private int arrival(int r, int k, int free) {
    int v = line[k];
    int there = free + ways[k];
    if (m.now <= free || withoutNow) return there;
    int then = m.now + ways[k];
    if (m.only[v] >= 0) return Math.max(there, Math.min(then, board.low[v]));
    if (m.told[v] == roster.carer[r] && m.toldBefore[v] == (k == 0 ? -1 : line[k - 1])) return Math.max(there, Math.min(then, m.toldStart[v]));
    return Math.max(there, then);
  }

  /** @param patient waits for the aims */
  private boolean forward(int r, boolean patient, int[] into) {
    int c = roster.carer[r];
    var breaks = withoutBreaks ? NONE : roster.breaks[r];
    int today = withoutNow ? 0 : m.now;
    int next = 0;
    int free = roster.from[r];
    int end = free;
    for (int k = 0; k < count; k++) {
      int v = line[k];
      pause[k] = 0;
      pauseFloor[k] = 0;
      pauseCeiling[k] = Integer.MAX_VALUE;
      boolean fixed = m.begun[v];
      int s;
      if (fixed) {
        s = board.low[v];
        if (k > 0 && !m.begun[line[k - 1]] && free + ways[k] > s) return false;
      } else {
        s = Math.max(arrival(r, k, free), Math.max(board.low[v], today));
        if (patient) s = Math.max(s, board.aim[v]);
        s = roster.onDuty(r, s, m.minutes[v]);
      }
      int open = end;
      for (; next < breaks.length; next += 3) {
        int latest = breaks[next + 1];
        int length = breaks[next + 2];
        if (latest < m.now || k == 0 && s > latest) continue;
        int begins = Math.max(open, breaks[next]);
        // A pause may lie before now: then it has been taken.
        int then = Math.max(begins + length, free + ways[k] + pause[k] + length);
        boolean fits = begins <= latest;
        if (!(fits && then <= s)) {
          if (fixed) {
            if (s > latest) continue;
            break;
          }
          boolean now = s > latest || k + 1 < count && s + m.minutes[v] > latest;
          if (!now) break;
          if (!fits) {
            // Before the first visit it may also fall away: by beginning after it.
            if (k > 0) return false;
            s = roster.onDuty(r, latest + 1, m.minutes[v]);
            continue;
          }
          s = roster.onDuty(r, Math.max(s, then), m.minutes[v]);
        }
        pause[k] += length;
        pauseFloor[k] = Math.max(pauseFloor[k], begins + length);
        pauseCeiling[k] = Math.min(pauseCeiling[k], latest - pause[k] + length);
        open = begins + length;
      }
      if (!fixed && s > high(v, c)) return false;
      into[k] = s;
      end = s + m.minutes[v];
      free = Math.max(roster.from[r], end + m.handover); // what has begun may be over before the shift begins
    }
    lastCeiling = next < breaks.length && count > 1 ? breaks[next + 1] : Integer.MAX_VALUE;
    return m.begun[line[count - 1]] || (roster.endPlace[r] < 0 ? end : free + ways[count]) <= roster.to[r];
  }

  /** The latest starts; with pauses as the walk before laid them, or without: then none is too early. */
  private void backward(int r, boolean pauses) {
    int c = roster.carer[r];
    int latest = roster.endPlace[r] < 0 ? roster.to[r] : roster.to[r] - m.handover - ways[count];
    for (int k = count - 1; k >= 0; k--) {
      int v = line[k];
      if (m.begun[v]) late[k] = board.low[v];
      else {
        late[k] = Math.min(high(v, c), latest - m.minutes[v]);
        if (pauses && k == count - 1) late[k] = Math.min(late[k], lastCeiling);
        late[k] = roster.onDutyBefore(r, late[k], m.minutes[v]);
      }
      latest = late[k] - m.handover - ways[k];
      if (pauses) latest = Math.min(latest - pause[k], pauseCeiling[k]);
    }
  }

  private boolean relaxed(int r) {
    int free = roster.from[r];
    for (int k = 0; k < count; k++) {
      int v = line[k];
      int s = m.begun[v] ? board.low[v]
          : roster.onDuty(r, Math.max(Math.max(Math.max(arrival(r, k, free), free + ways[k] + pause[k]), pauseFloor[k]), Math.max(early[k], Math.min(board.aim[v], late[k]))), m.minutes[v]);
      if (!m.begun[v] && s > late[k]) return false;
      start[k] = s;
      free = Math.max(roster.from[r], s + m.minutes[v] + m.handover);
    }
    return true;
  }

  /** Writes the result onto the board, with how early and late each visit of the route may be. */
  void keep(int r) {
    board.travel[r] = travel;
    board.service[r] = service;
    board.offWish[r] = off;
    board.changed[r] = changed;
    board.out[r] = out;
    board.back[r] = back;
    if (count == 0) return;
    if (!forward(r, false, early)) System.arraycopy(start, 0, early, 0, count);
    backward(r, false);
    for (int k = 0; k < count; k++) {
      int v = line[k];
      board.start[v] = start[k];
      board.early[v] = early[k];
      board.late[v] = Math.max(late[k], start[k]);
      board.wayIn[v] = ways[k];
    }
  }
}
