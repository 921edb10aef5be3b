package org.zhiyang.funding.settlement.usecase;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.domain.BankFile;
import org.zhiyang.funding.settlement.domain.BatchState;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.crypto.Sm3;

/** Makes the payment file and freezes it in the act that marks the batch as sent: either both happened or neither. A second call answers the same bytes. */
@Service
public class ReleaseFile {
  private final Batches batches;
  private final Clock clock;

  ReleaseFile(Batches batches, Clock clock) {
    this.batches = batches;
    this.clock = clock;
  }

  /** @throws SettlementRefusal.FileNotYet, WrongState */
  @Transactional
  public String handle(UUID id, Actor by) {
    var batch = batches.getForUpdate(id, by.scope());
    var made = batches.file(id);
    if (made.isPresent()) return made.get();
    batch.mayBecome(BatchState.SENT);
    var now = clock.instant();
    var available = Objects.requireNonNull(batch.availableAt());
    if (now.isBefore(available)) throw new SettlementRefusal.FileNotYet(available);
    var file = BankFile.write(id, batches.forBank(id));
    batches.send(id, file, Sm3.hex(file), by.accountId(), now);
    return file;
  }
}
