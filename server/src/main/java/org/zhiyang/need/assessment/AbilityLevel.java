package org.zhiyang.need.assessment;

/** How far an elder can live independently; the number rises with the loss of ability. Source: GB/T 42195-2022, table C.3. */
public enum AbilityLevel {
  INTACT(0, "能力完好"),
  MILD(1, "能力轻度受损（轻度失能）"),
  MODERATE(2, "能力中度受损（中度失能）"),
  SEVERE(3, "能力重度受损（重度失能）"),
  COMPLETE(4, "能力完全丧失（完全失能）");

  private final int number;
  private final String chineseName;

  AbilityLevel(int number, String chineseName) {
    this.number = number;
    this.chineseName = chineseName;
  }

  /** 0 (intact) to 4 (completely lost). */
  public int number() {
    return number;
  }

  public String chineseName() {
    return chineseName;
  }

  /** The level of a number 0 to 4. */
  public static AbilityLevel of(int number) {
    return values()[number];
  }

  /** The level {@code steps} more severe, at most {@link #COMPLETE}. */
  public AbilityLevel raisedBy(int steps) {
    return of(Math.min(number + steps, COMPLETE.number));
  }

  /** Whether the elder counts as having lost ability (失能) for the loop's purposes: moderate or worse. */
  public boolean isAtLeast(AbilityLevel other) {
    return number >= other.number;
  }
}
