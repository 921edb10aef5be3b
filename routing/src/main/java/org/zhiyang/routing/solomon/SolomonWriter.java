package org.zhiyang.routing.solomon;

import java.util.Locale;

/** Writes an instance in the form that {@link SolomonReader} reads. */
public final class SolomonWriter {
  private SolomonWriter() {}

  public static String write(SolomonInstance instance) {
    var text = new StringBuilder(instance.name()).append("\n\nVEHICLE\nNUMBER     CAPACITY\n");
    text.append(String.format(Locale.ROOT, "%4d %11d%n%nCUSTOMER%nCUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME%n%n", instance.vehicles(), instance.capacity()));
    for (int i = 0; i < instance.customers().size(); i++) {
      var c = instance.customers().get(i);
      text.append(String.format(Locale.ROOT, "%5d %s %s %7d %s %s %s%n", i, figure(c.x()), figure(c.y()), c.demand(), figure(c.ready()), figure(c.due()), figure(c.service())));
    }
    return text.toString();
  }

  private static String figure(double value) {
    return value == Math.rint(value) ? "%9d".formatted((long) value) : "%9s".formatted(Double.toString(value));
  }
}
