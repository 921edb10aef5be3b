package org.zhiyang.need.eligibility.rules;

import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A sentence of a rule with expressions in braces: {@code 现在 {elder.age} 周岁，还差 {figure.voucher_minimum_age - elder.age} 年}. What is not known is written 未知. */
final class Template {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  private final List<Object> parts;

  private Template(List<Object> parts) {
    this.parts = parts;
  }

  static Template compile(String text) {
    var parts = new ArrayList<Object>();
    var at = 0;
    var braces = BRACES.matcher(text);
    while (braces.find()) {
      parts.add(text.substring(at, braces.start()));
      parts.add(Expression.compile(braces.group(1), SimpleType.DYN));
      at = braces.end();
    }
    var rest = text.substring(at);
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) throw new Expression.BadExpression(text, "花括号不成对");
    parts.add(rest);
    return new Template(List.copyOf(parts));
  }

  String fill(Facts facts) {
    var text = new StringBuilder();
    for (var part : parts) {
      text.append(part instanceof Expression expression
          ? switch (expression.evaluate(facts)) {
            case Expression.Result.Value v -> v.value().toString();
            case Expression.Result.Undecidable u -> "未知";
          } : part);
    }
    return text.toString();
  }
}
