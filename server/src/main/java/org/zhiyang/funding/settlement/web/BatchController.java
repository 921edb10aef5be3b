package org.zhiyang.funding.settlement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.funding.settlement.domain.BatchState;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.funding.settlement.store.ReturnFiles;
import org.zhiyang.funding.settlement.view.BatchList;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.facility.FacilityQueries.BankAccount;

/** 付款批次: from the prepared list to the bank's answer. */
@RestController
class BatchController {
  private final BatchList list;
  private final Batches batches;
  private final ReturnFiles files;
  private final BatchUses uses;
  private final Shown shown;
  private final CurrentActor current;
  private final Clock clock;

  BatchController(BatchList list, Batches batches, ReturnFiles files, BatchUses uses, Shown shown, CurrentActor current, Clock clock) {
    this.list = list;
    this.batches = batches;
    this.files = files;
    this.uses = uses;
    this.shown = shown;
    this.current = current;
    this.clock = clock;
  }

  record BatchRow(UUID id, String number, String regionCode, String regionName, BatchState state, String stateName, int payments, long totalFen, int paid, int refused, long paidFen,
      LocalDate publicityUntil, OffsetDateTime preparedAt, @Nullable OffsetDateTime approvedAt, @Nullable OffsetDateTime availableAt, @Nullable OffsetDateTime sentAt,
      @Nullable OffsetDateTime reconciledAt) {}

  @GetMapping("/api/payment-batches")
  @Guarded(permission = "payment.read")
  Page<BatchRow> list(@Valid PageQuery query, @RequestParam @Nullable BatchState state) {
    return list.page(state, query, current.scope()).map(b -> new BatchRow(b.id(), b.number(), b.regionCode(), shown.region(b.regionCode()), b.state(), b.state().chinese(), b.payments(), b.totalFen(),
        b.paid(), b.refused(), b.paidFen(), b.publicityUntil(), b.preparedAt(), b.approvedAt(), b.availableAt(), b.sentAt(), b.reconciledAt()));
  }

  record RefusedRow(UUID paymentId, UUID batchId, UUID statementId, UUID providerId, String providerName, long amountFen, String reason, String accountName, String accountTail, OffsetDateTime at) {}

  record Waiting(int statements, long totalFen, List<RefusedRow> refused) {}

  /** What a batch prepared now would hold, and what the bank refused and nobody has dealt with. */
  @GetMapping("/api/payment-batches/waiting")
  @Guarded(permission = "payment.read")
  Waiting waiting() {
    var waiting = list.waiting(current.scope());
    return new Waiting(waiting.statements(), waiting.totalFen(), list.refused(current.scope(), 100).stream().map(r -> new RefusedRow(r.payment(), r.batch(), r.statement(), r.provider().value(),
        shown.provider(r.provider()), r.amountFen(), r.reason(), r.accountName(), r.tail(), r.at())).toList());
  }

  record PaymentRow(UUID id, int line, UUID statementId, UUID providerId, String providerName, long amountFen, String purpose, String accountName, String accountTail, String state, String stateName,
      @Nullable String reason, @Nullable UUID replaces, @Nullable OffsetDateTime settledAt, @Nullable OffsetDateTime correctedAt, @Nullable String correctionReason) {}

  record ReturnRow(String digest, boolean accepted, @Nullable String fault, OffsetDateTime receivedAt) {}

  /** {@code businessNow} is the platform's own time: the countdown runs against it. {@code mayApprove}: the reader took no part in preparing or reviewing. */
  record BatchView(UUID id, long version, String number, String regionCode, String regionName, BatchState state, String stateName, int payments, long totalFen, LocalDate publicityUntil,
      boolean publicityOver, OffsetDateTime preparedAt, @Nullable OffsetDateTime approvedAt, @Nullable OffsetDateTime availableAt, @Nullable OffsetDateTime withdrawnAt,
      @Nullable String withdrawnReason, @Nullable String fileDigest, @Nullable OffsetDateTime sentAt, @Nullable OffsetDateTime reconciledAt, boolean mayApprove, boolean bankConfigured,
      OffsetDateTime businessNow, List<PaymentRow> lines, List<ReturnRow> returns) {}

