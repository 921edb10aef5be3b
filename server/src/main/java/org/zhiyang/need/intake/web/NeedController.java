package org.zhiyang.need.intake.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
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
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.NeedId;
import org.zhiyang.need.intake.domain.AskedBy;
import org.zhiyang.need.intake.domain.Channel;
import org.zhiyang.need.intake.domain.Contact;
import org.zhiyang.need.intake.domain.Urgency;
import org.zhiyang.need.intake.usecase.CaptureNeed;
import org.zhiyang.need.intake.usecase.ReceiveNeed;
import org.zhiyang.need.intake.usecase.WishableServices;
import org.zhiyang.need.intake.view.NeedList;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 需求登记: capture, list, receive. */
@RestController
class NeedController {
  private final CaptureNeed capture;
  private final ReceiveNeed receive;
  private final NeedList list;
  private final WishableServices services;
  private final IntakeNames names;
  private final CurrentActor current;

  NeedController(CaptureNeed capture, ReceiveNeed receive, NeedList list, WishableServices services, IntakeNames names, CurrentActor current) {
    this.capture = capture;
    this.receive = receive;
    this.list = list;
    this.services = services;
    this.names = names;
    this.current = current;
  }

  /** {@code joined}: a case was open already. {@code answerBy}: last day on which staff will get in touch, for needs sent in by elder or family. */
  record Captured(UUID id, String number, UUID caseId, String caseNumber, UUID elderId, boolean joined, boolean registered, OffsetDateTime capturedAt, @Nullable LocalDate answerBy) {}

  @PostMapping("/api/needs")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "need.capture", audit = true)
  Captured capture(@Valid @RequestBody NeedForm body) {
    var done = capture.handle(body.by(current.get()));
    return new Captured(done.need().value(), done.number(), done.careCase().value(), done.caseNumber(), done.elder().value(), done.joined(), done.registered(),
        done.at().atZone(BusinessClock.ZONE).toOffsetDateTime(), done.answerBy());
  }

  record NeedView(UUID id, String number, UUID caseId, String caseNumber, CaseStep step, String stepName, boolean open, IntakeNames.Person elder, String regionCode, String regionName,
      OffsetDateTime capturedAt, Channel channel, String channelName, AskedBy askedBy, String askedByName, List<String> services, List<String> serviceNames, Urgency urgency,
      String urgencyName, @Nullable String words, Contact contact, String contactName, boolean supplement, String actedRoleName, String actedName, boolean onBehalf, String place,
      String placeName, @Nullable OffsetDateTime receivedAt, @Nullable String receivedName) {}

  @GetMapping("/api/needs")
  @Guarded(permission = "need.read", audit = true)
  Page<NeedView> list(@Valid PageQuery query, @RequestParam @Nullable String region, @RequestParam @Nullable Channel channel, @RequestParam @Nullable Urgency urgency,
      @RequestParam @Nullable UUID elder, @RequestParam("case") @Nullable UUID careCase, @RequestParam @Nullable Boolean waiting, @RequestParam @Nullable Boolean open) {
    var page = list.page(new NeedList.Filter(region, channel, urgency, elder, careCase, waiting, open), query, current.scope());
    var people = names.people(page.items().stream().map(NeedList.Row::elder).toList());
    return page.map(row -> view(row, people.get(row.elder())));
  }

  @GetMapping("/api/needs/{id}")
  @Guarded(permission = "need.read", audit = true)
  NeedView get(@PathVariable UUID id) {
    var row = list.find(id, current.scope()).orElseThrow(NotFound::new);
    return view(row, names.people(List.of(row.elder())).get(row.elder()));
  }

  /** 受理: staff have spoken to the elder or family and take it in hand. */
  @PostMapping("/api/needs/{id}/receipt")
  @Guarded(permission = "need.capture", audit = true)
  NeedView receive(@PathVariable UUID id) {
    receive.handle(new NeedId(id), current.get());
    return get(id);
  }

  /** What may be wished for, in the order of the city's service list. */
  @GetMapping("/api/wishable-services")
  @Guarded(permission = Guarded.SIGNED_IN)
  List<WishableServices.Service> services() {
    return services.list();
  }

  private NeedView view(NeedList.Row n, IntakeNames.@Nullable Person elder) {
    return new NeedView(n.id(), n.number(), n.careCase(), n.caseNumber(), n.step(), n.step().chinese(), n.open(), elder == null ? new IntakeNames.Person(n.elder(), "") : elder, n.regionCode(),
        names.region(n.regionCode()), names.local(n.capturedAt()), n.channel(), n.channel().chinese(), n.askedBy(), n.askedBy().chinese(), n.services(), services.names(n.services()),
        n.urgency(), n.urgency().chinese(), n.words(), n.contact(), n.contact().chinese(), n.supplement(), n.actedRoleName(), n.actedName(), n.onBehalf(), n.place(), names.place(n.place()),
        n.receivedAt() == null ? null : names.local(n.receivedAt()), n.receivedName());
  }
}
