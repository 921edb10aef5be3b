package org.zhiyang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cluster's files in {@code <data>/postgres}: made once by initdb (UTF8, scram, data checksums), then kept. */
record PostgresCluster(Path files, PostgresBinaries binaries, PostgresUser user) {
  static Path filesIn(Path dataDirectory) {
    return dataDirectory.resolve("postgres");
  }

  /** Makes the cluster if it is not there; a half-made one of an earlier, killed start is thrown away. */
  static PostgresCluster prepare(Path dataDirectory, PostgresBinaries binaries, PostgresUser user, PostgresAccess access)
      throws IOException, InterruptedException {
    var cluster = new PostgresCluster(filesIn(dataDirectory), binaries, user);
    if (!Files.exists(cluster.files)) cluster.create(dataDirectory, access);
    user.own(cluster.files);
    cluster.checkMajorVersion();
    return cluster;
  }

  private void create(Path dataDirectory, PostgresAccess access) throws IOException, InterruptedException {
    var fresh = dataDirectory.resolve("postgres.new");
    PostgresBinaries.deleteTree(fresh);
    Files.createDirectory(fresh);
    user.own(fresh);
    var passwordFile = dataDirectory.resolve("postgres.password");
    Files.deleteIfExists(passwordFile);
    PostgresAccess.writePrivately(passwordFile, access.administratorPassword());
    user.own(passwordFile);
    try {
      run(user.command(binaries.program("initdb").toString(),
          "--pgdata=" + fresh, "--username=" + PostgresAccess.ADMINISTRATOR, "--pwfile=" + passwordFile,
          "--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8"));
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(fresh, files, StandardCopyOption.ATOMIC_MOVE);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(binaries.home().toFile());
    cleanEnvironment(builder.environment());
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() == 0) return;
    if (DatabaseStartRefusal.speaksOfFullDisk(output)) throw DatabaseStartRefusal.diskFull(files.getParent(), null);
    throw new IOException("initdb failed:\n" + output);
  }

  /** PGDATA, PGPORT and the like of whoever starts us must not reach the programs. */
  static void cleanEnvironment(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C.UTF-8");
  }

  private void checkMajorVersion() throws IOException {
    var found = Files.readString(files.resolve("PG_VERSION")).strip();
    var ours = PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));
    if (found.equals(ours)) return;
    throw new DatabaseStartRefusal(
        "%s 由 PostgreSQL %s 创建，本程序带的是 %s。请用原来的版本导出数据后再升级。".formatted(files, found, ours),
        "%s was made by PostgreSQL %s, this program brings %s. Export with the old version before upgrading.".formatted(files, found, ours));
  }

  /** The server's command line: everything that matters stands here, nothing in edited configuration files. */
  List<String> serverCommand(int port, long machineMemoryMegabytes) {
    var sharedBuffers = Math.clamp(machineMemoryMegabytes / 16, 64, 512);
    var settings = List.of(
        "listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=",
        "max_connections=60", "shared_buffers=" + sharedBuffers + "MB", "effective_cache_size=" + sharedBuffers * 4 + "MB",
        "work_mem=8MB", "maintenance_work_mem=128MB", "random_page_cost=1.1", "jit=off",
        "fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_wal_size=2GB", "checkpoint_timeout=15min",
        "timezone=Asia/Shanghai", "log_timezone=Asia/Shanghai", "log_line_prefix=%m [%p] ", "logging_collector=off",
        // Personal data stays out of the log: no row contents (terse), no parameters.
        "log_error_verbosity=terse", "log_parameter_max_length=0", "log_parameter_max_length_on_error=0");
    var command = new ArrayList<>(user.command(binaries.program("postgres").toString(), "-D", files.toString()));
    for (var setting : settings) command.addAll(List.of("-c", setting));
    return command;
  }
}
