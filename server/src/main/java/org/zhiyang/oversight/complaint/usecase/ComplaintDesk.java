package org.zhiyang.oversight.complaint.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.oversight.complaint.domain.Complaint;
import org.zhiyang.oversight.complaint.domain.ComplaintChannel;
import org.zhiyang.oversight.complaint.domain.ComplaintKind;
import org.zhiyang.oversight.complaint.domain.ComplaintRefusal;
import org.zhiyang.oversight.complaint.domain.Complaints;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitId;

/** What people do with complaints: receive, forward, answer, send back, decide, withdraw. */
@Component
public class ComplaintDesk {
  /** Days a provider has to answer, the day of forwarding not counted. */
  static final Parameter<Integer> ANSWER_DAYS = Parameter.of("complaint-answer-days", Integer.class, "days");

  private final Complaints complaints;
  private final ElderQueries elders;
  private final HomecareQueries homecare;
  private final FacilityQueries facilities;
  private final Parameters parameters;
  private final Clock clock;

  ComplaintDesk(Complaints complaints, ElderQueries elders, HomecareQueries homecare, FacilityQueries facilities, Parameters parameters, Clock clock) {
    this.complaints = complaints;
    this.elders = elders;
    this.homecare = homecare;
    this.facilities = facilities;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Declares the module's figures, so that they are checked when the platform starts. */
  @Configuration(proxyBeanMethods = false)
  static class Figures {
    @Bean
    Parameter<Integer> complaintAnswerDays() {
      return ANSWER_DAYS;
    }
  }

  /** @param visit, provider the visit complained of names its provider; both may be null when the complainant knows neither
   *  @param again without a visit: whoever receives it knows of the same complaint of today that is open, and means another */
  public record Receive(UUID elder, @Nullable UUID visit, @Nullable UUID provider, ComplaintKind kind, ComplaintChannel channel, String words, boolean again) {}

  /** Complained of and the provider known: forwarded at once. Otherwise somebody must name the provider first. */
  @Transactional
  public UUID receive(Receive command, Actor by) {
    var elder = elders.get(new ElderId(command.elder()), by.scope());
    var provider = command.provider();
    if (command.visit() != null) {
      var visit = homecare.findVisit(new VisitId(command.visit()), by.scope()).filter(v -> v.elder().equals(elder.id())).orElseThrow(() -> new InvalidInput("visit", "unknown"));
      provider = visit.provider().value();
      complaints.holdOpenOf(command.visit(), command.kind()).ifPresent(existing -> {
        throw new ComplaintRefusal.AlreadyOpen(existing, true);
      });
    } else {
      if (provider != null) requireProvider(provider);
      var same = complaints.holdOpenOf(elder.id().value(), provider, command.kind(), LocalDate.now(clock));
      if (same.isPresent() && !command.again()) throw new ComplaintRefusal.AlreadyOpen(same.get(), false);
    }
    var channel = by.isStaff() ? command.channel() : ComplaintChannel.SELF;
    var facts = new Complaint.Facts(Generators.timeBasedEpochGenerator().generate(), elder.id().value(), elder.regionCode(), command.visit(), command.kind(), channel, command.words(), by(by),
        by.isStaff());
    var complaint = Complaint.receive(facts, provider);
    if (command.visit() != null) complaint.assign(null, dueOn(elder.regionCode()), "涉及的上门服务已明确，自动转服务商答复", by(Actor.PLATFORM));
    complaints.add(complaint);
    return facts.id();
  }

  @Transactional
  public void assign(UUID id, @Nullable UUID provider, @Nullable String words, Actor by) {
    var complaint = complaints.get(id, by.scope());
    if (provider != null) requireProvider(provider);
    complaint.assign(provider, dueOn(complaint.facts().regionCode()), words, by(by));
    complaints.save(complaint);
  }

  @Transactional
  public void answer(UUID id, String words, Actor by) {
    var complaint = complaints.get(id, by.scope());
    complaint.answer(words, by(by));
    complaints.save(complaint);
  }

  @Transactional
  public void sendBack(UUID id, String words, Actor by) {
    var complaint = complaints.get(id, by.scope());
    complaint.sendBack(words, dueOn(complaint.facts().regionCode()), by(by));
    complaints.save(complaint);
  }

  @Transactional
  public void decide(UUID id, boolean founded, String reason, Actor by) {
    var complaint = complaints.get(id, by.scope());
    complaint.decide(founded, reason, by(by), LocalDate.now(clock));
    complaints.save(complaint);
  }

  @Transactional
  public void withdraw(UUID id, String reason, Actor by) {
    var complaint = complaints.get(id, by.scope());
    complaint.withdraw(reason, by(by));
    complaints.save(complaint);
  }

  private void requireProvider(UUID provider) {
    if (facilities.findProvider(new ProviderId(provider)).isEmpty()) throw new InvalidInput("provider", "unknown");
  }

  private LocalDate dueOn(String regionCode) {
    var today = LocalDate.now(clock);
    return today.plusDays(parameters.get(ANSWER_DAYS, regionCode, today, today).value());
  }

  private Complaint.By by(Actor actor) {
    return new Complaint.By(actor.accountId(), actor.displayName(), actor.role().key(), clock.instant());
  }
}
