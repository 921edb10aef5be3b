package org.zhiyang.registry.population;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the people who wait how much of a city is loaded: one line for each whole percent of the work, never one for each record. Told by one thread. */
final class LoadProgress {
  /** What {@code bin/run} and the command line show while they wait. */
  private static final Logger log = LoggerFactory.getLogger("zhiyang.progress");

  /** A part of the work and the percent of the whole at which it ends; the shares are those of a full city. */
  enum Stage {
    PEOPLE("排定人口", 4), STAFF("机构与人员", 8), HOUSEHOLDS("家庭", 58), ELDERS("老年人", 96), ACCOUNTS("演示账号", 100);

    private final String label;
    private final int endsAt;

    Stage(String label, int endsAt) {
      this.label = label;
      this.endsAt = endsAt;
    }

    private int beginsAt() {
      return ordinal() == 0 ? 0 : values()[ordinal() - 1].endsAt;
    }
  }

  private int told = -1;

  void begin(Stage stage) {
    log.info("载入城市 {}%：{}", told = stage.beginsAt(), stage.label);
  }

  /** @param done of {@code all} records of the stage are written */
  void reach(Stage stage, long done, long all) {
    var percent = stage.beginsAt() + (int) ((stage.endsAt - stage.beginsAt()) * Math.min(done, all) / Math.max(1, all));
    if (percent <= told) return;
    told = percent;
    log.info("载入城市 {}%：{} {}", percent, stage.label, "%,d／%,d".formatted(done, all));
  }

  void end() {
    log.info("载入城市 100%：已就绪");
  }
}
