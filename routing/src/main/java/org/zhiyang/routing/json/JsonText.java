package org.zhiyang.routing.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.RoutingRefusal;

/** Reads JSON text into maps, lists, strings, doubles, booleans and nulls; the module has no library for it. Refuses with the line of the first fault. */
public final class JsonText {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  public static @Nullable Object read(String text) {
    var reader = new JsonText(text.startsWith("\uFEFF") ? text.substring(1) : text);
    var value = reader.value(0);
    reader.blank();
    if (reader.at < reader.text.length()) throw reader.refusal();
    return value;
  }

  /** As a text between quotes. */
  public static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < ' ') quoted.append("\\u%04x".formatted((int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  private @Nullable Object value(int depth) {
    if (depth > DEEPEST) throw refusal();
    blank();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    at++;
    blank();
    if (taken('}')) return fields;
    do {
      blank();
      if (peek() != '"') throw refusal();
      var name = string();
      if (fields.containsKey(name)) throw new RoutingRefusal("第 %d 行又写了一次“%s”，不知道以哪个为准，请只留一个。".formatted(line(), name));
      blank();
      if (!taken(':')) throw refusal();
      fields.put(name, value(depth + 1));
      blank();
    } while (taken(','));
    if (!taken('}')) throw refusal();
    return fields;
  }

  private List<@Nullable Object> array(int depth) {
    var items = new ArrayList<@Nullable Object>();
    at++;
    blank();
    if (taken(']')) return items;
    do {
      items.add(value(depth + 1));
      blank();
    } while (taken(','));
    if (!taken(']')) throw refusal();
    return items;
  }

  private String string() {
    var read = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') throw refusal();
      read.append(c == '\\' ? escaped() : c);
    }
    at++;
    return read.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) throw refusal();
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> throw refusal();
    };
  }

  private Double number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
    try {
      return Double.valueOf(text.substring(from, at));
    } catch (NumberFormatException unreadable) {
      at = from;
      throw refusal();
    }
  }

  private @Nullable Object word(String word, @Nullable Object meaning) {
    if (!text.startsWith(word, at)) throw refusal();
    at += word.length();
    return meaning;
  }

  private void blank() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
  }

  private char peek() {
    if (at >= text.length()) throw refusal();
    return text.charAt(at);
  }

  private boolean taken(char c) {
    if (at >= text.length() || text.charAt(at) != c) return false;
    at++;
    return true;
  }

  private RoutingRefusal refusal() {
    return new RoutingRefusal("第 %d 行不是有效的 JSON，请检查文件。".formatted(line()));
  }

  private long line() {
    return text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count() + 1;
  }
}
