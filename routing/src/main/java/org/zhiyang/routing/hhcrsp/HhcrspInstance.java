package org.zhiyang.routing.hhcrsp;

import java.util.List;
import java.util.Set;

/**
 * A problem as its file says it, in the units of the file (minutes in the public set).
 *
 * @param offices how many places stand before the patients in {@code travel}; every carer starts and ends at the first
 * @param travel travel time from row to column: offices, then patients in order; need not be symmetric
 */
public record HhcrspInstance(List<Patient> patients, List<Carer> carers, int offices, double[][] travel) {
  /** How the two services of a patient are tied; the gap is that between both starts, the first listed service first. Together means a gap of 0. */
  public record Gap(double least, double most) {}

  /** A service that one carer performs. */
  public record Service(String id, double duration) {}

  /**
   * One who is visited. A service may not start before {@code earliest}; a start after {@code latest} is tardy.
   *
   * @param services one or two
   * @param gap of two services; of no meaning with one
   * @param refused carers who may not come
   */
  public record Patient(String id, double earliest, double latest, List<Service> services, Gap gap, Set<String> refused) {}

  /** One who visits: leaves the office at {@code from} at the earliest and is back at {@code to} at the latest (infinite without a shift). */
  public record Carer(String id, Set<String> abilities, double from, double to) {}

  public HhcrspInstance {
    patients = List.copyOf(patients);
    carers = List.copyOf(carers);
  }

  /** Travel time between patients by their index; -1 is the office. */
  public double travel(int from, int to) {
    return travel[from < 0 ? 0 : offices + from][to < 0 ? 0 : offices + to];
  }
}
