package org.zhiyang.funding.settlement.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;

/** The statements that wait for a batch, and the accounts they are paid to. */
@Component
public class Payable {
  private final JdbcClient jdbc;
  private final FacilityQueries facilities;

  Payable(JdbcClient jdbc, FacilityQueries facilities) {
    this.jdbc = jdbc;
    this.facilities = facilities;
  }

  /** Reviewed statements in scope whose last payment, if any was refused, has been dealt with; locked until the transaction ends, in the order of region, provider, month. */
  public List<Statements.Row> lock(Scope scope) {
    var mine = scope.on(Statements.SCOPE);
    return jdbc.sql("""
        select s.* from settlement.statement s where s.state = 'REVIEWED' and s.payable_fen > 0
          and not exists (select 1 from settlement.payment p where p.statement_id = s.id and p.state = 'REFUSED' and p.corrected_at is null) and\s""" + mine.sql() + """
         order by s.region_code, s.provider_id, s.month for update of s""").params(mine.params()).query(Statements::row).list();
  }

  public Optional<FacilityQueries.BankAccount> accountOf(ProviderId provider) {
    return Optional.of(facilities.bankAccountOf(provider)).filter(a -> a.name() != null && !a.name().isBlank() && !a.number().isBlank());
  }
}
