package org.zhiyang.funding.settlement.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.BatchId;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.funding.settlement.store.Payable;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;

/** Puts every reviewed statement of the preparer's area into one payment batch and makes the list public. */
@Service
public class PrepareBatch {
  private final Statements statements;
  private final Payable payable;
  private final Batches batches;
  private final FacilityQueries facilities;
  private final Parameters parameters;
  private final Clock clock;

  PrepareBatch(Statements statements, Payable payable, Batches batches, FacilityQueries facilities, Parameters parameters, Clock clock) {
    this.statements = statements;
    this.payable = payable;
    this.batches = batches;
    this.facilities = facilities;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** @throws SettlementRefusal.NothingToPay, NoAccount */
  @Transactional
  public BatchId handle(Actor by) {
    var rows = payable.lock(by.scope());
    if (rows.isEmpty()) throw new SettlementRefusal.NothingToPay();
    var providers = facilities.listProviders(rows.stream().map(Statements.Row::provider).distinct().toList());
    var accounts = new HashMap<ProviderId, FacilityQueries.BankAccount>();
    for (var provider : providers.values()) payable.accountOf(provider.id()).ifPresent(account -> accounts.put(provider.id(), account));
    var without = providers.values().stream().filter(p -> !accounts.containsKey(p.id())).map(p -> p.name()).toList();
    if (!without.isEmpty()) throw new SettlementRefusal.NoAccount(without);
    var id = Generators.timeBasedEpochGenerator().generate();
    var region = Objects.requireNonNull(by.regionCode());
    var today = LocalDate.now(clock);
    var days = parameters.get(SettlementParameters.PUBLICITY_DAYS, region, today, today).value();
    var involved = new HashSet<UUID>(List.of(by.accountId()));
    rows.forEach(s -> {
      involved.add(Objects.requireNonNull(s.frozenBy()));
      involved.add(Objects.requireNonNull(s.reviewedBy()));
    });
    batches.add(id, region, rows.size(), rows.stream().mapToLong(Statements.Row::payableFen).sum(), by.accountId(), clock.instant(), involved, today.plusDays(days - 1L));
    for (var i = 0; i < rows.size(); i++) {
      var s = rows.get(i);
      var account = Objects.requireNonNull(accounts.get(s.provider()));
      batches.addPayment(Generators.timeBasedEpochGenerator().generate(), id, i + 1, s, s.month() + " 居家养老服务补贴", account.name(), account.number());
    }
    statements.move(rows.stream().map(Statements.Row::id).toList(), StatementState.IN_BATCH);
    return new BatchId(id);
  }
}
