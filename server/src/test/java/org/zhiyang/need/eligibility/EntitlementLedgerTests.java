package org.zhiyang.need.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.testing.ZhiyangTest;

@ZhiyangTest
class EntitlementLedgerTests {
  private static final YearMonth MARCH = YearMonth.of(2027, 3);

  @Autowired EligibilityCommands ledger;
  @Autowired EligibilityQueries queries;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate tx;

  private final String region = "330502003000";

  private ElderId elder(int minutes, long capFen, LocalDate from, LocalDate to) {
    var id = jdbc.sql("select p.id from elder.elder p where not exists (select from eligibility.entitlement e where e.elder_id = p.id) order by p.id limit 1").query(UUID.class).single();
    grant(id, minutes, capFen, from, to);
    return new ElderId(id);
  }

  private void grant(UUID elder, int minutes, long capFen, LocalDate from, LocalDate to) {
    var proposal = UUID.randomUUID();
    jdbc.sql("""
            insert into eligibility.proposal (id, elder_id, region_code, status, conclusion, cause, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille, benefits, facts, figures,
              ruling_id, computed_at, computed_by, decided_at, decided_by, decided_role)
            values (:id, :elder, :region, 'CONFIRMED', 'GRANT', 'test', :from, :to, :m, :c, 500, '[]', '{}', '[]', :id, now(), :id, now(), :id, 'county_officer')""")
        .param("id", proposal).param("elder", elder).param("region", region).param("from", from).param("to", to, java.sql.Types.DATE).param("m", minutes).param("c", capFen).update();
    jdbc.sql("""
            insert into eligibility.entitlement (id, elder_id, region_code, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille, ruling_id, proposal_id, granted_at, granted_by)
            values (:id, :elder, :region, :from, :to, :m, :c, 500, :id, :id, now(), :id)""")
        .param("id", proposal).param("elder", elder).param("region", region).param("from", from).param("to", to, java.sql.Types.DATE).param("m", minutes).param("c", capFen).update();
  }

  private ServiceItem cleaning() {
    return queries.serviceItem("CLEANING", region, LocalDate.of(2027, 3, 1));
  }

  private PayerShares reserve(UUID visit, ElderId elder, int units, LocalDate day) {
    return tx.execute(t -> ledger.reserve(visit, elder, new PlannedUse(day, cleaning(), units), List.of()));
  }

  @Test
  void aVisitCountsOnceWhateverIsRepeated() {
    var elder = elder(120, 0, MARCH.atDay(1), null);
    var visit = UUID.randomUUID();

    var first = reserve(visit, elder, 1, MARCH.atDay(3));
    var again = reserve(visit, elder, 1, MARCH.atDay(3));
    tx.executeWithoutResult(t -> ledger.use(visit, 1, 1));
    tx.executeWithoutResult(t -> ledger.use(visit, 1, 1));

    assertThat(again).isEqualTo(first);
    assertThat(queries.balanceOf(elder, MARCH).usedMinutes()).isEqualTo(60);
    assertThat(queries.balanceOf(elder, MARCH).reservedMinutes()).isZero();
  }

  @Test
  void whatIsPromisedToOthersIsNotLeftForThisVisit() {
    var elder = elder(180, 0, MARCH.atDay(1), null);
    var promised = List.of(new PlannedUse(MARCH.atDay(5), cleaning(), 1), new PlannedUse(MARCH.atDay(12), cleaning(), 1));
    var asked = new PlannedUse(MARCH.atDay(3), cleaning(), 2);

    assertThat(queries.quote(elder, asked, List.of())).isEqualTo(new Quote(new PayerShares(9000, 9000, 0, 0, 120), 180, 0, 0, 0, true));
    assertThat(queries.quote(elder, asked, promised)).isEqualTo(new Quote(new PayerShares(9000, 4500, 0, 4500, 60), 180, 120, 0, 0, true));
    assertThat(tx.execute(t -> ledger.reserve(UUID.randomUUID(), elder, asked, promised)).elderFen()).isEqualTo(4500);
    assertThat(queries.balanceOf(elder, MARCH).leftMinutes()).as("the promised ones are still there").isEqualTo(120);
  }

