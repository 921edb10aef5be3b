package org.zhiyang.funding.settlement.web;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.funding.settlement.domain.ChangePolicy;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.funding.settlement.store.Doubts;
import org.zhiyang.funding.settlement.store.LineObjections;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.funding.settlement.view.StatementLines;
import org.zhiyang.funding.settlement.view.StatementList;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.service.homecare.VisitFlag;

/** 结算单: lists and pages. */
@RestController
class StatementController {
  private final StatementList list;
  private final StatementLines lines;
  private final Statements statements;
  private final LineObjections objections;
  private final Batches batches;
  private final Doubts doubts;
  private final Shown shown;
  private final ElderQueries elders;
  private final CurrentActor current;

  StatementController(StatementList list, StatementLines lines, Statements statements, LineObjections objections, Batches batches, Doubts doubts, Shown shown, ElderQueries elders, CurrentActor current) {
    this.list = list;
    this.lines = lines;
    this.statements = statements;
    this.objections = objections;
    this.batches = batches;
    this.doubts = doubts;
    this.shown = shown;
    this.elders = elders;
    this.current = current;
  }

  /** {@code waiting}: NO_SCORE while the month has no final score (nothing can be settled), else null; a month without visits needs none. */
  record StatementRow(UUID id, UUID providerId, String providerName, String regionCode, String regionName, String month, StatementState state, String stateName, @Nullable String waiting,
      @Nullable BigDecimal score, @Nullable Boolean performancePass, int visits, int undecided, long dueFen, long withheldFen, long correctionFen, long leftOutFen, long payableFen, int objections,
      OffsetDateTime computedAt) {}

  @GetMapping("/api/statements")
  @Guarded(permission = "settlement.read")
  Page<StatementRow> list(@Valid PageQuery query, @RequestParam @Nullable String month, @RequestParam @Nullable StatementState state, @RequestParam @Nullable String region,
      @RequestParam @Nullable UUID provider, @RequestParam @Nullable Boolean waiting) {
    var rows = list.page(filter(month, state, region, provider, waiting), query, current.scope());
    var names = shown.providers(rows.items().stream().map(StatementList.Row::provider).toList());
    return rows.map(r -> {
      var of = names.get(r.provider());
      return new StatementRow(r.id(), r.provider().value(), of == null ? "" : of.name(), r.regionCode(), shown.region(r.regionCode()), r.month().toString(), r.state(), r.state().chinese(),
          r.state() == StatementState.DRAFT && r.score() == null && r.served() ? "NO_SCORE" : null, r.score(), r.performancePass(), r.visits(), r.undecided(), r.dueFen(), r.withheldFen(), r.correctionFen(),
          r.leftOutFen(), r.payableFen(), r.objections(), r.computedAt());
    });
  }

  record StateSum(StatementState state, String stateName, int statements, long payableFen) {}

  record Summary(List<String> months, @Nullable String month, List<StateSum> states, long payableFen, int waitingForScore) {}

  /** How far a month's statements are; of the newest month when none is named. */
  @GetMapping("/api/statements/summary")
  @Guarded(permission = "settlement.read")
  Summary summary(@RequestParam @Nullable String month) {
    var months = list.months(current.scope());
    var of = month == null || month.isBlank() ? months.stream().findFirst().orElse(null) : month(month);
    if (of == null) return new Summary(List.of(), null, List.of(), 0, 0);
    var sums = list.sums(new StatementList.Filter(of, null, null, null, false), current.scope());
    var waiting = list.sums(new StatementList.Filter(of, null, null, null, true), current.scope()).stream().mapToInt(StatementList.StateSum::statements).sum();
    return new Summary(months.stream().map(YearMonth::toString).toList(), of.toString(),
        sums.stream().sorted(Comparator.comparing(StatementList.StateSum::state)).map(s -> new StateSum(s.state(), s.state().chinese(), s.statements(), s.payableFen())).toList(),
        sums.stream().mapToLong(StatementList.StateSum::payableFen).sum(), waiting);
  }

  record ObjectionView(UUID id, UUID lineId, long amountFen, String reason, OffsetDateTime raisedAt, LineObjections.@Nullable Decision decision, @Nullable String decisionReason, boolean putBack,
      boolean rejected) {}

  record PaymentView(UUID id, UUID batchId, long amountFen, String accountName, String accountTail, String state, String stateName, @Nullable String reason, @Nullable OffsetDateTime settledAt,
      @Nullable UUID replaces) {}

  /** {@code doubted} visits of a frozen statement wait for a person again. {@code change} is null when there is no statement of the month before. {@code rulingId} says why money was withheld or not, {@code scoreRulingId} how the score came about. */
  record StatementView(UUID id, long version, UUID providerId, String providerName, String regionCode, String regionName, String month, StatementState state, String stateName,
      @Nullable String waiting, @Nullable BigDecimal score, @Nullable Boolean performancePass, @Nullable UUID scoreRulingId, BigDecimal heldShare, @Nullable UUID rulingId, int visits, int undecided,
      int exceptions, int doubted, long priceFen, long elderFen, long dueFen, long withheldFen, long correctionFen, long totalFen, long leftOutFen, long payableFen, @Nullable String digest,
      OffsetDateTime computedAt, @Nullable OffsetDateTime frozenAt, @Nullable OffsetDateTime reviewedAt, @Nullable String reviewNote, @Nullable UUID previousId, @Nullable Long previousPayableFen,
      ChangePolicy.@Nullable Change change, List<ObjectionView> objections, List<PaymentView> payments) {}

