package org.zhiyang.routing.solomon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhiyang.routing.RoutingRefusal;

/**
 * Reads the usual text form: a name, the word VEHICLE with a line of number and capacity, the word CUSTOMER with a line of seven figures for each (number, x, y,
 * demand, ready time, due date, service time), the depot being number 0. Blank lines and headings in between do not matter. Refuses anything else with the
 * number of the line.
 */
public final class SolomonReader {
  private static final int MOST_CUSTOMERS = 20_000;
  private static final double LARGEST = 1e9;
  /** Java would also read 0x1p3, 45d and NaN. */
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");

  private SolomonReader() {}

  public static SolomonInstance read(String text) {
    var lines = text.replace("\uFEFF", "").lines().toList();
    var name = lines.stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElseThrow(() -> new RoutingRefusal("文件是空的，请换一个 Solomon 格式的文件。"));
    int vehicleWord = find(lines, 0, "VEHICLE");
    int customerWord = find(lines, vehicleWord + 1, "CUSTOMER");
    double[] fleet = null;
    for (int i = vehicleWord + 1; i < customerWord && fleet == null; i++) fleet = figures(lines.get(i), i, 2);
    if (fleet == null) throw new RoutingRefusal("VEHICLE 一节缺少车辆数和容量，请补上。");
    int vehicles = (int) whole(fleet[0], "车辆数", vehicleWord + 2);
    if (vehicles < 1) throw new RoutingRefusal("车辆数须至少为 1，请改正 VEHICLE 一节。");
    var customers = new ArrayList<SolomonInstance.Customer>();
    for (int i = customerWord + 1; i < lines.size(); i++) {
      var row = figures(lines.get(i), i, 7);
      if (row != null) customers.add(customer(row, i + 1, customers.size()));
    }
    if (customers.isEmpty()) throw new RoutingRefusal("CUSTOMER 一节没有客户，请至少写明第 0 号车场。");
    return new SolomonInstance(name, vehicles, whole(fleet[1], "容量", vehicleWord + 2), customers);
  }

  private static int find(List<String> lines, int from, String word) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().toUpperCase(java.util.Locale.ROOT).startsWith(word)) return i;
    }
    throw new RoutingRefusal("没有找到 %s 一节，请检查文件是否为 Solomon 格式。".formatted(word));
  }

  /** The figures of a line; null for a blank line or a heading. */
  private static double @org.jspecify.annotations.Nullable [] figures(String line, int index, int count) {
    var words = line.strip();
    if (words.isEmpty() || Character.isLetter(words.charAt(0))) return null;
    var parts = words.split("\\s+");
    if (parts.length != count) throw new RoutingRefusal("第 %d 行须有 %d 个数，现有 %d 个，请改正。".formatted(index + 1, count, parts.length));
    var found = new double[count];
    for (int i = 0; i < count; i++) {
      if (!DECIMAL.matcher(parts[i]).matches()) throw new RoutingRefusal("第 %d 行的“%s”不是数字，请写成 12 或 12.5 这样的十进制数。".formatted(index + 1, parts[i]));
      found[i] = Double.parseDouble(parts[i]);
      if (Math.abs(found[i]) > LARGEST) throw new RoutingRefusal("第 %d 行的“%s”太大，请改正。".formatted(index + 1, parts[i]));
    }
    return found;
  }

  private static SolomonInstance.Customer customer(double[] row, int line, int expected) {
    if (expected > MOST_CUSTOMERS) throw new RoutingRefusal("客户超过 %d 个，无法计算，请分成几个文件。".formatted(MOST_CUSTOMERS));
    if (row[0] != expected) throw new RoutingRefusal("第 %d 行的客户编号应为 %d，请按 0、1、2 的顺序编号。".formatted(line, expected));
    long demand = whole(row[3], "需求量", line);
    if (row[4] < 0 || row[6] < 0) throw new RoutingRefusal("第 %d 行的时间不能为负数，请改正。".formatted(line));
    if (row[4] > row[5]) throw new RoutingRefusal("第 %d 行的时间窗开始晚于结束，没有可行的方案，请改正。".formatted(line));
    return new SolomonInstance.Customer(row[1], row[2], demand, row[4], row[5], row[6]);
  }

  private static long whole(double figure, String what, int line) {
    if (figure != Math.rint(figure) || figure < 0) throw new RoutingRefusal("第 %d 行的%s须为不小于 0 的整数，请改正。".formatted(line, what));
    return (long) figure;
  }
}
