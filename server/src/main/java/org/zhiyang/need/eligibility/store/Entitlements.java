package org.zhiyang.need.eligibility.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.Entitlement;
import org.zhiyang.need.eligibility.EntitlementId;
import org.zhiyang.need.eligibility.domain.Amount;
import org.zhiyang.registry.elder.ElderId;

/** Granted entitlements; the database lets the periods of one elder not overlap. */
@Component
public class Entitlements {
  private final JdbcClient jdbc;
  private final Clock clock;

  Entitlements(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<Entitlement> findOn(ElderId elder, LocalDate day) {
    return jdbc.sql("select * from eligibility.entitlement where elder_id = :elder and period @> :day::date").param("elder", elder.value()).param("day", day)
        .query(Entitlements::read).optional();
  }

  public Map<UUID, Entitlement> listOn(Collection<UUID> elders, LocalDate day) {
    if (elders.isEmpty()) return Map.of();
    return jdbc.sql("select * from eligibility.entitlement where elder_id in (:elders) and period @> :day::date").param("elders", elders).param("day", day)
        .query(Entitlements::read).list().stream().collect(Collectors.toMap(e -> e.elder().value(), Function.identity()));
  }

  /** All of the elder, newest first. */
  public List<Entitlement> listOf(ElderId elder) {
    return jdbc.sql("select * from eligibility.entitlement where elder_id = :elder order by from_on desc").param("elder", elder.value()).query(Entitlements::read).list();
  }

  /** Everything ever granted to the elder, also what fell away. */
  public List<UUID> listEverOf(ElderId elder) {
    return jdbc.sql("select id from eligibility.entitlement where elder_id = :elder union select id from eligibility.entitlement_withdrawn where elder_id = :elder")
        .param("elder", elder.value()).query(UUID.class).list();
  }

  /** The largest amounts in force on some day of the month. */
  public Amount grantedIn(ElderId elder, YearMonth month) {
    return jdbc.sql("""
            select coalesce(max(minutes_per_month), 0) m, coalesce(max(voucher_cap_fen), 0) c, coalesce(max(voucher_rate_permille), 0) r from eligibility.entitlement
            where elder_id = :elder and period && daterange(:from::date, :to::date)""")
        .param("elder", elder.value()).param("from", month.atDay(1)).param("to", month.plusMonths(1).atDay(1))
        .query((r, n) -> new Amount(r.getInt("m"), r.getLong("c"), r.getInt("r"))).single();
  }

  /** Ends what is in force on {@code day} the day before; what begins that day or later falls away and is kept apart with the reason. */
  public void endFrom(ElderId elder, LocalDate day, String reason) {
    jdbc.sql("""
            with gone as (delete from eligibility.entitlement where elder_id = :elder and from_on >= :day returning *)
            insert into eligibility.entitlement_withdrawn (id, elder_id, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille, ruling_id, proposal_id,
              granted_at, granted_by, withdrawn_at, reason)
            select id, elder_id, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille, ruling_id, proposal_id, granted_at, granted_by, :at, :reason from gone""")
        .param("elder", elder.value()).param("day", day).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("reason", reason).update();
    jdbc.sql("update eligibility.entitlement set to_on = :day where elder_id = :elder and from_on < :day and (to_on is null or to_on > :day)")
        .param("elder", elder.value()).param("day", day).update();
  }

  /** Undoes {@link #endFrom} for a day that was wrong: what fell away by death or a move holds again, what ended on the wrong day goes on as it was granted, at most
   *  to the next one.
   *
   *  @param until exclusive, null = no end */
  public void restore(ElderId elder, String regionCode, LocalDate wrong, @Nullable LocalDate until) {
    jdbc.sql("""
            with back as (delete from eligibility.entitlement_withdrawn where elder_id = :elder and from_on >= :wrong and reason in ('老人去世', '老人迁出')
              and (:until::date is null or from_on < :until::date) returning *)
            insert into eligibility.entitlement (id, elder_id, region_code, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille, ruling_id, proposal_id, granted_at, granted_by)
            select id, elder_id, :region, from_on, least(to_on, :until::date), minutes_per_month, voucher_cap_fen, voucher_rate_permille, ruling_id, proposal_id, granted_at, granted_by from back""")
        .param("elder", elder.value()).param("wrong", wrong).param("until", until, java.sql.Types.DATE).param("region", regionCode).update();
    jdbc.sql("""
            update eligibility.entitlement e set to_on = least(:until::date, p.to_on, (select min(n.from_on) from eligibility.entitlement n where n.elder_id = :elder and n.from_on >= :wrong))
            from eligibility.proposal p where p.id = e.proposal_id and e.elder_id = :elder and e.to_on = :wrong""")
        .param("elder", elder.value()).param("wrong", wrong).param("until", until, java.sql.Types.DATE).update();
  }

  public void add(Entitlement e, String regionCode, UUID proposal, UUID grantedBy) {
    jdbc.sql("""
            insert into eligibility.entitlement (id, elder_id, region_code, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille, ruling_id, proposal_id, granted_at, granted_by)
            values (:id, :elder, :region, :from, :to, :minutes, :cap, :rate, :ruling, :proposal, :at, :by)""")
        .param("id", e.id().value()).param("elder", e.elder().value()).param("region", regionCode).param("from", e.from()).param("to", e.to(), Types.DATE)
        .param("minutes", e.minutesPerMonth()).param("cap", e.voucherCapFen()).param("rate", e.voucherRatePermille()).param("ruling", e.ruling()).param("proposal", proposal)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("by", grantedBy).update();
  }

  static Entitlement read(ResultSet r, int n) throws SQLException {
    return new Entitlement(new EntitlementId(r.getObject("id", UUID.class)), new ElderId(r.getObject("elder_id", UUID.class)), r.getObject("from_on", LocalDate.class),
        r.getObject("to_on", LocalDate.class), r.getInt("minutes_per_month"), r.getLong("voucher_cap_fen"), r.getInt("voucher_rate_permille"), r.getObject("ruling_id", UUID.class));
  }
}
