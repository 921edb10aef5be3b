package org.zhiyang.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhiyang.loop.LoopRun;
import org.zhiyang.loop.Platform;
import org.zhiyang.loop.StepTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zhiyang simulate loop}: brings life to a running demo city. Invented elders of one county walk through the loop over the public API, each act by the account of the person who does it, while
 *  the demo clock moves on for about three months: half of them to the closed case, the others to every step on the way. */
@Command(name = "loop", description = "让演示城市运转起来：虚拟老人走完全程或停在各个环节，演示时钟随之前进约三个月")
public final class SimulateLoop implements ZhiyangCommand {
  private static final int CLIENTS = 6;
  private static final int WAVE = 100;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--elders", defaultValue = "48", paramLabel = "人数", description = "虚拟老人数，默认 ${DEFAULT-VALUE}，最多 2000")
  int elders;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "种子", description = "换一个种子，换一批人")
  long seed;

  @Override
  public String parent() {
    return "simulate";
  }

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    if (elders < 16 || elders > 2000) {
      line.getErr().println("人数 " + elders + " 不能用。请写 16 到 2000 之间的整数。");
      return 2;
    }
    var server = RunningServer.find(line.getErr()).orElse(null);
    if (server == null) return 2;
    if (server.url().startsWith("https")) {
      line.getErr().println("服务用自签证书运行，本命令连不上。请不带 --https 启动后再执行。");
      return 2;
    }
    var platform = new Platform(URI.create(server.url()), Duration.ofSeconds(30), new StepTimes());
    try {
      var run = new LoopRun(platform, server.accounts(), CLIENTS, line.getOut()::println);
      var result = run.walk(elders / 2, WAVE, seed);
      run.leaveAtEveryStep(elders - elders / 2, seed);
      result.faults().forEach(line.getErr()::println);
      return result.faults().isEmpty() ? 0 : 1;
    } catch (IllegalStateException stopped) {
      var cause = stopped.getCause() == null ? stopped : stopped.getCause();
      line.getErr().println("没有走完：" + cause.getMessage());
      line.getErr().println("已经走过的部分留在城市里；可以再执行一次，会换一批人。");
      return 1;
    }
  }
}
