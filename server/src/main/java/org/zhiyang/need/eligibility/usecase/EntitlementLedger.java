package org.zhiyang.need.eligibility.usecase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.need.eligibility.MonthBalance;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.domain.PayerOrder;
import org.zhiyang.need.eligibility.domain.PayerSplitPolicy;
import org.zhiyang.need.eligibility.domain.PayerSplitPolicy.Left;
import org.zhiyang.need.eligibility.store.Balances;
import org.zhiyang.need.eligibility.store.Balances.Reservation;
import org.zhiyang.need.eligibility.store.Balances.Status;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** Takes of an elder's month what visits need and gives back what they do not. Public money pays only for days on which an entitlement is in force. The row of the
 *  elder's month is the lock: whoever takes several months in one transaction does it in the order of elders and months. */
@Component
class EntitlementLedger implements EligibilityCommands {
  private final Balances balances;
  private final Entitlements entitlements;
  private final LeftOfMonth leftOfMonth;
  private final ElderQueries elders;
  private final Parameters parameters;

  EntitlementLedger(Balances balances, Entitlements entitlements, LeftOfMonth leftOfMonth, ElderQueries elders, Parameters parameters) {
    this.balances = balances;
    this.entitlements = entitlements;
    this.leftOfMonth = leftOfMonth;
    this.elders = elders;
    this.parameters = parameters;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public PayerShares reserve(UUID visit, ElderId elder, PlannedUse asked, List<PlannedUse> promised) {
    var item = asked.item();
    var units = asked.units();
    var day = asked.day();
    if (units < 1) throw new IllegalArgumentException("a visit has at least one unit");
    var region = elders.list(List.of(elder)).values().stream().findFirst().orElseThrow(NotFound::new).regionCode();
    var month = YearMonth.from(day);
    var balance = lock(elder, month, region);
    var earlier = balances.find(visit);
    if (earlier.isPresent() && earlier.get().status() != Status.RELEASED) return earlier.get().shares();
    var order = order(region, day);
    var left = leftOfMonth.on(day, elder, balance, promised, order);
    var shares = LeftOfMonth.split(item, units, left, order);
    var unitMinutes = item.countsAgainstHours() ? item.durationMinutes() : 0;
    balances.take(elder, month, shares.publicMinutes(), 0, shares.voucherFen(), 0);
    balances.save(new Reservation(visit, elder, day, item.code(), units, null, item.priceFen(), unitMinutes, Status.RESERVED, shares, left.voucherRatePermille()));
    return shares;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(ElderId elder, YearMonth month) {
    lock(elder, month, elders.list(List.of(elder)).values().stream().findFirst().orElseThrow(NotFound::new).regionCode());
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public PayerShares use(UUID visit, int done, int planned) {
    if (done < 0 || planned < 1) throw new IllegalArgumentException("done is 0 or more of something planned");
    var reserved = locked(visit).orElseThrow(NotFound::new);
    if (reserved.status() == Status.USED) return reserved.shares();
    if (reserved.status() == Status.RELEASED) throw new IllegalStateException("what the visit had reserved was released: reserve again before using");
    var held = reserved.shares();
    var region = elders.list(List.of(reserved.elder())).values().stream().findFirst().orElseThrow(NotFound::new).regionCode();
    var measured = balances.measuredUnits(visit);
    var shares = done >= planned || measured.isPresent() ? held : PayerSplitPolicy.split(Math.multiplyExact(held.priceFen(), done) / planned, (int) ((long) reserved.unitMinutes() * reserved.units() * done / planned),
        new Left(held.publicMinutes(), held.voucherFen(), reserved.voucherRatePermille()), order(region, reserved.day()));
    balances.take(reserved.elder(), YearMonth.from(reserved.day()), -held.publicMinutes(), shares.publicMinutes(), -held.voucherFen(), shares.voucherFen());
    balances.save(changed(reserved, Status.USED, measured.orElse((int) ((long) reserved.units() * Math.min(done, planned) / planned)), shares));
    return shares;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void reopen(UUID visit) {
    var used = locked(visit).filter(r -> r.status() == Status.USED);
    if (used.isEmpty()) return;
    var held = used.get().shares();
    balances.take(used.get().elder(), YearMonth.from(used.get().day()), held.publicMinutes(), -held.publicMinutes(), held.voucherFen(), -held.voucherFen());
    balances.keepMeasured(visit);
    balances.save(changed(used.get(), Status.RESERVED, null, held));
  }

  /** Also gives back what a used visit took, when it turns out that it did not count. Unknown or released: nothing happens. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(UUID visit) {
    var found = locked(visit);
    if (found.isEmpty() || found.get().status() == Status.RELEASED) return;
    var reservation = found.get();
    var held = reservation.shares();
    var used = reservation.status() == Status.USED;
    balances.take(reservation.elder(), YearMonth.from(reservation.day()), used ? 0 : -held.publicMinutes(), used ? -held.publicMinutes() : 0,
        used ? 0 : -held.voucherFen(), used ? -held.voucherFen() : 0);
    balances.save(changed(reservation, Status.RELEASED, null, held));
  }

  /** The month's row is the lock, so the reservation is read again once it is held. */
  private Optional<Reservation> locked(UUID visit) {
    var seen = balances.find(visit);
    if (seen.isEmpty()) return seen;
    lock(seen.get().elder(), YearMonth.from(seen.get().day()), "000000000000");
    return balances.find(visit);
  }

  private MonthBalance lock(ElderId elder, YearMonth month, String region) {
    return balances.lock(elder, month, region, entitlements.grantedIn(elder, month));
  }

  private PayerOrder order(String region, LocalDate day) {
    return parameters.get(EligibilityConfiguration.PAYER_ORDER, region, day, day).value();
  }

  private static Reservation changed(Reservation r, Status to, @org.jspecify.annotations.Nullable Integer done, PayerShares shares) {
    return new Reservation(r.visit(), r.elder(), r.day(), r.service(), r.units(), done, r.unitPriceFen(), r.unitMinutes(), to, shares, r.voucherRatePermille());
  }
}
