package org.zhiyang.need.eligibility.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.MonthBalance;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.eligibility.domain.Amount;
import org.zhiyang.registry.elder.ElderId;

/** The ledger of an elder's months and what each visit takes of them. Constraints keep reserved + used within the grant. */
@Component
public class Balances {
  private final JdbcClient jdbc;

  Balances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** RESERVED takes of the month until the visit is verified (USED) or falls away (RELEASED takes nothing). */
  public enum Status { RESERVED, USED, RELEASED }

  /** What one visit takes. {@code unitMinutes} 0 if the item does not count against hours; {@code unitsDone} only when used. */
  public record Reservation(UUID visit, ElderId elder, LocalDate day, String service, int units, @Nullable Integer unitsDone, long unitPriceFen, int unitMinutes,
      Status status, PayerShares shares, int voucherRatePermille) {
    YearMonth month() {
      return YearMonth.from(day);
    }
  }

  public Optional<Reservation> find(UUID visit) {
    return jdbc.sql("select * from eligibility.reservation where visit_id = :visit").param("visit", visit).query(Balances::reservation).optional();
  }

  /** The month as stored; empty when nothing was ever taken of it. */
  public Optional<MonthBalance> find(ElderId elder, YearMonth month) {
    return jdbc.sql("select * from eligibility.month_balance where elder_id = :elder and month = :month").param("elder", elder.value()).param("month", month.atDay(1))
        .query(Balances::balance).optional();
  }

  /** Locks the elder's month until the transaction ends and brings its grant up to date: never below what is taken already. */
  public MonthBalance lock(ElderId elder, YearMonth month, String regionCode, Amount granted) {
    jdbc.sql("insert into eligibility.month_balance (elder_id, month, region_code) values (:elder, :month, :region) on conflict do nothing")
        .param("elder", elder.value()).param("month", month.atDay(1)).param("region", regionCode).update();
    return jdbc.sql("""
            update eligibility.month_balance set granted_minutes = greatest(:minutes, reserved_minutes + used_minutes), voucher_cap_fen = greatest(:cap, voucher_reserved_fen + voucher_used_fen)
            where elder_id = :elder and month = :month returning *""")
        .param("minutes", granted.minutes()).param("cap", granted.voucherCapFen()).param("elder", elder.value()).param("month", month.atDay(1)).query(Balances::balance).single();
  }

  /** Takes from the month (negative: gives back). */
  public void take(ElderId elder, YearMonth month, int reservedMinutes, int usedMinutes, long reservedFen, long usedFen) {
    jdbc.sql("""
            update eligibility.month_balance set reserved_minutes = reserved_minutes + :reserved, used_minutes = used_minutes + :used,
              voucher_reserved_fen = voucher_reserved_fen + :reservedFen, voucher_used_fen = voucher_used_fen + :usedFen where elder_id = :elder and month = :month""")
        .param("reserved", reservedMinutes).param("used", usedMinutes).param("reservedFen", reservedFen).param("usedFen", usedFen)
        .param("elder", elder.value()).param("month", month.atDay(1)).update();
  }

  public void save(Reservation r) {
    jdbc.sql("""
            insert into eligibility.reservation (visit_id, elder_id, month, service_on, service, units, units_done, unit_price_fen, unit_minutes, status, price_fen, public_fen, voucher_fen,
              elder_fen, public_minutes, voucher_rate_permille)
            values (:visit, :elder, :month, :day, :service, :units, :done, :price1, :minutes1, :status, :price, :public, :voucher, :elderFen, :minutes, :rate)
            on conflict (visit_id) do update set elder_id = excluded.elder_id, month = excluded.month, service_on = excluded.service_on, service = excluded.service, units = excluded.units,
              units_done = excluded.units_done, unit_price_fen = excluded.unit_price_fen, unit_minutes = excluded.unit_minutes, status = excluded.status, price_fen = excluded.price_fen,
              public_fen = excluded.public_fen, voucher_fen = excluded.voucher_fen, elder_fen = excluded.elder_fen, public_minutes = excluded.public_minutes,
              voucher_rate_permille = excluded.voucher_rate_permille,
              measured_units = case when excluded.status = 'RELEASED' then null else reservation.measured_units end""")
        .param("visit", r.visit()).param("elder", r.elder().value()).param("month", r.month().atDay(1)).param("day", r.day()).param("service", r.service()).param("units", r.units())
        .param("done", r.unitsDone(), Types.INTEGER).param("price1", r.unitPriceFen()).param("minutes1", r.unitMinutes()).param("status", r.status().name())
        .param("price", r.shares().priceFen()).param("public", r.shares().publicFen()).param("voucher", r.shares().voucherFen()).param("elderFen", r.shares().elderFen())
        .param("minutes", r.shares().publicMinutes()).param("rate", r.voucherRatePermille()).update();
  }

  /** Keeps how much of a used visit was measured, for when it is used again. */
  public void keepMeasured(UUID visit) {
    jdbc.sql("update eligibility.reservation set measured_units = units_done where visit_id = :visit").param("visit", visit).update();
  }

  public Optional<Integer> measuredUnits(UUID visit) {
    return jdbc.sql("select measured_units from eligibility.reservation where visit_id = :visit and measured_units is not null").param("visit", visit).query(Integer.class).optional();
  }

  private static MonthBalance balance(ResultSet r, int n) throws SQLException {
    return new MonthBalance(YearMonth.from(r.getObject("month", LocalDate.class)), r.getInt("granted_minutes"), r.getInt("reserved_minutes"), r.getInt("used_minutes"),
        r.getLong("voucher_cap_fen"), r.getLong("voucher_reserved_fen"), r.getLong("voucher_used_fen"));
  }

  private static Reservation reservation(ResultSet r, int n) throws SQLException {
    return new Reservation(r.getObject("visit_id", UUID.class), new ElderId(r.getObject("elder_id", UUID.class)), r.getObject("service_on", LocalDate.class), r.getString("service"),
        r.getInt("units"), r.getObject("units_done", Integer.class), r.getLong("unit_price_fen"), r.getInt("unit_minutes"), Status.valueOf(r.getString("status")),
        new PayerShares(r.getLong("price_fen"), r.getLong("public_fen"), r.getLong("voucher_fen"), r.getLong("elder_fen"), r.getInt("public_minutes")), r.getInt("voucher_rate_permille"));
  }
}
