package org.zhiyang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/run --map}: a file that is no map is told in one line, before anything is built. That a real one is read, {@code RealExtractTests} of roads/ shows. */
class MapOptionTests {
  private static final Path RUN = Path.of("../bin/run").toAbsolutePath().normalize();

  @TempDir Path folder;

  record Ended(int status, List<String> said) {}

  @Test
  void aMapThatIsNotThereIsToldBeforeAnythingIsBuilt() throws Exception {
    var ended = run("--map", folder.resolve("nowhere.osm.pbf").toString());

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.said()).singleElement().asString().contains("nowhere.osm.pbf", "不存在或无法读取");
  }

  @Test
  void aFolderIsNoMap() throws Exception {
    assertThat(run("--map", folder.toString()).said()).singleElement().asString().contains("不存在或无法读取");
  }

  @Test
  void aFileOfAnotherKindIsToldToo() throws Exception {
    var letter = Files.writeString(folder.resolve("letter.osm.pbf"), "尊敬的各位：");

    var ended = run("--map", letter.toString());

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.said()).singleElement().asString().contains("不是 OpenStreetMap 的 .osm.pbf 文件");
  }

  @Test
  void theHelpNamesIt() throws Exception {
    assertThat(String.join("\n", run("--help").said())).contains("--map FILE");
  }

  private static Ended run(String... options) throws IOException, InterruptedException {
    var process = new ProcessBuilder().command("bash", RUN.toString()).redirectErrorStream(true);
    process.command().addAll(List.of(options));
    var started = process.start();
    var said = new String(started.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    assertThat(started.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Ended(started.exitValue(), said);
  }
}