  @GetMapping("/api/payment-batches/{id}")
  @Guarded(permission = "payment.read", audit = true)
  BatchView read(@PathVariable UUID id) {
    var actor = current.get();
    var b = batches.find(id, actor.scope()).orElseThrow(NotFound::new);
    var payments = batches.paymentsOf(id);
    var names = shown.providers(payments.stream().map(Batches.Payment::provider).toList());
    var rows = payments.stream().map(p -> {
      var of = names.get(p.provider());
      return new PaymentRow(p.id(), p.line(), p.statement(), p.provider().value(), of == null ? "" : of.name(), p.amountFen(), p.purpose(), p.accountName(), p.tail(), p.state().name(),
          p.state().chinese(), p.reason(), p.replaces(), Shown.at(p.settledAt()), Shown.at(p.correctedAt()), p.correctionReason());
    }).toList();
    return new BatchView(id, b.version(), b.number(), b.regionCode(), shown.region(b.regionCode()), b.state(), b.state().chinese(), b.payments(), b.totalFen(), b.publicityUntil(),
        LocalDate.now(clock).isAfter(b.publicityUntil()), Objects.requireNonNull(Shown.at(b.preparedAt())), Shown.at(b.approvedAt()), Shown.at(b.availableAt()), Shown.at(b.withdrawnAt()),
        b.withdrawnReason(), b.fileDigest(), Shown.at(b.sentAt()), Shown.at(b.reconciledAt()), !b.involved().contains(actor.accountId()), uses.bank().configured(),
        Objects.requireNonNull(Shown.at(clock.instant())), rows,
        files.of(id).stream().map(f -> new ReturnRow(f.digest(), f.accepted(), f.fault(), Objects.requireNonNull(Shown.at(f.receivedAt())))).toList());
  }

  record Prepared(UUID id) {}

  @PostMapping("/api/payment-batches")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "payment.prepare", audit = true)
  Prepared prepare() {
    return new Prepared(uses.prepare().handle(current.get()).value());
  }

  record Done(UUID id, BatchState state) {}

  @PostMapping("/api/payment-batches/{id}/approval")
  @Guarded(permission = "settlement.approve", audit = true)
  Done approve(@PathVariable UUID id) {
    uses.approve().handle(id, current.get());
    return done(id);
  }

  record WithdrawalRequest(@NotBlank @Size(min = 4, max = 500) String reason) {}

  @PostMapping("/api/payment-batches/{id}/withdrawal")
  @Guarded(permission = "payment.prepare", audit = true)
  Done withdraw(@PathVariable UUID id, @Valid @RequestBody WithdrawalRequest body) {
    uses.withdraw().handle(id, body.reason().strip(), current.get());
    return done(id);
  }

  /** Makes and freezes the payment file; from here on the batch counts as sent. */
  @PostMapping("/api/payment-batches/{id}/file")
  @Guarded(permission = "settlement.pay", audit = true)
  Done release(@PathVariable UUID id) {
    uses.release().handle(id, current.get());
    return done(id);
  }

  /** The frozen file, the same bytes every time. */
  @GetMapping(path = "/api/payment-batches/{id}/file", produces = "text/csv")
  @Guarded(permission = "settlement.pay", audit = true)
  ResponseEntity<byte[]> file(@PathVariable UUID id) {
    var batch = batches.find(id, current.scope()).orElseThrow(NotFound::new);
    var file = batches.file(id).orElseThrow(() -> batch.availableAt() == null ? new SettlementRefusal.WrongState(batch.state()) : new SettlementRefusal.FileNotYet(batch.availableAt()));
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(batch.number() + ".csv").build().toString()).body(file.getBytes(StandardCharsets.UTF_8));
  }

  record ReturnRequest(@NotBlank @Size(max = 20_000_000) String content) {}

  /** {@code booked} is false when the same answer had been booked before. */
  record Read(UUID id, BatchState state, boolean booked) {}

  @PostMapping("/api/payment-batches/{id}/returns")
  @Guarded(permission = "settlement.pay", audit = true)
  Read read(@PathVariable UUID id, @Valid @RequestBody ReturnRequest body) {
    var booked = uses.read().handle(id, body.content(), current.get());
    return new Read(id, done(id).state(), booked);
  }

  /** Sends the file to the configured bank and books its answer. */
  @PostMapping("/api/payment-batches/{id}/sending")
  @Guarded(permission = "settlement.pay", audit = true)
  Read send(@PathVariable UUID id) {
    var booked = uses.bank().handle(id, current.get());
    return new Read(id, done(id).state(), booked);
  }

  record CorrectionRequest(@Nullable @Size(min = 2, max = 100) String accountName, @Nullable @Pattern(regexp = "\\d{8,32}") String accountNumber, @NotBlank @Size(min = 4, max = 500) String reason) {}

  /** After a refusal: a corrected account (both parts), or the old one confirmed (neither). */
  @PostMapping("/api/payments/{id}/account-correction")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "settlement.review", audit = true)
  void correct(@PathVariable UUID id, @Valid @RequestBody CorrectionRequest body) {
    var name = body.accountName();
    var number = body.accountNumber();
    if (name == null && number != null) throw new InvalidInput("accountName", "required");
    if (name != null && number == null) throw new InvalidInput("accountNumber", "required");
    uses.correct().handle(id, name == null || number == null ? null : new BankAccount(name.strip(), number), body.reason().strip(), current.get());
  }

  private Done done(UUID id) {
    return new Done(id, batches.find(id, current.scope()).orElseThrow(NotFound::new).state());
  }
}
