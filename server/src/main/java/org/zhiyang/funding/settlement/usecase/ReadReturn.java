package org.zhiyang.funding.settlement.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.BatchId;
import org.zhiyang.funding.settlement.StatementId;
import org.zhiyang.funding.settlement.StatementPaid;
import org.zhiyang.funding.settlement.domain.BankReturn;
import org.zhiyang.funding.settlement.domain.BatchState;
import org.zhiyang.funding.settlement.domain.BrokenFile;
import org.zhiyang.funding.settlement.domain.PaymentState;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.funding.settlement.store.ReturnFiles;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.crypto.Sm3;

/** Books the bank's return file: each payment is paid or refused, once. The same answer again changes nothing; another one is refused, kept and shown. */
@Service
public class ReadReturn {
  private final Batches batches;
  private final Statements statements;
  private final ReturnFiles files;
  private final LoopSteps steps;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReadReturn(Batches batches, Statements statements, ReturnFiles files, LoopSteps steps, ApplicationEventPublisher events, Clock clock) {
    this.batches = batches;
    this.statements = statements;
    this.files = files;
    this.steps = steps;
    this.events = events;
    this.clock = clock;
  }

  /** @return false when this answer was booked before
   *  @throws SettlementRefusal.UnreadableReturn, ContradictingReturn, WrongState */
  @Transactional
  public boolean handle(UUID id, String content, Actor by) {
    var batch = batches.getForUpdate(id, by.scope());
    var booked = files.acceptedContent(id);
    var digest = Sm3.hex(content);
    var answer = read(id, content, digest, by);
    if (booked.isPresent()) {
      var before = BankReturn.read(booked.get());
      if (before.equals(answer)) return false;
      var lines = new TreeSet<>(before.results().keySet());
      lines.addAll(answer.results().keySet());
      lines.removeIf(line -> Objects.equals(before.results().get(line), answer.results().get(line)));
      files.refuse(Generators.timeBasedEpochGenerator().generate(), id, digest, content, "与已入账的回盘不一致：第 " + join(List.copyOf(lines)) + " 笔", by.accountId(), clock.instant());
      throw new SettlementRefusal.ContradictingReturn(List.copyOf(lines));
    }
    batch.mayBecome(BatchState.RECONCILED);
    var payments = batches.paymentsOf(id);
    var expected = payments.stream().map(Batches.Payment::line).collect(Collectors.toCollection(TreeSet::new));
    if (!expected.equals(answer.results().keySet())) throw unreadable(id, "回盘应当逐笔给出结果：本批共 " + expected.size() + " 笔，回盘有 " + answer.results().size() + " 笔，请向银行索取完整文件", digest, content, by);
    var now = clock.instant();
    files.accept(Generators.timeBasedEpochGenerator().generate(), id, digest, content, by.accountId(), now);
    book(batch, payments, answer, by, now);
    return true;
  }

  private void book(Batches.Row batch, List<Batches.Payment> payments, BankReturn answer, Actor by, Instant now) {
    var paid = new ArrayList<UUID>();
    var refused = new ArrayList<UUID>();
    for (var payment : payments) {
      var result = Objects.requireNonNull(answer.results().get(payment.line()));
      batches.settle(payment.id(), result.paid() ? PaymentState.PAID : PaymentState.REFUSED, result.paid() ? null : result.reason(), now);
      (result.paid() ? paid : refused).add(payment.statement());
      if (result.paid()) {
        var statement = statements.getForUpdate(payment.statement(), new Scope.Everything());
        steps.paid(statements.casesDone(statement.id()), statement, "付款批次 " + batch.number(), by, now);
        events.publishEvent(new StatementPaid(new StatementId(statement.id()), statement.provider(), statement.month(), new BatchId(batch.id()), payment.amountFen(), now));
      }
    }
    statements.move(paid, StatementState.PAID);
    statements.move(refused, StatementState.REVIEWED);
    batches.reconcile(batch.id(), now);
  }

  private BankReturn read(UUID id, String content, String digest, Actor by) {
    try {
      var answer = BankReturn.read(content);
      if (!answer.batch().equals(id)) throw unreadable(id, "这个回盘文件属于另一个批次", digest, content, by);
      return answer;
    } catch (BrokenFile broken) {
      throw unreadable(id, broken.sentence(), digest, content, by);
    }
  }

  private SettlementRefusal unreadable(UUID id, String sentence, String digest, String content, Actor by) {
    files.refuse(Generators.timeBasedEpochGenerator().generate(), id, digest, content.replace('\0', '\uFFFD'), sentence, by.accountId(), clock.instant());
    return new SettlementRefusal.UnreadableReturn(sentence);
  }

  private static String join(List<Integer> lines) {
    return lines.stream().limit(20).map(String::valueOf).collect(Collectors.joining("、")) + (lines.size() > 20 ? " 等" : "");
  }
}
