package org.zhiyang.loop;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Walks elders through the whole loop, a wave of them in a service month, and checks the books after each wave. */
public final class LoopRun {
  private final Cast cast;
  private final Crowd crowd;
  private final CityClock clock;
  private final Consumer<String> say;

  /** @param accounts the file of demo accounts the server wrote; @param clients how many calls run at a time */
  public LoopRun(Platform platform, Path accounts, int clients, Consumer<String> say) {
    this.cast = new Cast(platform, accounts);
    this.crowd = new Crowd(clients, say);
    this.clock = new CityClock(cast.administrator);
    this.say = say;
  }

  /** {@code clockSeconds} of {@code seconds} went by while the city did the daily work of skipped days; {@code faults} is empty when nothing was lost or doubled. */
  public record Result(int instances, double seconds, double clockSeconds, List<String> faults) {}

  /** Leaves walkers at every step of the loop, as in a city in the middle of its work. */
  public void leaveAtEveryStep(int instances, long seed) {
    new LoopWalk(cast, crowd, clock, instances, seed * 1000 + 999).toEveryStep(cast.demoElder());
  }

  public Result walk(int instances, int wave, long seed) {
    var faults = new ConcurrentLinkedQueue<String>();
    var seconds = 0.0;
    for (var done = 0; done < instances; done += wave) {
      var walk = new LoopWalk(cast, crowd, clock, Math.min(wave, instances - done), seed * 1000 + done);
      say.accept("服务月份 " + walk.month() + "，" + walk.walkers().size() + " 位老人");
      var began = System.nanoTime();
      walk.toConfirmedVisits();
      new MonthEnd(cast, crowd, clock, walk.walkers(), walk.month()).toClosedCases();
      seconds += (System.nanoTime() - began) / 1e9;
      crowd.each(walk.walkers(), w -> faults.addAll(new Books(cast).faultsOf(w)));
    }
    return new Result(instances, seconds, clock.waitedSeconds(), List.copyOf(faults));
  }
}
