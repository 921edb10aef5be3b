package org.zhiyang.need.eligibility.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.zhiyang.need.eligibility.domain.Benefit;
import org.zhiyang.need.eligibility.domain.BenefitDecision;
import org.zhiyang.need.eligibility.domain.Determination;
import org.zhiyang.platform.policy.MalformedParameters;
import org.zhiyang.platform.policy.ProfileYaml;

/** All rules of the running city: the national ones, of which a city's file replaces those with the same code, and the city's own. */
public final class RuleBook {
  private static final String CODE = "[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+";

  private final Future<List<Rule>> rules;

  private RuleBook(Future<List<Rule>> rules) {
    this.rules = rules;
  }

  /** One file: its path below the profiles folder and its bytes; national files first. */
  public record File(String path, byte[] content) {}

  /** Reads and checks every rule. @throws MalformedParameters with every fault, each with its file and rule */
  public static RuleBook read(List<File> files) {
    return new RuleBook(CompletableFuture.completedFuture(compiled(files)));
  }

  /** Reads and checks in a thread of its own, because that takes longer than most of a start; the first use waits for it and throws what {@link #read} throws. */
  public static RuleBook reading(List<File> files) {
    var task = new FutureTask<>(() -> compiled(files));
    Thread.ofPlatform().daemon().name("rules").start(task);
    return new RuleBook(task);
  }

  private static List<Rule> compiled(List<File> files) {
    var faults = new ArrayList<String>();
    Map<String, Rule> byCode = new LinkedHashMap<>();
    Map<String, String> owners = new LinkedHashMap<>();
    for (var file : files) {
      try {
        var tree = ProfileYaml.tree(new java.io.ByteArrayInputStream(file.content()), file.path());
        var read = ProfileYaml.read(tree, RuleFile.class, file.path(), "规则");
        check(read, file.path(), faults);
        var owner = file.path().substring(0, Math.max(0, file.path().indexOf('/')));
        if (owner.equals(owners.put(read.code(), owner))) faults.add("%s: 规则 %s: 同一配置里有两个文件写了这个代码".formatted(file.path(), read.code()));
        compile(read, file.path(), byCode, faults);
      } catch (MalformedParameters malformed) {
        faults.addAll(malformed.faults());
      }
    }
    if (!faults.isEmpty()) throw new MalformedParameters(faults);
    return List.copyOf(byCode.values());
  }

  private static void compile(RuleFile read, String path, Map<String, Rule> byCode, List<String> faults) {
    try {
      byCode.put(read.code(), new Rule(read));
    } catch (Expression.BadExpression | IllegalArgumentException bad) {
      faults.add("%s: 规则 %s: %s".formatted(path, read.code(), bad.getMessage()));
    }
  }

  private static void check(RuleFile read, String path, List<String> faults) {
    if (!read.code().matches(CODE)) faults.add("%s: 规则 %s: 代码应为小写英文、用点分段，例如 home-care-hours.level-table".formatted(path, read.code()));
    if (read.version() < 1) faults.add("%s: 规则 %s: version 从 1 起".formatted(path, read.code()));
    if (read.verified() && (read.verifiedBy() == null || read.verifiedOn() == null)) {
      faults.add("%s: 规则 %s: verified: true 需要 verifiedBy 和 verifiedOn".formatted(path, read.code()));
    }
  }

  public List<Rule> rules() {
    try {
      return rules.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) throw fault;
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the rules are read", interrupted);
    }
  }

  /** Asks every rule; a benefit without a rule is not offered. */
  public Determination decide(Facts facts) {
    return Determination.of(Arrays.stream(Benefit.values())
        .map(benefit -> BenefitDecision.of(benefit, rules().stream().filter(r -> r.benefit() == benefit).map(r -> r.decide(facts)).toList()))
        .filter(decision -> !decision.rules().isEmpty()).toList());
  }
}
