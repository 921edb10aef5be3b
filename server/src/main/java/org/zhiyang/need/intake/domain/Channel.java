package org.zhiyang.need.intake.domain;

import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.access.Actor;

/** Through which door a need came in (申请渠道). */
public enum Channel {
  SELF("本人网上申请"), FAMILY("家属代为申请"), VILLAGE("村社登记"), TOWN("镇街登记"), COUNTY("县区登记"), HOTLINE("12349来电"), OUTREACH("上门走访发现");

  private final String chinese;

  Channel(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** Whether staff captured it while talking to the elder or family; the others wait until staff have received them. */
  public boolean isByStaff() {
    return this != SELF && this != FAMILY;
  }

  /** The channel of whoever captures; only staff may say that it was another of the staff's channels. */
  public static Channel of(Actor actor, @Nullable Channel said) {
    var own = switch (actor.role().key()) {
      case "elder" -> SELF;
      case "family" -> FAMILY;
      case "town_officer" -> TOWN;
      case "county_officer" -> COUNTY;
      case "hotline_operator" -> HOTLINE;
      default -> VILLAGE;
    };
    return own.isByStaff() && said != null && said.isByStaff() ? said : own;
  }
}
