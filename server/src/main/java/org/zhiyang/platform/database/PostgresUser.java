package org.zhiyang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL's programs run, because they refuse to run as root: an ordinary user stays himself;
 * root steps into a user namespace of his own, or, where there is none, down to nobody.
 */
enum PostgresUser {
  OURSELVES(List.of()),
  OWN_NAMESPACE(List.of("unshare", "-U")),
  FIXED_USER(List.of("setpriv", "--reuid=" + PostgresUser.FIXED_UID, "--regid=" + PostgresUser.FIXED_UID, "--clear-groups"));

  /** nobody and nogroup: a fresh Debian has no postgres user, and initdb refuses a number that has no name. */
  static final int FIXED_UID = 65534;

  private final List<String> prefix;

  PostgresUser(List<String> prefix) {
    this.prefix = prefix;
  }

  List<String> prefix() {
    return prefix;
  }

  /** Chooses by trying; {@code binaries} must be readable for the user chosen. */
  static PostgresUser choose(Path binaries) throws IOException {
    if (currentUid() != 0) return OURSELVES;
    if (works(List.of("unshare", "-U", "true"))) return OWN_NAMESPACE;
    if (!works(FIXED_USER.command("true"))) {
      throw new DatabaseStartRefusal(
          "PostgreSQL 不能以 root 运行，而这里既没有用户命名空间（unshare）也不能切换用户（setpriv）。请用普通用户启动智养。",
          "PostgreSQL cannot run as root, and neither unshare -U nor setpriv works here. Start Zhiyang as an ordinary user.");
    }
    if (!works(FIXED_USER.command("test", "-x", binaries.toString()))) {
      throw new DatabaseStartRefusal(
          "数据文件夹 %s 对数据库用户（uid %d）不可达。请把数据放到 root 主目录以外，例如 /var/lib/zhiyang。".formatted(binaries.getParent(), FIXED_UID),
          "The data folder %s cannot be reached by the database user (uid %d). Put it outside root's home, e.g. /var/lib/zhiyang."
              .formatted(binaries.getParent(), FIXED_UID));
    }
    return FIXED_USER;
  }

  List<String> command(String... words) {
    var command = new java.util.ArrayList<>(prefix);
    command.addAll(List.of(words));
    return command;
  }

  /** Hands a file or a whole folder to the user PostgreSQL will run as; nothing happens if it is his already. */
  void own(Path path) throws IOException {
    var uid = switch (this) {
      case OURSELVES -> currentUid();
      case OWN_NAMESPACE -> 0;
      case FIXED_USER -> FIXED_UID;
    };
    if (ownerOf(path) == uid) return;
    if (this == OURSELVES) {
      throw new DatabaseStartRefusal(
          "%s 属于另一个用户。请用创建它的用户启动智养，或另选数据文件夹。".formatted(path),
          "%s belongs to another user. Start Zhiyang as the user who made it, or choose another data folder.".formatted(path));
    }
    List<Path> paths;
    try (var tree = Files.walk(path)) {
      paths = tree.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (var each : paths) {
      Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(each, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static int ownerOf(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** The effective user, second number of the line "Uid:" in proc(5). */
  private static int currentUid() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      var uids = lines.filter(line -> line.startsWith("Uid:")).findFirst().orElseThrow();
      return Integer.parseInt(uids.split("\\s+")[2]);
    }
  }

  private static boolean works(List<String> command) throws IOException {
    try {
      var process = new ProcessBuilder(command)
          .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (process.waitFor(10, TimeUnit.SECONDS)) return process.exitValue() == 0;
      process.destroyForcibly();
      return false;
    } catch (IOException programMissing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while starting the database", interrupted);
    }
  }
}