  @Test
  void whoeverHoldsTheMonthIsAloneWithItUntilTheTransactionEnds() throws Exception {
    var elder = elder(60, 0, MARCH.atDay(1), null);
    var held = new java.util.concurrent.CountDownLatch(1);
    var left = new java.util.concurrent.CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(() -> tx.executeWithoutResult(t -> {
        ledger.hold(elder, MARCH);
        held.countDown();
        await(left);
        ledger.reserve(UUID.randomUUID(), elder, new PlannedUse(MARCH.atDay(3), cleaning(), 1), List.of());
      }));
      await(held);
      var second = threads.submit(() -> tx.execute(t -> {
        ledger.hold(elder, MARCH);
        return queries.balanceOf(elder, MARCH).leftMinutes();
      }));
      org.awaitility.Awaitility.await().until(() -> second.isDone() || jdbc.sql("select exists (select from pg_locks where not granted)").query(Boolean.class).single());
      assertThat(second.isDone()).as("the second waits").isFalse();
      left.countDown();
      first.get();

      assertThat(second.get()).isZero();
    }
  }

  private static void await(java.util.concurrent.CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsNotDoneComesBackAndTheSharesAreOfWhatWasDone() {
    var elder = elder(90, 80000, MARCH.atDay(1), null);
    var visit = UUID.randomUUID();
    var reserved = reserve(visit, elder, 2, MARCH.atDay(3));
    assertThat(reserved).isEqualTo(new PayerShares(9000, 6750, 1125, 1125, 90));

    var used = tx.execute(t -> ledger.use(visit, 1, 2));

    assertThat(used).isEqualTo(new PayerShares(4500, 4500, 0, 0, 60));
    assertThat(queries.balanceOf(elder, MARCH)).isEqualTo(new MonthBalance(MARCH, 90, 0, 60, 80000, 0, 0));
  }

  @Test
  void aUsedVisitThatIsLookedAtAgainKeepsWhatItTookAndTakesTheSameWhenItIsConfirmedAgain() {
    var elder = elder(90, 80000, MARCH.atDay(1), null);
    var visit = UUID.randomUUID();
    reserve(visit, elder, 2, MARCH.atDay(3));
    var used = tx.execute(t -> ledger.use(visit, 1, 2));

    tx.executeWithoutResult(t -> ledger.reopen(visit));
    tx.executeWithoutResult(t -> ledger.reopen(visit));
    var waiting = queries.balanceOf(elder, MARCH);
    var again = tx.execute(t -> ledger.use(visit, 1, 2));

    assertThat(waiting).isEqualTo(new MonthBalance(MARCH, 90, 60, 0, 80000, 0, 0));
    assertThat(again).isEqualTo(used);
    assertThat(queries.balanceOf(elder, MARCH)).isEqualTo(new MonthBalance(MARCH, 90, 0, 60, 80000, 0, 0));
    tx.executeWithoutResult(t -> ledger.reopen(visit));
    tx.executeWithoutResult(t -> ledger.release(visit));
    assertThat(queries.balanceOf(elder, MARCH)).isEqualTo(new MonthBalance(MARCH, 90, 0, 0, 80000, 0, 0));
  }

  @Test
  void aReleasedVisitGivesBackAndMayBeReservedAgainOnAnotherDay() {
    var elder = elder(60, 0, MARCH.atDay(1), null);
    var visit = UUID.randomUUID();
    reserve(visit, elder, 1, MARCH.atDay(3));
    tx.executeWithoutResult(t -> ledger.release(visit));
    tx.executeWithoutResult(t -> ledger.release(visit));

    var moved = reserve(visit, elder, 1, LocalDate.of(2027, 4, 2));

    assertThat(moved.publicMinutes()).isEqualTo(60);
    assertThat(queries.balanceOf(elder, MARCH).leftMinutes()).isEqualTo(60);
    assertThat(queries.balanceOf(elder, YearMonth.of(2027, 4)).leftMinutes()).isZero();
  }

  @Test
  void theElderPaysOnDaysWithoutAnEntitlementAndEveryMonthBeginsAnew() {
    var elder = elder(60, 0, MARCH.atDay(10), LocalDate.of(2027, 4, 2));

    assertThat(reserve(UUID.randomUUID(), elder, 1, MARCH.atDay(9)).elderFen()).isEqualTo(4500);
    assertThat(reserve(UUID.randomUUID(), elder, 1, MARCH.atDay(31)).elderFen()).isZero();
    assertThat(reserve(UUID.randomUUID(), elder, 1, LocalDate.of(2027, 4, 1)).elderFen()).isZero();
    assertThat(reserve(UUID.randomUUID(), elder, 1, LocalDate.of(2027, 4, 2)).elderFen()).isEqualTo(4500);
  }

  @Test
  void aSmallerEntitlementNeverTakesBackWhatIsReserved() {
    var elder = elder(120, 0, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 5, 1));
    var may = YearMonth.of(2027, 5);
    grant(elder.value(), 120, 0, LocalDate.of(2027, 5, 1), null);
    reserve(UUID.randomUUID(), elder, 2, may.atDay(3));
    jdbc.sql("delete from eligibility.entitlement where elder_id = :e and from_on = '2027-05-01'").param("e", elder.value()).update();
    grant(elder.value(), 60, 0, LocalDate.of(2027, 5, 1), null);

    assertThat(queries.balanceOf(elder, may).leftMinutes()).isZero();
    assertThat(reserve(UUID.randomUUID(), elder, 1, may.atDay(4)).publicMinutes()).isZero();
  }

  @Test
  void twoEntitlementsOfOneElderCannotOverlap() {
    var elder = elder(60, 0, MARCH.atDay(1), MARCH.atDay(15));

    grant(elder.value(), 60, 0, MARCH.atDay(15), MARCH.atDay(20));
    assertThatThrownBy(() -> grant(elder.value(), 60, 0, MARCH.atDay(19), null)).isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anySequenceOfReservingUsingAndReleasingAddsUp(long seed) {
    var random = new Random(seed);
    var elder = elder(300, 20000, MARCH.atDay(1), null);
    Map<UUID, PayerShares> taken = new HashMap<>();
    var visits = new ArrayList<UUID>();
    for (int i = 0; i < 60; i++) {
      var act = visits.isEmpty() ? 0 : random.nextInt(4);
      if (act <= 1) {
        var visit = UUID.randomUUID();
        visits.add(visit);
        taken.put(visit, reserve(visit, elder, random.nextInt(1, 4), MARCH.atDay(random.nextInt(1, 32))));
      } else {
        var visit = visits.get(random.nextInt(visits.size()));
        if (act == 2 && taken.containsKey(visit)) taken.put(visit, tx.execute(t -> ledger.use(visit, random.nextInt(0, 4), 3)));
        if (act == 3) {
          tx.executeWithoutResult(t -> ledger.release(visit));
          taken.remove(visit);
        }
      }
      var balance = queries.balanceOf(elder, MARCH);
      assertThat(balance.reservedMinutes() + balance.usedMinutes()).isEqualTo(taken.values().stream().mapToInt(PayerShares::publicMinutes).sum());
      assertThat(balance.voucherReservedFen() + balance.voucherUsedFen()).isEqualTo(taken.values().stream().mapToLong(PayerShares::voucherFen).sum());
      assertThat(balance.leftMinutes()).isNotNegative();
      assertThat(balance.leftVoucherFen()).isNotNegative();
    }
  }

  @Test
  void manyAtOnceNeverTakeMoreThanIsGranted() throws Exception {
    var elder = elder(300, 10000, MARCH.atDay(1), null);
    try (var pool = Executors.newFixedThreadPool(6)) {
      List<Callable<PayerShares>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) calls.add(() -> reserve(UUID.randomUUID(), elder, 1, MARCH.atDay(5)));
      var shares = new ArrayList<PayerShares>();
      for (var done : pool.invokeAll(calls)) shares.add(done.get());

      assertThat(shares.stream().mapToInt(PayerShares::publicMinutes).sum()).isEqualTo(300);
      assertThat(shares.stream().mapToLong(PayerShares::voucherFen).sum()).isEqualTo(10000);
      assertThat(queries.balanceOf(elder, MARCH)).isEqualTo(new MonthBalance(MARCH, 300, 300, 0, 10000, 10000, 0));
    }
  }
}
