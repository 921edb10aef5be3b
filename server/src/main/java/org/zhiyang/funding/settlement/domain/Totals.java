package org.zhiyang.funding.settlement.domain;

import java.util.List;

/** The sums of a statement's lines, in fen: {@code own} of the month's visits, {@code corrections} what LATE, CORRECTION and CARRY lines add or take. */
public record Totals(int visits, Amounts own, Amounts corrections) {
  public static Totals of(List<Line> lines) {
    var own = Amounts.NONE;
    var corrections = Amounts.NONE;
    var visits = 0;
    for (var line : lines) {
      if (line.kind() == LineKind.VISIT) {
        own = own.plus(line.amounts());
        visits++;
      } else {
        corrections = corrections.plus(line.amounts());
      }
    }
    return new Totals(visits, own, corrections);
  }

  public long payableFen() {
    return own.payableFen() + corrections.payableFen();
  }
}
