package org.zhiyang.funding.settlement.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of comma-separated values (RFC 4180) as bank files use them: a field with a comma, a quote or a line break stands in quotes. */
final class Csv {
  private Csv() {}

  static String row(String... fields) {
    return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(","));
  }

  private static String field(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** All rows that are not empty; CRLF and LF both end a row; a byte order mark is skipped. */
  static List<List<String>> rows(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var field = new StringBuilder();
    var quoted = false;
    for (var i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (quoted) {
        if (c != '"') field.append(c);
        else if (i + 1 < text.length() && text.charAt(i + 1) == '"') field.append(text.charAt(i++));
        else quoted = false;
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        row.add(field.toString());
        field.setLength(0);
      } else if (c == '\n') {
        end(rows, row, field);
        row = new ArrayList<>();
      } else if (c != '\r') {
        field.append(c);
      }
    }
    end(rows, row, field);
    return rows;
  }

  private static void end(List<List<String>> rows, List<String> row, StringBuilder field) {
    if (!row.isEmpty() || !field.isEmpty()) {
      row.add(field.toString());
      rows.add(row);
    }
    field.setLength(0);
  }
}
