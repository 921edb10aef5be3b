package org.zhiyang.funding.settlement.domain;

import java.math.BigDecimal;
import java.util.List;
import org.zhiyang.platform.crypto.Sm3;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitStatus;

/** One visit as money sees it: what it gives now, and a digest of everything that depends on. {@code heldShare} 0..1 is what a failed score of its month withholds. */
public record Evidence(VisitFacts visit, BigDecimal heldShare) {
  public boolean payable() {
    return visit.status() == VisitStatus.CONFIRMED && visit.shares() != null && visit.evidenceDigest() != null;
  }

  /** Nobody has decided yet whether this is payable. */
  public boolean undecided() {
    return visit.status() == VisitStatus.CHECKED_OUT || visit.status() == VisitStatus.NORMAL || visit.status() == VisitStatus.ABNORMAL;
  }

  public Amounts amounts() {
    var shares = visit.shares();
    return shares == null || !payable() ? Amounts.NONE : Amounts.of(shares, heldShare);
  }

  public BigDecimal units() {
    return payable() ? visit.unitsDone().stripTrailingZeros() : BigDecimal.ZERO;
  }

  public String factsDigest() {
    var money = amounts();
    return Sm3.hex(String.join("|", visit.id().toString(), visit.status().name(), visit.service(), visit.day().toString(), units().toPlainString(), Long.toString(money.priceFen()),
        Long.toString(money.publicFen()), Long.toString(money.voucherFen()), Long.toString(money.elderFen()), String.valueOf(visit.evidenceDigest())));
  }

  public List<String> flags() {
    return visit.flags().stream().map(Enum::name).sorted().toList();
  }
}
