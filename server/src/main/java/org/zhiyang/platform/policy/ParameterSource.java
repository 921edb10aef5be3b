package org.zhiyang.platform.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where profile files come from: a directory on disk, or the files that travel in the jar. Paths use "/" and are relative. */
public interface ParameterSource {

  /** Paths of the files directly in a folder, for example {@code national/parameters/x.yaml}; empty when there is none. */
  List<String> list(String folder) throws IOException;

  InputStream open(String path) throws IOException;

  /** Files below {@code root}. */
  static ParameterSource of(Path root) {
    return new ParameterSource() {
      @Override
      public List<String> list(String folder) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
          return List.of();
        }
        try (var files = Files.list(root.resolve(folder))) {
          return files.filter(Files::isRegularFile).map(f -> folder + "/" + f.getFileName()).sorted().toList();
        }
      }

      @Override
      public InputStream open(String path) throws IOException {
        return Files.newInputStream(root.resolve(path));
      }
    };
  }
}
