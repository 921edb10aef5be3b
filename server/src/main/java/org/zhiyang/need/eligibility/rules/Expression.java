package org.zhiyang.need.eligibility.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One checked expression of a rule. Evaluating it gives a value or says why there is none; it never throws for what is or is not known of an elder. */
final class Expression {
  private final CelRuntime.Program program;
  private final Set<String> words;

  private Expression(CelRuntime.Program program, Set<String> words) {
    this.program = program;
    this.words = words;
  }

  /** A value, or the reasons in Chinese why it cannot be computed. */
  sealed interface Result {
    record Value(Object value) implements Result {}

    record Undecidable(List<String> missing) implements Result {}
  }

  /** @throws BadExpression with what is wrong, as the checker says it (unknown word, wrong type) */
  static Expression compile(String text, CelType result) {
    try {
      var cel = Vocabulary.cel(result);
      var ast = cel.compile(text).getAst();
      return new Expression(cel.createProgram(ast), wordsOf(ast));
    } catch (CelValidationException | CelEvaluationException wrong) {
      throw new BadExpression(text, String.valueOf(wrong.getMessage()).replaceAll("\\s*\\R\\s*", " "));
    }
  }

  private static Set<String> wordsOf(CelAbstractSyntaxTree ast) {
    var words = new LinkedHashSet<String>();
    CelNavigableAst.fromAst(ast).getRoot().allNodes().map(node -> node.expr())
        .filter(e -> e.getKind() == CelExpr.ExprKind.Kind.SELECT && e.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT)
        .forEach(e -> words.add(e.select().operand().ident().name() + "." + e.select().field()));
    return Collections.unmodifiableSet(words);
  }

  Set<String> words() {
    return words;
  }

  boolean usesLevel() {
    return words.stream().anyMatch(Vocabulary.OF_LEVEL::contains);
  }

  Result evaluate(Facts facts) {
    try {
      return new Result.Value(program.eval(facts.variables()));
    } catch (CelEvaluationException cannot) {
      var missing = new ArrayList<String>();
      for (var word : words) {
        if (!facts.knows(word)) missing.add(facts.unknown().getOrDefault(word, word));
      }
      if (missing.isEmpty()) {
        missing.add(switch (cannot.getErrorCode()) {
          case DIVIDE_BY_ZERO -> "规则里的算式除以了零，请核对规则和参数";
          case NUMERIC_OVERFLOW -> "规则里的算式超出了数值范围，请核对规则和参数";
          default -> "规则不能计算（" + cannot.getErrorCode() + "），请核对规则和参数";
        });
      }
      return new Result.Undecidable(missing.stream().distinct().toList());
    }
  }

  static final class BadExpression extends RuntimeException {
    BadExpression(String text, String wrong) {
      super("表达式 " + text + " 不成立：" + wrong);
    }
  }
}
