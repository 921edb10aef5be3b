package org.zhiyang.response.hotline.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Problems.FieldError;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.response.hotline.domain.AnsweredBy;
import org.zhiyang.response.hotline.domain.Attempt;
import org.zhiyang.response.hotline.domain.AttemptOutcome;
import org.zhiyang.response.hotline.domain.CallBack;
import org.zhiyang.response.hotline.domain.CallBacks;
import org.zhiyang.response.hotline.domain.Script;
import org.zhiyang.service.homecare.HomecareCommands;

/** What people do with a call-back: take it, call, write down the result, decide. Each in one transaction with what follows from it. */
@Component
public class CallBackDesk {
  private final CallBacks callBacks;
  private final HomecareCommands homecare;
  private final Parameters parameters;
  private final Script script;
  private final Clock clock;

  CallBackDesk(CallBacks callBacks, HomecareCommands homecare, Parameters parameters, Script script, Clock clock) {
    this.callBacks = callBacks;
    this.homecare = homecare;
    this.parameters = parameters;
    this.script = script;
    this.clock = clock;
  }

  @Transactional
  public void take(UUID id, Actor by) {
    var callBack = callBacks.get(id, by.scope());
    callBack.take(by.accountId(), by.displayName(), Instant.now());
    callBacks.save(callBack);
  }

  @Transactional
  public void release(UUID id, Actor by) {
    var callBack = callBacks.get(id, by.scope());
    callBack.release(by.accountId());
    callBacks.save(callBack);
  }

  @Transactional
  public void noteAttempt(UUID id, AttemptOutcome outcome, @Nullable AnsweredBy answeredBy, @Nullable String note, @Nullable Instant nextTryAt, Actor by) {
    if ((outcome == AttemptOutcome.REACHED) != (answeredBy != null)) throw new InvalidInput("answeredBy", answeredBy == null ? "required" : "unexpected");
    if (nextTryAt != null && !nextTryAt.isAfter(clock.instant())) throw new InvalidInput("nextTryAt", "past");
    var callBack = callBacks.get(id, by.scope());
    callBack.noteAttempt(new Attempt(clock.instant(), by.accountId(), by.displayName(), outcome, answeredBy, note, nextTryAt), Instant.now());
    callBacks.save(callBack);
  }

  /** @param stars what the elder said on the phone, 1..5, only for a confirmed visit; null = not asked or not said */
  public record Finish(UUID id, CallBackResult result, Map<String, String> answers, @Nullable String note, @Nullable Integer stars, @Nullable String words) {}

  @Transactional
  public void finish(Finish command, Actor by) {
    var callBack = callBacks.get(command.id(), by.scope());
    var flags = callBack.facts().flags();
    if (command.result() == CallBackResult.DECIDED_OTHERWISE) throw new InvalidInput("result", "pattern");
    if (command.stars() != null && command.result() != CallBackResult.CONFIRMED_SERVICE) throw new InvalidInput("stars", "only-confirmed");
    if (command.result() != CallBackResult.CANNOT_REACH) requireAnswers(script.check(flags, command.answers()));
    var tries = parameters.get(HotlineParameters.ATTEMPTS, callBack.facts().regionCode(), callBack.facts().serviceDay(), LocalDate.now(clock)).value();
    var finding = new CallBack.Finding(command.result(), command.answers(), command.note(), by.accountId(), by.displayName(), clock.instant());
    callBack.finish(finding, script.proposal(flags, command.answers()), tries, by.role().key(), Instant.now());
    callBacks.save(callBack);
    tell(callBack, by);
    if (command.stars() != null) homecare.rate(callBack.facts().visit(), command.stars(), command.words() == null ? "" : command.words(), by);
  }

  private static void requireAnswers(List<Script.Fault> faults) {
    if (!faults.isEmpty()) throw new InvalidInput(faults.stream().map(f -> new FieldError("answers." + f.question(), f.code(), Map.of())).toList());
  }

  @Transactional
  public void decide(UUID id, boolean confirmed, String reason, Actor by) {
    var callBack = callBacks.get(id, by.scope());
    callBack.decide(new CallBack.Decision(confirmed, reason, by.accountId(), by.displayName(), by.role().key(), clock.instant()));
    callBacks.save(callBack);
    tell(callBack, by);
  }

  private void tell(CallBack callBack, Actor by) {
    var decision = callBack.decision();
    if (decision == null) return;
    var finding = callBack.finding();
    var found = finding == null ? "" : "回访结果：" + finding.result().chinese() + "。";
    homecare.decide(callBack.facts().visit(), decision.confirmed(), found + (decision.reason() == null ? "" : decision.reason()), by);
  }
}
