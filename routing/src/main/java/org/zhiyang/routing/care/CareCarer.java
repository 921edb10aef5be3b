package org.zhiyang.routing.care;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One carer with the shifts of the planned days.
 *
 * @param pools whose visits this carer may serve
 * @param shifts by start, without overlap
 * @param mode how this carer travels: a number of the {@link TravelTimes}
 * @param mostMinutesADay, mostMinutesAWeek of service and travel together; a shift counts for the day on which it begins, weeks are seven days from the first
 * @param leastRest minutes between the end of one day's last visit and the start of the next day's first way
 * @param refused elders this carer is never sent to
 */
public record CareCarer(String id, Set<String> pools, List<Skill> skills, List<Shift> shifts, int mode, int mostMinutesADay, int mostMinutesAWeek, int leastRest, Set<String> refused) {
  public CareCarer {
    pools = Set.copyOf(pools);
    skills = List.copyOf(skills);
    shifts = List.copyOf(shifts);
    refused = Set.copyOf(refused);
  }

  /** @param level 1 or more; @param until the last minute at which a visit that needs it may end: where the licence or certificate expires */
  public record Skill(String code, int level, int until) {}

  /**
   * Visits and breaks lie within a shift. The way from {@code startPlace} is part of it, and so is the way to {@code endPlace}.
   * A visit that has begun outside of all shifts belongs to the nearest one of that day; on a day without any it stands alone and costs no way.
   *
   * @param startPlace, endPlace numbers of places; {@code endPlace} null: the shift ends where the last visit was
   * @param breaks by start
   * @param gaps by start, without overlap: off duty in between
   */
  public record Shift(int from, int to, int startPlace, @Nullable Integer endPlace, List<Break> breaks, List<Gap> gaps) {
    public Shift {
      breaks = List.copyOf(breaks);
      gaps = List.copyOf(gaps);
    }

    /** Without gaps. */
    public Shift(int from, int to, int startPlace, @Nullable Integer endPlace, List<Break> breaks) {
      this(from, to, startPlace, endPlace, breaks, List.of());
    }
  }

  /** Off duty within a shift: no visit lies in it, ways and breaks may. The carer goes on from where the visit before was, so a day of two turns is one shift with a gap. */
  public record Gap(int from, int to) {}

  /**
   * A rest of so many minutes that begins between {@code from} and {@code to}, at no place in particular: before, after or on a way between two visits. Only in a shift
   * with a visit that begins at {@code to} or before and one that begins after it, and not when {@code to} has passed already.
   */
  public record Break(int from, int to, int minutes) {}
}
