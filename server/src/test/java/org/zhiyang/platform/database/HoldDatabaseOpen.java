package org.zhiyang.platform.database;

import java.nio.file.Path;

/** A process of its own that opens a data folder and holds it until it is killed; says "open" when it has it. */
public final class HoldDatabaseOpen {
  private HoldDatabaseOpen() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
      System.out.println("open " + postgres.jdbcUrl());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  static Process launch(Path data) throws java.io.IOException {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
        HoldDatabaseOpen.class.getName(), data.toString()).redirectErrorStream(true).start();
  }
}
