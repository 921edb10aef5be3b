package org.zhiyang.oversight.outcome;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhiyang.oversight.outcome.Outcomes.State;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.CsvDownload;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;

/** 效果问卷: list, one with its questions, the answer. */
@RestController
class OutcomeController {
  private static final List<String> HEAD = List.of("编号", "服务月份", "老人", "村社", "服务商", "答复期限", "答复时间", "得分", "结果", "老人的话");

  private final Outcomes outcomes;
  private final OutcomeDesk desk;
  private final Questionnaire questionnaire;
  private final Names names;
  private final CurrentActor current;
  private final Clock clock;

  OutcomeController(Outcomes outcomes, OutcomeDesk desk, Questionnaire questionnaire, Names names, CurrentActor current, Clock clock) {
    this.outcomes = outcomes;
    this.desk = desk;
    this.questionnaire = questionnaire;
    this.names = names;
    this.current = current;
    this.clock = clock;
  }

  /** Ids as people read them. */
  @org.springframework.stereotype.Component("outcomeNames")
  record Names(ElderQueries elders, FacilityQueries facilities, RegionQueries regions) {}

  record Row(UUID id, String number, UUID caseId, UUID elderId, String elderName, String regionCode, String regionName, String month, @Nullable UUID providerId, @Nullable String providerName,
      OffsetDateTime openedAt, LocalDate dueOn, boolean overdue, @Nullable BigDecimal score, @Nullable Boolean low, @Nullable OffsetDateTime answeredAt, @Nullable String answeredBy, boolean onBehalf) {}

  @GetMapping("/api/outcome-questionnaires")
  @Guarded(permission = "outcome.read")
  Page<Row> list(@Valid PageQuery query, @RequestParam @Nullable State state, @RequestParam @Nullable YearMonth month, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider,
      @RequestParam @Nullable UUID elder) {
    var page = outcomes.page(new Outcomes.Filter(state, month, region, provider, elder), query, current.scope());
    return page.with(rows(page.items()));
  }

  record OptionView(String key, String text) {}

  /** @param answer the chosen option, null when not answered */
  record QuestionView(String key, String text, boolean required, List<OptionView> options, @Nullable String answer) {}

  record View(Row questionnaire, String opening, List<QuestionView> questions, @Nullable String words, boolean mayAnswer) {}

  @GetMapping("/api/outcome-questionnaires/{id}")
  @Guarded(permission = "outcome.read", audit = true)
  View get(@PathVariable UUID id) {
    var actor = current.get();
    var row = outcomes.find(id, actor.scope()).orElseThrow(NotFound::new);
    var answers = row.answers() == null ? Map.<String, String>of() : row.answers();
    var questions = questionnaire.questions().stream()
        .map(q -> new QuestionView(q.key(), q.text(), q.required(), q.options().stream().map(o -> new OptionView(o.key(), o.text())).toList(), answers.get(q.key()))).toList();
    return new View(rows(List.of(row)).getFirst(), questionnaire.opening(), questions, row.words(), row.answers() == null && actor.may("feedback.give"));
  }

  record AnswerRequest(@NotNull @NotEmpty @Size(max = 50) Map<@Size(max = 60) String, @NotNull @Size(max = 60) String> answers, @Nullable @Size(max = 1000) String words) {}

  @PostMapping("/api/outcome-questionnaires/{id}/answer")
  @Guarded(permission = "feedback.give", audit = true)
  View answer(@PathVariable UUID id, @Valid @RequestBody AnswerRequest body) {
    desk.answer(id, body.answers(), body.words() == null || body.words().isBlank() ? null : body.words().strip(), current.get());
    return get(id);
  }

  @GetMapping("/api/outcome-questionnaires/export")
  @Guarded(permission = "outcome.export", audit = true)
  ResponseEntity<StreamingResponseBody> export(@RequestParam @Nullable State state, @RequestParam @Nullable YearMonth month, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider) {
    var scope = current.scope();
    return CsvDownload.of("效果问卷-" + LocalDate.now(clock), HEAD, out -> outcomes.forEach(new Outcomes.Filter(state, month, region, provider, null), scope, row -> {
      var r = rows(List.of(row)).getFirst();
      out.accept(Arrays.asList(r.number(), r.month(), r.elderName(), r.regionName(), r.providerName(), r.dueOn(), r.answeredAt() == null ? null : r.answeredAt().toLocalDate(), r.score(),
          r.low() == null ? "待答复" : r.low() ? "低分" : "合格", row.words()));
    }));
  }

  private List<Row> rows(List<Outcomes.Row> rows) {
    var people = names.elders.list(rows.stream().map(r -> new ElderId(r.elder())).distinct().toList());
    var providers = names.facilities.listProviders(rows.stream().map(Outcomes.Row::provider).filter(Objects::nonNull).distinct().map(ProviderId::new).toList());
    var today = LocalDate.now(clock);
    return rows.stream().map(r -> {
      var elder = people.get(new ElderId(r.elder()));
      var provider = r.provider() == null ? null : providers.get(new ProviderId(r.provider()));
      var answered = r.answeredAt();
      return new Row(r.id(), "XG" + r.number(), r.careCase(), r.elder(), elder == null ? "" : elder.name(), r.regionCode(), names.regions.fullName(new RegionCode(r.regionCode())), r.month().toString(),
          r.provider(), provider == null ? null : provider.name(), at(r.openedAt()), r.dueOn(), answered == null && r.dueOn().isBefore(today), r.score(), r.low(), answered == null ? null : at(answered),
          r.answeredName(), r.onBehalf());
    }).toList();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
