package org.zhiyang.funding.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitStatus;

class StatementPolicyTests {
  private static final ProviderId PROVIDER = new ProviderId(new UUID(1, 1));
  private static final String REGION = "330502000000";
  private static final BigDecimal[] SHARES = {BigDecimal.ZERO, new BigDecimal("0.1"), new BigDecimal("0.1"), BigDecimal.ZERO, new BigDecimal("0.1"), BigDecimal.ZERO};

  /** Six months are frozen one after the other while visits of all of them are confirmed late, rejected and re-priced; then two more statements take the rest in. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverHappensAfterFreezingTheDifferencesAddUpToAFreshComputation(long seed) {
    var random = new Random(seed);
    var visits = new HashMap<Integer, List<VisitFacts>>();
    var ledger = new ArrayList<Line>();
    for (var month = 0; month < 6; month++) {
      visits.put(month, months(random, month));
      visits.values().forEach(some -> some.replaceAll(v -> changed(random, v)));
      ledger.addAll(freeze(month, visits, ledger));
    }
    visits.values().forEach(some -> some.replaceAll(v -> changed(random, v)));

    visits.put(6, new ArrayList<>());
    ledger.addAll(freeze(6, visits, ledger));
    visits.put(7, new ArrayList<>());
    var nothingMore = freeze(7, visits, ledger);

    var fresh = Amounts.NONE;
    for (var month = 0; month < 6; month++) for (var v : visits.get(month)) fresh = fresh.plus(new Evidence(v, SHARES[month]).amounts());
    assertThat(ledger.stream().map(Line::amounts).reduce(Amounts.NONE, Amounts::plus)).isEqualTo(fresh);
    assertThat(nothingMore).isEmpty();
    assertThat(ledger.stream().filter(l -> l.kind() == LineKind.VISIT || l.kind() == LineKind.LATE).map(Line::visit)).doesNotHaveDuplicates();
    assertThat(ledger).filteredOn(l -> l.kind() == LineKind.CORRECTION).isNotEmpty().allSatisfy(l -> assertThat(ledger).anyMatch(first -> first.id().equals(l.original()) && first.original() == null));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theSameEvidenceGivesTheSameDigestAndAnyChangedFenAnother(long seed) {
    var visits = Map.of(0, months(new Random(seed), 0));
    var once = digest(freeze(0, visits, List.of()));
    var shuffled = new ArrayList<>(visits.get(0));
    java.util.Collections.shuffle(shuffled, new Random(seed));
    var again = digest(freeze(0, Map.of(0, shuffled), List.of()));
    var first = shuffled.stream().filter(v -> v.status() == VisitStatus.CONFIRMED).findFirst().orElseThrow();
    shuffled.replaceAll(v -> v == first ? VisitFixtures.with(v, VisitStatus.CONFIRMED, v.shares().publicFen() + 1, v.shares().voucherFen(), v.shares().elderFen()) : v);

    assertThat(again).isEqualTo(once);
    assertThat(digest(freeze(0, Map.of(0, shuffled), List.of()))).isNotEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLineInDisputeIsLeftAloneUntilItsObjectionIsDecided(boolean blocked) {
    var visit = VisitFixtures.visit(new UUID(5, 5), new UUID(6, 6), PROVIDER, REGION, YearMonth.of(2026, 1).atDay(3), VisitStatus.CONFIRMED, 1, 100, 0, 0);
    var settled = Map.of(visit.id().value(), new Settled(visit.id().value(), new UUID(8, 8), BigDecimal.ZERO, Amounts.NONE, blocked));

    var lines = StatementPolicy.lines(List.of(), List.of(new Evidence(visit, BigDecimal.ZERO)), settled, List.of(), REGION, e -> "助浴");

    if (blocked) assertThat(lines).isEmpty();
    else assertThat(lines).singleElement().satisfies(l -> assertThat(l.amounts().payableFen()).isEqualTo(100)).satisfies(l -> assertThat(l.original()).isEqualTo(new UUID(8, 8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABNORMAL", "NORMAL", "REJECTED"})
  void aSettledVisitThatWentToAPersonAgainIsTakenBackOnlyOnceItWasRejected(VisitStatus now) {
    var visit = VisitFixtures.visit(new UUID(5, 5), new UUID(6, 6), PROVIDER, REGION, YearMonth.of(2026, 1).atDay(3), now, 1, 0, 0, 0);
    var settled = Map.of(visit.id().value(), new Settled(visit.id().value(), new UUID(8, 8), BigDecimal.ONE, new Amounts(100, 100, 0, 0, 0), false));

    var lines = StatementPolicy.lines(List.of(), List.of(new Evidence(visit, BigDecimal.ZERO)), settled, List.of(), REGION, e -> "助浴");

    if (now != VisitStatus.REJECTED) assertThat(lines).isEmpty();
    else assertThat(lines).singleElement().satisfies(l -> assertThat(l.amounts().payableFen()).isEqualTo(-100));
  }

  private static List<VisitFacts> months(Random random, int month) {
    var visits = new ArrayList<VisitFacts>();
    for (var i = 0; i < 40; i++) {
      var status = random.nextInt(10) < 7 ? VisitStatus.CONFIRMED : random.nextBoolean() ? VisitStatus.ABNORMAL : VisitStatus.REJECTED;
      visits.add(VisitFixtures.visit(new UUID(random.nextLong(), random.nextLong()), new UUID(6, random.nextInt(8)), PROVIDER, REGION, YearMonth.of(2026, month + 1).atDay(1 + random.nextInt(28)), status,
          1 + random.nextInt(3), random.nextInt(9000), random.nextInt(2000), random.nextInt(3000)));
    }
    return visits;
  }

  private static VisitFacts changed(Random random, VisitFacts v) {
    return switch (random.nextInt(12)) {
      case 0 -> VisitFixtures.with(v, VisitStatus.CONFIRMED, random.nextInt(9000), random.nextInt(2000), random.nextInt(3000));
      case 1 -> VisitFixtures.with(v, VisitStatus.REJECTED, 0, 0, 0);
      default -> v;
    };
  }

  private static List<Line> freeze(int month, Map<Integer, List<VisitFacts>> visits, List<Line> ledger) {
    var settled = new HashMap<UUID, Settled>();
    for (var line : ledger) {
      settled.merge(line.visit(), new Settled(line.visit(), line.id(), line.units(), line.amounts(), false),
          (a, b) -> new Settled(a.visit(), a.original(), a.units().add(b.units()), a.amounts().plus(b.amounts()), false));
    }
    var earlier = new ArrayList<Evidence>();
    for (var m = 0; m < month; m++) for (var v : visits.get(m)) earlier.add(new Evidence(v, m < 6 ? SHARES[m] : BigDecimal.ZERO));
    var own = visits.get(month).stream().map(v -> new Evidence(v, month < 6 ? SHARES[month] : BigDecimal.ZERO)).toList();
    return StatementPolicy.lines(own, earlier, settled, List.of(), REGION, e -> "助浴");
  }

  private static String digest(List<Line> lines) {
    return StatementPolicy.digest(PROVIDER.value(), "2026-01", lines);
  }
}
