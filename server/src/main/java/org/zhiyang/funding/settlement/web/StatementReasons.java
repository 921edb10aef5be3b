package org.zhiyang.funding.settlement.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.policy.RulingId;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.platform.policy.StoredRuling;
import org.zhiyang.platform.web.NotFound;

/** Why a statement came out as it did: the rulings behind it, for whoever may see the statement, finance and the provider too. */
@RestController
class StatementReasons {
  private final Statements statements;
  private final RulingStore rulings;
  private final CurrentActor current;

  StatementReasons(Statements statements, RulingStore rulings, CurrentActor current) {
    this.statements = statements;
    this.rulings = rulings;
    this.current = current;
  }

  /** {@code withholding}: null before freezing. {@code score}: how the month's score came about; null without a final score. Neither is about a person. */
  record Reasons(@Nullable StoredRuling withholding, @Nullable StoredRuling score) {}

  @GetMapping("/api/statements/{id}/reasons")
  @Guarded(permission = "settlement.read", audit = true)
  Reasons read(@PathVariable UUID id) {
    var statement = statements.find(id, current.scope()).orElseThrow(NotFound::new);
    return new Reasons(find(statement.ruling()), find(statement.scoreRuling()));
  }

  private @Nullable StoredRuling find(@Nullable UUID ruling) {
    return ruling == null ? null : rulings.find(new RulingId(ruling), new Scope.Everything()).orElse(null);
  }
}
