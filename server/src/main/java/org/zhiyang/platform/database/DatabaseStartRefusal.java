package org.zhiyang.platform.database;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why the embedded database cannot start here, in a Chinese and an English sentence that say what to do next. */
public final class DatabaseStartRefusal extends RuntimeException {
  public DatabaseStartRefusal(String chinese, String english) {
    this(chinese, english, null);
  }

  public DatabaseStartRefusal(String chinese, String english, @Nullable Throwable cause) {
    super(chinese + "\n" + english, cause);
  }

  static DatabaseStartRefusal diskFull(Object place, @Nullable Throwable cause) {
    return new DatabaseStartRefusal(
        "磁盘已满：%s 所在的磁盘没有足够空间。请清理磁盘，或另选数据文件夹（zhiyang.data-directory）后重新启动。".formatted(place),
        "Disk full: no room left where %s lies. Free some space or choose another zhiyang.data-directory.".formatted(place),
        cause);
  }

  static RuntimeException of(IOException fault, Object place) {
    var message = String.valueOf(fault.getMessage());
    if (speaksOfFullDisk(message)) return diskFull(place, fault);
    if (fault instanceof java.nio.file.AccessDeniedException) {
      return new DatabaseStartRefusal(
          "没有权限读写 %s。请用创建该文件夹的用户启动，或另选数据文件夹（zhiyang.data-directory）。".formatted(place),
          "Not allowed to read or write %s. Start as the user who made it, or choose another zhiyang.data-directory.".formatted(place),
          fault);
    }
    return new java.io.UncheckedIOException(fault);
  }

  static boolean speaksOfFullDisk(String text) {
    return text.contains("No space left on device") || text.contains("Disk quota exceeded");
  }
}
