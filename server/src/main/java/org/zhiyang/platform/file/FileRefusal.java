package org.zhiyang.platform.file;

/** An expected "no" to a file. */
public abstract sealed class FileRefusal extends RuntimeException {
  private FileRefusal(String message) {
    super(message, null, false, false);
  }

  /** Larger than {@code limitBytes}, or empty ({@code bytes} 0). */
  public static final class WrongSize extends FileRefusal {
    private final long bytes;
    private final long limitBytes;

    public WrongSize(long bytes, long limitBytes) {
      super("file is empty or too large");
      this.bytes = bytes;
      this.limitBytes = limitBytes;
    }

    public long bytes() {
      return bytes;
    }

    public long limitBytes() {
      return limitBytes;
    }
  }

  /** The content is none of the kinds that are kept, whatever its name says. */
  public static final class UnknownKind extends FileRefusal {
    public UnknownKind() {
      super("content is not of a kind that is kept");
    }
  }

  /** The disk could not take it; nothing was kept. */
  public static final class NoRoom extends FileRefusal {
    public NoRoom() {
      super("content could not be written");
    }
  }
}
