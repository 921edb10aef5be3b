package org.zhiyang.funding.settlement.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Explains why this month's sum differs from last month's; the parts always add up to the whole change, to the fen.
 *
 *  <p>New and stopped: elders with visits in only one of the months. For the others, by service: price is this month's units times the change of the average public money
 *  of one unit (rounded half up), quantity is the rest. */
public final class ChangePolicy {
  private ChangePolicy() {}

  /** One month's sum of an elder's service: units, and public money before withholding in fen. */
  public record Use(UUID elder, String service, BigDecimal units, long dueFen) {}

  /** All in fen; {@code total} is this month's payable sum minus last month's. */
  public record Change(long newElders, int newCount, long stoppedElders, int stoppedCount, long price, long quantity, long withheld, long corrections, long leftOut, long total) {}

  /** The sums of a month besides its uses, in fen; what was left out for an objection counts positive. */
  public record Month(List<Use> uses, long withheldFen, long correctionsFen, long leftOutFen) {
    long payableFen() {
      return uses.stream().mapToLong(Use::dueFen).sum() - withheldFen + correctionsFen - leftOutFen;
    }
  }

  private record Key(UUID elder, String service) {}

  public static Change explain(Month before, Month now) {
    var eldersBefore = elders(before);
    var eldersNow = elders(now);
    var old = byKey(before);
    var fresh = byKey(now);
    long added = 0;
    long stopped = 0;
    long price = 0;
    long quantity = 0;
    var keys = new HashSet<>(old.keySet());
    keys.addAll(fresh.keySet());
    for (var key : keys) {
      var was = old.get(key);
      var is = fresh.get(key);
      var change = (is == null ? 0 : is.dueFen) - (was == null ? 0 : was.dueFen);
      if (!eldersBefore.contains(key.elder)) added += change;
      else if (!eldersNow.contains(key.elder)) stopped += change;
      else {
        var byPrice = was == null || is == null || was.units.signum() <= 0 || is.units.signum() <= 0 ? 0 : is.dueFen - share(was.dueFen, is.units, was.units);
        price += byPrice;
        quantity += change - byPrice;
      }
    }
    return new Change(added, (int) eldersNow.stream().filter(e -> !eldersBefore.contains(e)).count(), stopped, (int) eldersBefore.stream().filter(e -> !eldersNow.contains(e)).count(), price, quantity,
        before.withheldFen - now.withheldFen, now.correctionsFen - before.correctionsFen, before.leftOutFen - now.leftOutFen, now.payableFen() - before.payableFen());
  }

  private static long share(long fen, BigDecimal units, BigDecimal of) {
    return BigDecimal.valueOf(fen).multiply(units).divide(of, 0, RoundingMode.HALF_UP).longValueExact();
  }

  private static HashSet<UUID> elders(Month month) {
    var elders = new HashSet<UUID>();
    month.uses.forEach(use -> elders.add(use.elder));
    return elders;
  }

  private static Map<Key, Use> byKey(Month month) {
    var map = new HashMap<Key, Use>();
    month.uses.forEach(use -> map.merge(new Key(use.elder, use.service), use, (a, b) -> new Use(a.elder, a.service, a.units.add(b.units), a.dueFen + b.dueFen)));
    return map;
  }
}
