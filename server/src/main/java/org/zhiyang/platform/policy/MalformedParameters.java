package org.zhiyang.platform.policy;

import java.util.List;

/** Parameter files that cannot be used; the message lists every fault, each with its file and field. */
public final class MalformedParameters extends RuntimeException {

  private final List<String> faults;

  public MalformedParameters(List<String> faults) {
    super("参数文件有 %d 处错误：%n%s".formatted(faults.size(), String.join(System.lineSeparator(), faults)));
    this.faults = List.copyOf(faults);
  }

  /** Each like {@code national/parameters/x.yaml: values[0].effective: 应为 YYYY-MM-DD 日期}. */
  public List<String> faults() {
    return faults;
  }
}
