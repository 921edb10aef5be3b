package org.zhiyang.platform.policy;

import java.time.LocalDate;

/** A decision that cannot be made because its figure is missing or may not decide. Messages are sentences for staff. */
public abstract sealed class PolicyRefusal extends RuntimeException {

  private PolicyRefusal(String message) {
    super(message);
  }

  /** No document sets the figure for this area on this service day, as far as was known on the decision day. */
  public static final class NoValue extends PolicyRefusal {
    private final String parameter;

    NoValue(String parameter, String region, LocalDate serviceDay, LocalDate knownOn) {
      super("参数 %s 在地区 %s、业务日 %s（按 %s 时已录入的规定）没有取值。请在城市配置的 parameters/%s.yaml 中补录后重试。"
          .formatted(parameter, region, serviceDay, knownOn, parameter));
      this.parameter = parameter;
    }

    public String parameter() {
      return parameter;
    }
  }

  /** Production mode, and nobody has compared the figure with the official text yet. */
  public static final class Unverified extends PolicyRefusal {
    private final String parameter;

    Unverified(DatedValue<?> value) {
      super("参数 %s（地区 %s，自 %s 起）尚未与正式文件核对（verified: false），正式运行模式下不能据此作出决定。请核对原文并登记核对人 verifiedBy 和核对日期 verifiedOn。"
          .formatted(value.parameter(), value.region(), value.effective()));
      this.parameter = value.parameter();
    }

    public String parameter() {
      return parameter;
    }
  }
}
