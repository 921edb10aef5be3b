package org.zhiyang.funding.settlement.domain;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.crypto.Sm3;

/** Makes the lines of a statement from the evidence that holds now and from what earlier statements settled.
 *
 *  <p>Every confirmed visit of the month becomes a VISIT line. Of the frozen months before: a visit confirmed only afterwards becomes a LATE line, one whose money or units
 *  now differ from what was settled a CORRECTION line naming its first line; one that went to a person again waits for the decision. A statement that took back more than it gave comes in as a CARRY line. So the sum of all
 *  lines of all statements is always what a fresh computation of all months gives. The same input gives the same lines in the same order, and the same digest. */
public final class StatementPolicy {
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();
  private static final Comparator<Line> ORDER = Comparator.comparing(Line::kind).thenComparing(l -> String.valueOf(l.day())).thenComparing(l -> String.valueOf(l.visit()))
      .thenComparing(l -> String.valueOf(l.original()));

  private StatementPolicy() {}

  /** An earlier statement whose sum was negative and is not yet carried over. */
  public record Debt(UUID statement, String month, long payableFen) {}

  /** @param month evidence of the statement's own month
   *  @param earlier evidence of months already frozen
   *  @param settled by visit, what frozen statements say about visits of all these months
   *  @param names from service code to its Chinese name */
  public static List<Line> lines(List<Evidence> month, List<Evidence> earlier, Map<UUID, Settled> settled, List<Debt> debts, String providerRegion, Function<Evidence, String> names) {
    var lines = new ArrayList<Line>();
    for (var evidence : month) {
      if (evidence.payable() && !settled.containsKey(evidence.visit().id().value())) lines.add(first(LineKind.VISIT, evidence, null, names));
    }
    for (var evidence : earlier) {
      var before = settled.get(evidence.visit().id().value());
      if (before == null) {
        if (evidence.payable()) lines.add(first(LineKind.LATE, evidence, "冻结后才核定，补入本期", names));
      } else if (!before.blocked() && !evidence.undecided()) {
        correction(lines, evidence, before, names);
      }
    }
    for (var debt : debts) {
      lines.add(new Line(IDS.generate(), 0, LineKind.CARRY, null, null, null, providerRegion, null, "上期结转", null, BigDecimal.ZERO, new Amounts(debt.payableFen(), debt.payableFen(), 0, 0, 0), null, null,
          debt.statement(), debt.month() + " 应扣回的金额结转本期", List.of()));
    }
    lines.sort(ORDER);
    var numbered = new ArrayList<Line>(lines.size());
    for (var line : lines) numbered.add(line.numbered(numbered.size() + 1));
    return List.copyOf(numbered);
  }

  private static Line first(LineKind kind, Evidence e, @Nullable String reason, Function<Evidence, String> names) {
    var v = e.visit();
    return new Line(IDS.generate(), 0, kind, v.id().value(), v.elder().value(), v.careCase().value(), v.regionCode(), v.service(), names.apply(e), v.day(), e.units(), e.amounts(),
        v.evidenceDigest(), e.factsDigest(), null, reason, e.flags());
  }

  private static void correction(List<Line> lines, Evidence e, Settled before, Function<Evidence, String> names) {
    var difference = e.amounts().minus(before.amounts());
    var units = e.units().subtract(before.units());
    if (difference.equals(Amounts.NONE) && units.signum() == 0) return;
    var v = e.visit();
    var reason = !e.payable() ? "原已结算，后核定为不予支付" : before.amounts().equals(Amounts.NONE) ? "异议处理后补结" : "原结算后金额或数量有更正";
    lines.add(new Line(IDS.generate(), 0, LineKind.CORRECTION, v.id().value(), v.elder().value(), v.careCase().value(), v.regionCode(), v.service(), names.apply(e), v.day(), units, difference,
        v.evidenceDigest(), e.factsDigest(), before.original(), reason, e.flags()));
  }

  /** SM3 hex over the head and the canonical lines, each ended by a line feed. */
  public static String digest(UUID provider, String month, List<Line> lines) {
    var text = new StringBuilder(provider + "|" + month + "|" + lines.size() + "\n");
    lines.forEach(line -> text.append(line.canonical()).append('\n'));
    return Sm3.hex(text.toString());
  }
}