  @GetMapping("/api/statements/{id}")
  @Guarded(permission = "settlement.read", audit = true)
  StatementView read(@PathVariable UUID id) {
    var s = statements.find(id, current.scope()).orElseThrow(NotFound::new);
    var before = statements.findOf(s.provider(), s.month().minusMonths(1)).orElse(null);
    var change = before == null ? null : ChangePolicy.explain(lines.monthOf(before), lines.monthOf(s));
    return new StatementView(id, s.version(), s.provider().value(), shown.provider(s.provider()), s.regionCode(), shown.region(s.regionCode()), s.month().toString(), s.state(), s.state().chinese(),
        s.state() == StatementState.DRAFT && s.score() == null && s.served() ? "NO_SCORE" : null, s.score(), s.performancePass(), s.scoreRuling(), s.heldShare(), s.ruling(), s.visits(), s.undecided(),
        lines.exceptions(id), doubts.openOf(id), s.priceFen(), s.elderFen(), s.dueFen(), s.withheldFen(), s.correctionFen(), s.totalFen(), s.leftOutFen(), s.payableFen(), s.digest(),
        Objects.requireNonNull(Shown.at(s.computedAt())), Shown.at(s.frozenAt()), Shown.at(s.reviewedAt()), s.reviewNote(), before == null ? null : before.id(),
        before == null ? null : before.payableFen(), change, objections.of(id).stream().map(StatementController::objection).toList(),
        batches.paymentsFor(id).stream().map(StatementController::payment).toList());
  }

  private static ObjectionView objection(LineObjections.Row o) {
    return new ObjectionView(o.id(), o.line(), o.amountFen(), o.reason(), Objects.requireNonNull(Shown.at(o.raisedAt())), o.decision(), o.decisionReason(), o.putBack(), o.rejected());
  }

  private static PaymentView payment(Batches.Payment p) {
    return new PaymentView(p.id(), p.batch(), p.amountFen(), p.accountName(), p.tail(), p.state().name(), p.state().chinese(), p.reason(), Shown.at(p.settledAt()), p.replaces());
  }

  record LineRow(UUID id, int number, String kind, String kindName, @Nullable UUID visitId, @Nullable UUID elderId, @Nullable String elderName, @Nullable String service, String serviceName,
      @Nullable LocalDate day, BigDecimal units, long priceFen, long publicFen, long voucherFen, long elderFen, long withheldFen, long payableFen, @Nullable String evidenceDigest,
      @Nullable String factsDigest, @Nullable UUID originalLineId, @Nullable UUID originalStatementId, @Nullable String originalMonth, @Nullable String reason, List<String> flags,
      @Nullable UUID objectionId, @Nullable String objectionReason, @Nullable String decision, @Nullable String decisionReason, boolean leftOut) {}

  /** Exceptions first, then by number. */
  @GetMapping("/api/statements/{id}/lines")
  @Guarded(permission = "settlement.read", audit = true)
  Page<LineRow> lines(@PathVariable UUID id, @Valid PageQuery query, @RequestParam @Nullable String only) {
    if (query.sort() != null) throw new InvalidInput("sort", "unknown-field");
    statements.find(id, current.scope()).orElseThrow(NotFound::new);
    var rows = lines.page(id, only(only), query, current.scope());
    var names = shown.elders(rows.items().stream().map(r -> r.line().elder()).filter(Objects::nonNull).toList());
    return rows.map(r -> {
      var l = r.line();
      return new LineRow(l.id(), l.number(), l.kind().name(), l.kind().chinese(), l.visit(), l.elder(), l.elder() == null ? null : names.get(l.elder()), l.service(), l.serviceName(), l.day(),
          l.units(), l.amounts().priceFen(), l.amounts().publicFen(), l.amounts().voucherFen(), l.amounts().elderFen(), l.amounts().withheldFen(), l.amounts().payableFen(), l.evidenceDigest(),
          l.factsDigest(), l.original(), r.originalStatement(), r.originalMonth(), l.reason(), l.flags().stream().map(f -> VisitFlag.valueOf(f).chinese()).toList(),
          r.objection(), r.objectionReason(), r.decision(), r.decisionReason(), r.leftOut());
    });
  }

  record ElderMoney(List<StatementLines.ElderMonth> months) {}

  /** 资金 of one elder: what was settled for them, by service month, newest first. Not found for who sees neither a line nor the elder. */
  @GetMapping("/api/elders/{id}/settlements")
  @Guarded(permission = "settlement.read", audit = true)
  ElderMoney ofElder(@PathVariable UUID id) {
    var months = lines.ofElder(id, current.scope());
    if (months.isEmpty()) elders.get(new ElderId(id), current.scope());
    return new ElderMoney(months);
  }

  private static StatementLines.Only only(@Nullable String text) {
    if (text == null || text.isBlank()) return StatementLines.Only.ALL;
    try {
      return StatementLines.Only.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new InvalidInput("only", "unknown-value");
    }
  }

  private static StatementList.Filter filter(@Nullable String month, @Nullable StatementState state, @Nullable String region, @Nullable UUID provider, @Nullable Boolean waiting) {
    return new StatementList.Filter(month == null || month.isBlank() ? null : month(month), state, region, provider, Boolean.TRUE.equals(waiting));
  }

  static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException notAMonth) {
      throw new InvalidInput("month", "pattern");
    }
  }
}
