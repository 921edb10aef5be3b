package org.zhiyang.registry.facility;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider of home care as others see it. {@code services} are codes of the service list; {@code score} 0..100 is the newest published one, null before the first. */
public record Provider(ProviderId id, String name, String regionCode, double lng, double lat, Set<String> services, int visitsPerDay, Listing listing,
    @Nullable BigDecimal score, @Nullable YearMonth scoreMonth) {
  public boolean mayTakeOrders() {
    return listing != Listing.DEFAULTED;
  }
}
