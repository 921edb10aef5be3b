package org.zhiyang.need.intake.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.NeedCaptured;
import org.zhiyang.need.intake.NeedId;
import org.zhiyang.need.intake.domain.AskedBy;
import org.zhiyang.need.intake.domain.Channel;
import org.zhiyang.need.intake.domain.IntakeRefusal;
import org.zhiyang.need.intake.store.CaseHistory;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.need.intake.store.Cases;
import org.zhiyang.need.intake.store.Needs;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.NewElder;

/** Somebody expresses a need: it opens the elder's case or joins the open one; an unknown elder is registered in the same go. */
@Component
public class CaptureNeed {
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final Elders elders;
  private final Cases cases;
  private final Needs needs;
  private final CaseBooks books;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaptureNeed(Elders elders, Cases cases, Needs needs, CaseBooks books, ApplicationEventPublisher events, Clock clock) {
    this.elders = elders;
    this.cases = cases;
    this.needs = needs;
    this.books = books;
    this.events = events;
    this.clock = clock;
  }

  /** The register, asked and told. */
  @Component
  record Elders(ElderQueries queries, ElderCommands commands) {}

  /** What a new need is checked against and written to besides its own table. */
  @Component
  record CaseBooks(CaseHistory history, CasePlacing placing, Parameters parameters, WishableServices services) {}

  /** Exactly one of {@code elder} and {@code unknown} is given.
   *
   *  @param said the channel staff name; null = the actor's own; @param place 12-digit region or words; null = where the actor works, or online
   *  @param supplement true when the sender knows that the same need is open and wants to add to it */
  public record Command(Actor by, @Nullable ElderId elder, @Nullable NewElder unknown, @Nullable Channel said, Needs.Wish wish, @Nullable String place, boolean supplement) {}

  /** @param joined true when a case was open already; @param registered true when the elder was entered into the register by this need */
  public record Captured(NeedId need, String number, CaseId careCase, String caseNumber, ElderId elder, boolean joined, boolean registered, Instant at, @Nullable LocalDate answerBy) {}

  @Transactional
  public Captured handle(Command command) {
    if ((command.elder == null) == (command.unknown == null)) throw new InvalidInput("elderId", "required");
    if (command.unknown != null && !command.by.may("elder.write")) throw new InvalidInput("elderId", "required");
    for (var service : command.wish.services()) if (!books.services.has(service)) throw new InvalidInput("services", "unknown-service");
    var by = command.by;
    var elder = elder(command);
    var now = clock.instant();
    var open = cases.lockOpenOf(elder.id());
    var opened = open.isPresent() ? open : cases.open(elder.id(), elder.regionCode(), now, books.placing.lastDay(elder.regionCode(), CaseStep.ASSESSED, now));
    var joined = open.isPresent() || opened.isEmpty();
    var row = opened.or(() -> cases.lockOpenOf(elder.id())).orElseThrow(); // where none was open a moment ago, somebody else has opened it now
    if (joined && !command.supplement) refuseSame(row, command.wish, now);
    var channel = Channel.of(by, command.said);
    var place = command.place != null ? command.place : by.regionCode() != null ? by.regionCode() : "网上";
    var need = new NeedId(IDS.generate());
    var number = needs.insert(need, row, channel, command.wish, joined && command.supplement, by, place, now);
    books.history.addReached(row, CaseStep.NEED, null, new Reached(by, now, place, said(command.wish), need.value()));
    if (by.isStaff() && command.wish.askedBy() == AskedBy.ELDER) elders.commands.recordContact(elder.id(), LocalDate.now(clock));
    events.publishEvent(new NeedCaptured(row.id(), elder.id(), elder.regionCode(), channel.name(), !joined, now));
    return new Captured(need, Needs.number(number), row.id(), row.number(), elder.id(), joined, command.unknown != null, now,
        channel.isByStaff() ? null : books.placing.lastDay(elder.regionCode(), CaseStep.NEED, now));
  }

  private ElderProfile elder(Command command) {
    var id = command.elder != null ? command.elder : register(command.unknown, command.by);
    var elder = elders.queries.get(id, command.by.scope());
    elder.requireServed();
    return elder;
  }

  /** What the register refuses of the person is refused of the form's part about the elder. */
  private ElderId register(@Nullable NewElder unknown, Actor by) {
    try {
      return elders.commands.register(Objects.requireNonNull(unknown), by);
    } catch (InvalidInput refused) {
      throw refused.within("elder");
    }
  }

  private void refuseSame(CaseRow open, Needs.Wish wish, Instant now) {
    var today = LocalDate.now(clock);
    var days = books.parameters.get(IntakeParameters.DUPLICATE_WINDOW, open.regionCode(), today, today).value();
    needs.findSame(open.id(), wish.services(), now.minus(days, ChronoUnit.DAYS)).ifPresent(at -> {
      throw new IntakeRefusal.SameNeedOpen(open.id(), open.number(), at);
    });
  }

  private String said(Needs.Wish wish) {
    return "希望：" + String.join("、", books.services.names(wish.services()));
  }
}
