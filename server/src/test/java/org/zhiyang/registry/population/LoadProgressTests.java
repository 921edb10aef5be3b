package org.zhiyang.registry.population;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.zhiyang.registry.population.LoadProgress.Stage;

class LoadProgressTests {
  private final Logger log = (Logger) LoggerFactory.getLogger("zhiyang.progress");
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    log.setLevel(Level.INFO);
    log.setAdditive(false);
    log.addAppender(said);
  }

  @AfterEach
  void leave() {
    log.detachAppender(said);
    log.setLevel(null);
    log.setAdditive(true);
  }

  @Test
  void saysEachPercentOfTheWholeOnceHoweverManyRecordsThereAre() {
    var progress = new LoadProgress();

    for (var stage : Stage.values()) {
      progress.begin(stage);
      for (int done = 1; done <= 712_400; done++) progress.reach(stage, done, 712_400);
    }
    progress.end();

    var lines = said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines).hasSizeBetween(100, 110).startsWith("载入城市 0%：排定人口").contains("载入城市 8%：家庭", "载入城市 58%：老年人").endsWith("载入城市 100%：已就绪");
    assertThat(lines.stream().map(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+)%.*", "$1")))).isSorted();
  }

  @Test
  void saysHowManyOfTheRecordsAreWritten() {
    var progress = new LoadProgress();
    progress.begin(Stage.ELDERS);

    progress.reach(Stage.ELDERS, 10_000, 20_000);

    assertThat(said.list.getLast().getFormattedMessage()).isEqualTo("载入城市 77%：老年人 10,000／20,000");
  }
}
