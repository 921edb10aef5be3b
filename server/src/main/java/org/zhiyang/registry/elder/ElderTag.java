package org.zhiyang.registry.elder;

/** What makes an elder stand out in a list; derived from facts, never typed. */
public enum ElderTag {
  LIVING_ALONE("独居"), EMPTY_NEST("空巢"), AGED_80_PLUS("80 岁以上"), CENTENARIAN("百岁老人"), TEKUN("特困"), DIBAO("低保"), DIBAO_EDGE("低保边缘"), ABILITY_LOSS("失能"),
  FAMILY_PLANNING_SPECIAL("计生特殊家庭"), DISABILITY("残疾");

  private final String chinese;

  ElderTag(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
