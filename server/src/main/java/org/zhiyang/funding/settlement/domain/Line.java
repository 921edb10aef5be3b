package org.zhiyang.funding.settlement.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a statement, copied from its evidence.
 *
 *  @param id identifies the line for later corrections and objections
 *  @param number place in the statement, from 1
 *  @param visit, elder, careCase, service, day of the visit; null only for CARRY
 *  @param units service units done, up to two decimals; the difference of units for a CORRECTION
 *  @param evidenceDigest SM3 hex of the visit's proof
 *  @param factsDigest SM3 hex of everything of the visit that money depends on: the version of the visit this line was made from
 *  @param original the line corrected, or for CARRY the statement carried over
 *  @param reason in Chinese, for LATE, CORRECTION and CARRY
 *  @param flags what the verification rules had found, for the reviewer's eye */
public record Line(UUID id, int number, LineKind kind, @Nullable UUID visit, @Nullable UUID elder, @Nullable UUID careCase, String regionCode, @Nullable String service, String serviceName,
    @Nullable LocalDate day, BigDecimal units, Amounts amounts, @Nullable String evidenceDigest, @Nullable String factsDigest, @Nullable UUID original, @Nullable String reason, List<String> flags) {
  public Line {
    flags = List.copyOf(flags);
  }

  Line numbered(int place) {
    return new Line(id, place, kind, visit, elder, careCase, regionCode, service, serviceName, day, units, amounts, evidenceDigest, factsDigest, original, reason, flags);
  }

  /** The line as the statement's digest covers it: without its own id, so that the same evidence gives the same digest. */
  String canonical() {
    return String.join("|", Integer.toString(number), kind.name(), text(visit), text(elder), text(careCase), text(service), text(day), units.stripTrailingZeros().toPlainString(),
        Long.toString(amounts.priceFen()), Long.toString(amounts.publicFen()), Long.toString(amounts.voucherFen()), Long.toString(amounts.elderFen()), Long.toString(amounts.withheldFen()),
        Long.toString(amounts.payableFen()), text(evidenceDigest), text(factsDigest), text(original), text(reason));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
