package org.zhiyang.registry.elder;

/** Where an elder's record stands in life. */
public enum ElderStatus {
  /** Lives at the recorded place. */
  LIVING("在管"),
  /** Away for some time, expected back. */
  AWAY("外出"),
  IN_HOSPITAL("住院"),
  /** Moved out of the city for good. */
  MOVED("已迁出"),
  DECEASED("已去世");

  private final String chinese;

  ElderStatus(String chinese) {
    this.chinese = chinese;
  }

  /** Whether the platform still asks, grants and plans anything for them: not for the dead and those who left the city. */
  public boolean isServed() {
    return this != MOVED && this != DECEASED;
  }

  public String chinese() {
    return chinese;
  }
}
