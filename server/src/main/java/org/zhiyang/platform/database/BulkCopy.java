package org.zhiyang.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes many rows into one table with PostgreSQL's {@code COPY} in text form: one call of {@link #value} per column, then {@link #endRow}.
 *  Not for many threads. Closing without {@link #finish} cancels the copy. */
public final class BulkCopy implements AutoCloseable {
  private static final int FLUSH_CHARS = 256 * 1024;

  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(FLUSH_CHARS + 8 * 1024);
  private boolean rowStarted;

  /** @param target table and columns, e.g. {@code elder.elder (id, name)}; constants of our own code only, never input */
  public BulkCopy(Connection connection, String target) throws SQLException {
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
  }

  public BulkCopy value(@Nullable String text) {
    separate();
    if (text == null) {
      buffer.append("\\N");
      return this;
    }
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '\\' -> buffer.append("\\\\");
        case '\t' -> buffer.append("\\t");
        case '\n' -> buffer.append("\\n");
        case '\r' -> buffer.append("\\r");
        default -> buffer.append(c);
      }
    }
    return this;
  }

  public BulkCopy value(byte @Nullable [] bytes) {
    separate();
    if (bytes == null) buffer.append("\\N");
    else buffer.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    return this;
  }

  public BulkCopy value(@Nullable UUID id) {
    return plain(id);
  }

  public BulkCopy value(@Nullable LocalDate day) {
    return plain(day);
  }

  public BulkCopy value(@Nullable Number number) {
    return plain(number);
  }

  public BulkCopy value(@Nullable Enum<?> constant) {
    return plain(constant == null ? null : constant.name());
  }

  public BulkCopy value(boolean truth) {
    separate();
    buffer.append(truth ? 't' : 'f');
    return this;
  }

  public void endRow() {
    buffer.append('\n');
    rowStarted = false;
    if (buffer.length() >= FLUSH_CHARS) flush();
  }

  /** Ends the copy; returns the number of rows the server took. */
  public long finish() throws SQLException {
    flush();
    return copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) copy.cancelCopy();
  }

  private BulkCopy plain(@Nullable Object value) {
    separate();
    if (value == null) buffer.append("\\N");
    else buffer.append(value);
    return this;
  }

  private void separate() {
    if (rowStarted) buffer.append('\t');
    rowStarted = true;
  }

  private void flush() {
    try {
      var bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      buffer.setLength(0);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("the database refused a copied row: " + e.getMessage(), e));
    }
  }
}
