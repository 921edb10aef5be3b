package org.zhiyang.platform.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A report as comma-separated values for a spreadsheet, written row by row: byte order mark, CRLF, quotes doubled, and nothing that a spreadsheet would take for a formula.
 *  Example: {@code CsvDownload.of("助急响应", HEAD, row -> list.forEach(r -> row.accept(cells(r))))}. */
public final class CsvDownload {
  private CsvDownload() {}

  /** @param rows gets where to put each row; runs when the answer is written, outside the caller's transaction */
  public static ResponseEntity<StreamingResponseBody> of(String name, List<String> head, Consumer<Consumer<List<? extends @Nullable Object>>> rows) {
    StreamingResponseBody body = out -> {
      var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      writer.write("\uFEFF" + line(head));
      rows.accept(cells -> {
        try {
          writer.write(line(cells));
        } catch (IOException gone) {
          throw new UncheckedIOException(gone);
        }
      });
      writer.flush();
    };
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + ".csv", StandardCharsets.UTF_8).build().toString())
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8").body(body);
  }

  static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(CsvDownload::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(@Nullable Object value) {
    if (value == null) return "";
    var text = value.toString();
    if (!(value instanceof Number) && text.matches("(?s)[=+\\-@\\t\\r].*")) text = "'" + text;
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
