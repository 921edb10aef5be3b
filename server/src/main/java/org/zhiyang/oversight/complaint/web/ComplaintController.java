package org.zhiyang.oversight.complaint.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.oversight.complaint.domain.ComplaintChannel;
import org.zhiyang.oversight.complaint.domain.ComplaintKind;
import org.zhiyang.oversight.complaint.domain.ComplaintStatus;
import org.zhiyang.oversight.complaint.domain.Complaints;
import org.zhiyang.oversight.complaint.usecase.ComplaintDesk;
import org.zhiyang.oversight.complaint.view.ComplaintList;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.Masking;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;

/** 投诉. */
@RestController
class ComplaintController {
  private final ComplaintList list;
  private final ComplaintDesk desk;
  private final ElderQueries elders;
  private final FacilityQueries facilities;
  private final RegionQueries regions;
  private final CurrentActor current;
  private final Clock clock;

  ComplaintController(ComplaintList list, ComplaintDesk desk, ElderQueries elders, FacilityQueries facilities, RegionQueries regions, CurrentActor current, Clock clock) {
    this.list = list;
    this.desk = desk;
    this.elders = elders;
    this.facilities = facilities;
    this.regions = regions;
    this.current = current;
    this.clock = clock;
  }

  /** The elder's name is masked for the provider: it must answer, not call the complainant. */
  record ComplaintRow(UUID id, String number, UUID elderId, String elderName, String regionCode, String regionName, @Nullable UUID visitId, @Nullable UUID providerId,
      @Nullable String providerName, String kind, String kindName, String channel, String channelName, String words, String status, String statusName, OffsetDateTime receivedAt,
      String receivedName, boolean onBehalf, @Nullable LocalDate answerDueOn, boolean overdue, @Nullable String answer, @Nullable OffsetDateTime answeredAt, @Nullable Boolean founded,
      @Nullable String decisionReason, @Nullable OffsetDateTime decidedAt) {}

  record Step(OffsetDateTime at, String by, @Nullable String fromName, String to, String toName, @Nullable String words) {}

  record ComplaintView(ComplaintRow complaint, List<Step> steps) {}

  @GetMapping("/api/complaints")
  @Guarded(permission = "complaint.read", audit = true)
  Page<ComplaintRow> list(@Valid PageQuery query, @RequestParam @Nullable ComplaintStatus status, @RequestParam @Nullable ComplaintKind kind, @RequestParam @Nullable String region,
      @RequestParam @Nullable UUID provider, @RequestParam @Nullable UUID elder, @RequestParam @Nullable Boolean founded, @RequestParam(defaultValue = "false") boolean overdue) {
    var page = list.page(new ComplaintList.Filter(status, kind, region, provider, elder, founded, overdue), query, current.scope());
    return page.with(rows(page.items()));
  }

  @GetMapping("/api/complaints/{id}")
  @Guarded(permission = "complaint.read", audit = true)
  ComplaintView get(@PathVariable UUID id) {
    var row = list.find(id, current.scope()).orElseThrow(NotFound::new);
    return new ComplaintView(rows(List.of(row)).getFirst(), list.steps(id).stream()
        .map(s -> new Step(s.at(), shown(s.by(), !s.role().equals("elder") && !s.role().equals("family")), s.from() == null ? null : s.from().chinese(), s.to().name(), s.to().chinese(), s.words())).toList());
  }

  record ReceiveRequest(@NotNull UUID elder, @Nullable UUID visit, @Nullable UUID provider, @NotNull ComplaintKind kind, @Nullable ComplaintChannel channel,
      @NotBlank @Size(min = 4, max = 1000) String words, @Nullable Boolean again) {}

  record Received(UUID id, String statusName, @Nullable LocalDate answerDueOn) {}

