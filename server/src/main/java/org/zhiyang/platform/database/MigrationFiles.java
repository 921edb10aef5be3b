package org.zhiyang.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The SQL files of all modules as they lie on the class path: rooms in the order given, the modules of a room by name, before them what belongs to none. */
record MigrationFiles(ClassLoader loader, List<Folder> folders) {
  private static final String ROOT = "__root";

  /** One module's folder, such as {@code db/migration/registry/elder}, with its files by name. */
  record Folder(String path, SortedMap<String, Resource> files) {
    String module() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean isRoot() {
      return module().equals(ROOT);
    }
  }

  /** @param base folder of the rooms on the class path, {@code db/migration} */
  static MigrationFiles below(String base, List<String> rooms, ClassLoader loader) {
    var resolver = new PathMatchingResourcePatternResolver(loader);
    var folders = new TreeMap<String, Folder>(Comparator.<String>comparingInt(path -> rooms.indexOf(path.split("/")[base.split("/").length]))
        .thenComparing(Comparator.naturalOrder()));
    try {
      for (var file : resolver.getResources("classpath*:" + base + "/*/*/*.sql")) {
        var words = file.getURL().getPath().split("/");
        var room = words[words.length - 3];
        if (!rooms.contains(room)) throw new IllegalStateException("migrations of an unknown room: " + file);
        var path = String.join("/", base, room, words[words.length - 2]);
        folders.computeIfAbsent(path, p -> new Folder(p, new TreeMap<>())).files.put(words[words.length - 1], file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (folders.isEmpty()) throw new IllegalStateException("no migrations on the class path: the program is incomplete");
    var ordered = new ArrayList<>(folders.values());
    ordered.sort(Comparator.comparing(folder -> !folder.isRoot()));
    return new MigrationFiles(loader, List.copyOf(ordered));
  }

  /** 64 hexadecimal digits that change with any file's name or content, and with Flyway's version. */
  String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.valueOf(Flyway.class.getPackage().getImplementationVersion()).getBytes());
      for (var folder : folders) {
        for (var file : folder.files.entrySet()) {
          var content = file.getValue().getContentAsByteArray();
          digest.update((folder.path + "/" + file.getKey() + "\0" + content.length + "\0").getBytes());
          digest.update(content);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
