package org.zhiyang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bin/test puts on a machine: a browser where there is none and whoever starts it may install one; nothing else unasked. */
class BrowserForTestsTests {
  @TempDir Path machine;

  @BeforeEach
  void aMachineThatOnlyNotesWhatIsInstalled() throws IOException {
    program("apt-get", "echo \"$@\" >> " + machine.resolve("apt"));
    program("sudo", "exit 1");
    program("a-browser", "exit 0");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      true,  true,  0,    nothing,                    nothing
      true,  false, 0,    nothing,                    需要截图时执行：apt-get install fonts-noto-cjk
      true,  false, 1000, nothing,                    需要截图时执行：apt-get install fonts-noto-cjk
      false, true,  0,    chromium,                   安装浏览器测试所需：chromium
      false, false, 0,    chromium fonts-noto-cjk,    安装浏览器测试所需：chromium fonts-noto-cjk
      false, false, 1000, nothing,                    浏览器测试缺少 chromium fonts-noto-cjk。请执行：sudo""")
  void fontsComeWithAMissingBrowserOnly(boolean browser, boolean fonts, int user, String installed, String said) throws Exception {
    program("fc-list", fonts ? "echo /usr/share/fonts/NotoSansCJK-Regular.ttc: Noto Sans CJK SC" : "exit 0");
    program("id", "echo " + user);

    var words = run(browser ? "a-browser" : "no-browser");

    assertThat(apt()).isEqualTo(installed);
    if (said.equals("nothing")) assertThat(words).isEmpty();
    else assertThat(words).contains(said).hasLineCount(1);
  }

  @Test
  void sudoInstallsToo() throws Exception {
    program("fc-list", "exit 0");
    program("id", "echo 1000");
    program("sudo", "shift; \"$@\"");

    run("no-browser");

    assertThat(apt()).isEqualTo("chromium fonts-noto-cjk");
  }

  @Test
  void helpSaysHowLongItTakes() throws Exception {
    assertThat(output(new ProcessBuilder("bash", "../bin/test", "--help"))).contains("约二十分钟").doesNotContain("一小时");
  }

  /** The packages asked for, or "nothing". */
  private String apt() throws IOException {
    var log = machine.resolve("apt");
    if (!Files.exists(log)) return "nothing";
    return Files.readAllLines(log).stream().filter(line -> line.startsWith("install")).findFirst().orElse("nothing").replace("install -y --no-install-recommends ", "");
  }

  private String run(String browser) throws Exception {
    var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", ". ../bin/lib.sh; BUILD=$1; install_browser", "test", machine.toString());
    shell.environment().put("PATH", machine + ":" + System.getenv("PATH"));
    shell.environment().put("CHROMIUM", browser);
    return output(shell);
  }

  private static String output(ProcessBuilder shell) throws Exception {
    var process = shell.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private void program(String name, String does) throws IOException {
    var file = Files.writeString(machine.resolve(name), "#!/bin/sh\n" + does + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
