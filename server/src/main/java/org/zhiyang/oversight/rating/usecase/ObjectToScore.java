package org.zhiyang.oversight.rating.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.oversight.rating.domain.Score.Objected;
import org.zhiyang.oversight.rating.store.Objections;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.access.Actor;

/** The provider does not accept its month and says why, naming what it means where it can. */
@Component
public class ObjectToScore {
  private final Scores scores;
  private final Objections objections;
  private final Clock clock;

  ObjectToScore(Scores scores, Objections objections, Clock clock) {
    this.scores = scores;
    this.objections = objections;
    this.clock = clock;
  }

  @Transactional
  public void handle(UUID id, String words, List<Objected> objected, Actor by) {
    var score = scores.get(id, by.scope());
    score.object(objected, LocalDate.now(clock));
    scores.save(score);
    objections.add(Generators.timeBasedEpochGenerator().generate(), id, words, objected, by, clock.instant());
  }
}
