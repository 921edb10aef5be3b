package org.zhiyang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The demo server that works on this data folder, as {@code bin/run} left word of it.
 *
 *  @param url where it listens; @param accounts the file with the demo accounts */
public record RunningServer(String url, Path accounts) {

  /** Empty when none runs; then it has been said what to do. */
  public static Optional<RunningServer> find(PrintWriter errors) throws IOException {
    var data = Path.of(System.getProperty("zhiyang.data-directory", "data"));
    var word = data.resolve("server.properties");
    var accounts = data.resolve("accounts.json");
    if (Files.notExists(word) || Files.notExists(accounts)) {
      errors.println("数据文件夹 %s 里没有正在运行的演示服务。请先用 bin/run 启动；启动时另选了 --data 的，请在命令前写 ZHIYANG_DATA=那个文件夹。".formatted(data.toAbsolutePath().normalize()));
      return Optional.empty();
    }
    var server = new Properties();
    try (var in = Files.newInputStream(word)) {
      server.load(in);
    }
    return Optional.of(new RunningServer(server.getProperty("url"), accounts));
  }
}
