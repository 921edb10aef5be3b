package org.zhiyang.platform.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The folder of sealed contents, {@code <data>/files/ab/cd…}, named by the digest. A content is written beside its place, forced to disk and moved there in one step:
 *  after a crash or on a full disk it is there whole or not at all. */
final class ContentFolder {
  private final Path root;

  ContentFolder(Path root) {
    this.root = root;
  }

  boolean has(String digest) {
    return Files.isRegularFile(place(digest));
  }

  byte[] read(String digest) {
    try {
      return Files.readAllBytes(place(digest));
    } catch (IOException e) {
      throw new UncheckedIOException("the content of a stored file cannot be read", e);
    }
  }

  /** Does nothing when the content is there. */
  void write(String digest, byte[] sealed) {
    var place = place(digest);
    if (Files.isRegularFile(place)) return;
    var fresh = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      Files.createDirectories(place.getParent());
      try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var buffer = ByteBuffer.wrap(sealed);
        while (buffer.hasRemaining()) channel.write(buffer);
        channel.force(true);
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(place.getParent());
    } catch (IOException e) {
      forget(fresh);
      throw new FileRefusal.NoRoom();
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void forget(Path fresh) {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException leftForTheOperator) {
      // a .new file is never read; the next start's cleaning or the operator removes it
    }
  }

  private Path place(String digest) {
    if (!digest.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("a digest has 64 hex digits");
    return root.resolve(digest.substring(0, 2)).resolve(digest.substring(2) + ".sealed");
  }
}
