package org.zhiyang.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second server away from a data folder; the operating system releases it however the process ends. */
final class DataDirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DataDirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock at once or throws {@link DatabaseStartRefusal} naming the process that holds it. */
  static DataDirectoryLock take(Path dataDirectory) throws IOException {
    var file = dataDirectory.resolve("zhiyang.lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) throw taken(dataDirectory, file);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
      return new DataDirectoryLock(channel);
    } catch (OverlappingFileLockException alreadyOurs) {
      channel.close();
      throw taken(dataDirectory, file);
    } catch (IOException | RuntimeException fault) {
      channel.close();
      throw fault;
    }
  }

  private static DatabaseStartRefusal taken(Path dataDirectory, Path file) throws IOException {
    var holder = Files.readString(file).strip();
    return new DatabaseStartRefusal(
        "数据文件夹 %s 正被另一个智养进程使用（进程号 %s）。请先停止它，或另选数据文件夹。".formatted(dataDirectory, holder),
        "The data folder %s is in use by another Zhiyang process (pid %s). Stop it first or choose another folder."
            .formatted(dataDirectory, holder));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
