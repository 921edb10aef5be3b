package org.zhiyang.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The SQL files of all modules as they lie on the class path, {@code <room>/<module id>/V1__words.sql}: rooms in the order given, modules by name. */
record MigrationFiles(List<Folder> folders) {
  private static final String ROOT = "__root";

  /** One module's folder, {@code db/migration/registry/elder}, with its files by name. */
  record Folder(String path, TreeMap<String, Resource> files) {
    String module() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What belongs to no module; comes first. */
    boolean isRoot() {
      return module().equals(ROOT);
    }
  }

  static MigrationFiles below(Location[] rooms, ClassLoader loader) {
    var resolver = new PathMatchingResourcePatternResolver(loader);
    var folders = new ArrayList<Folder>();
    try {
      for (var room : rooms) {
        var ofRoom = new TreeMap<String, Folder>();
        for (var file : resolver.getResources("classpath*:" + room.getRootPath() + "/*/*.sql")) {
          var words = file.getURL().getPath().split("/");
          var path = room.getRootPath() + "/" + words[words.length - 2];
          ofRoom.computeIfAbsent(path, p -> new Folder(p, new TreeMap<>())).files.put(words[words.length - 1], file);
        }
        folders.addAll(ofRoom.values());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (folders.isEmpty()) throw new IllegalStateException("no migrations on the class path: the program is incomplete");
    folders.sort(Comparator.comparing(folder -> !folder.isRoot()));
    return new MigrationFiles(List.copyOf(folders));
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
