package org.zhiyang.need.intake.domain;

import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderStatus;

/** Why a case ended. Whatever the reason: once a service was given, the case ends only after the feedback of its last service month; COMPLETED also after the payment of every month. */
public enum Closure {
  COMPLETED("服务结束"), WITHDRAWN("老人或家属撤回"), REFUSED("不符合条件"), MOVED("迁出本市"), DECEASED("老人去世");

  private final String chinese;

  Closure(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** The closure a change in the elder's life brings about; null for one that does not end the care. */
  public static @Nullable Closure of(ElderStatus status) {
    return switch (status) {
      case MOVED -> MOVED;
      case DECEASED -> DECEASED;
      case LIVING, AWAY, IN_HOSPITAL -> null;
    };
  }
}