  /** By the elder, the family, or staff for them. About a known visit it goes to the provider at once. Without a visit the same complaint is received twice a day only with {@code again}. */
  @PostMapping("/api/complaints")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "complaint.write", audit = true)
  Received receive(@Valid @RequestBody ReceiveRequest body) {
    var channel = body.channel() == null ? ComplaintChannel.HOTLINE : body.channel();
    var id = desk.receive(new ComplaintDesk.Receive(body.elder(), body.visit(), body.provider(), body.kind(), channel, body.words().strip(), Boolean.TRUE.equals(body.again())), current.get());
    var row = list.find(id, current.scope()).orElseThrow(NotFound::new);
    return new Received(id, row.status().chinese(), row.answerDueOn());
  }

  record AssignRequest(@Nullable UUID provider, @Nullable @Size(max = 500) String words) {}

  @PostMapping("/api/complaints/{id}/assignment")
  @Guarded(permission = "complaint.assign", audit = true)
  ComplaintView assign(@PathVariable UUID id, @Valid @RequestBody AssignRequest body) {
    desk.assign(id, body.provider(), body.words() == null || body.words().isBlank() ? null : body.words().strip(), current.get());
    return get(id);
  }

  record WordsRequest(@NotBlank @Size(min = 4, max = 1000) String words) {}

  @PostMapping("/api/complaints/{id}/answer")
  @Guarded(permission = "complaint.answer", audit = true)
  ComplaintView answer(@PathVariable UUID id, @Valid @RequestBody WordsRequest body) {
    desk.answer(id, body.words().strip(), current.get());
    return get(id);
  }

  @PostMapping("/api/complaints/{id}/return")
  @Guarded(permission = "complaint.decide", audit = true)
  ComplaintView sendBack(@PathVariable UUID id, @Valid @RequestBody WordsRequest body) {
    desk.sendBack(id, body.words().strip(), current.get());
    return get(id);
  }

  record DecisionRequest(@NotNull Boolean founded, @NotBlank @Size(min = 4, max = 1000) String reason) {}

  @PostMapping("/api/complaints/{id}/decision")
  @Guarded(permission = "complaint.decide", audit = true)
  ComplaintView decide(@PathVariable UUID id, @Valid @RequestBody DecisionRequest body) {
    desk.decide(id, body.founded(), body.reason().strip(), current.get());
    return get(id);
  }

  record WithdrawalRequest(@NotBlank @Size(min = 2, max = 500) String reason) {}

  /** By who may complain for this elder. */
  @PostMapping("/api/complaints/{id}/withdrawal")
  @Guarded(permission = "complaint.write", audit = true)
  ComplaintView withdraw(@PathVariable UUID id, @Valid @RequestBody WithdrawalRequest body) {
    desk.withdraw(id, body.reason().strip(), current.get());
    return get(id);
  }

  /** A provider does not read who complained; staff are named. */
  private String shown(String name, boolean staff) {
    return staff || current.get().organizationId() == null ? name : Masking.name(name);
  }

  private List<ComplaintRow> rows(List<ComplaintList.Row> rows) {
    var masked = current.get().organizationId() != null;
    var people = elders.list(rows.stream().map(r -> new ElderId(r.elderId())).distinct().toList());
    var providers = facilities.listProviders(rows.stream().map(ComplaintList.Row::providerId).filter(Objects::nonNull).distinct().map(ProviderId::new).toList());
    var today = LocalDate.now(clock);
    return rows.stream().map(r -> {
      var elder = people.get(new ElderId(r.elderId()));
      var name = elder == null ? "" : masked ? Masking.name(elder.name()) : elder.name();
      var provider = r.providerId() == null ? null : providers.get(new ProviderId(r.providerId()));
      return new ComplaintRow(r.id(), new Complaints.Open(r.id(), r.number()).shown(), r.elderId(), name, r.regionCode(), regions.fullName(new RegionCode(r.regionCode())), r.visitId(), r.providerId(),
          provider == null ? null : provider.name(), r.kind().name(), r.kind().chinese(), r.channel().name(), r.channel().chinese(), r.words(), r.status().name(), r.status().chinese(),
          r.receivedAt(), shown(r.receivedName(), r.onBehalf()), r.onBehalf(), r.answerDueOn(), r.status() == ComplaintStatus.ASSIGNED && r.answerDueOn() != null && r.answerDueOn().isBefore(today), r.answer(),
          r.answeredAt(), r.founded(), r.decisionReason(), r.decidedAt());
    }).toList();
  }
}
