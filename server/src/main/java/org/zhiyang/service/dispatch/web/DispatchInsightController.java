package org.zhiyang.service.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.dispatch.domain.HardRule;
import org.zhiyang.service.dispatch.domain.SpanFigures;
import org.zhiyang.service.dispatch.domain.VisitReasons;
import org.zhiyang.service.dispatch.domain.WhatIf;
import org.zhiyang.service.dispatch.usecase.AskWhatIf;
import org.zhiyang.service.dispatch.usecase.ExplainVisit;
import org.zhiyang.service.dispatch.web.DispatchWords.Person;
import org.zhiyang.service.dispatch.web.DispatchWords.VisitRow;
import org.zhiyang.service.homecare.VisitId;

/** 派单依据与假设: why a visit goes to whom it goes, and what more carers would change. */
@RestController
class DispatchInsightController {
  private final ExplainVisit explain;
  private final AskWhatIf ask;
  private final DispatchWords words;
  private final CurrentActor current;

  DispatchInsightController(ExplainVisit explain, AskWhatIf ask, DispatchWords words, CurrentActor current) {
    this.explain = explain;
    this.ask = ask;
    this.words = words;
    this.current = current;
  }

  /** All figures against the carer who is chosen, against nobody where none is.
   *
   *  @param rule null when this carer may go; @param extraMinutes of travel, may be negative; @param extraCost all wishes in minutes of travel
   *  @param newFaces 1 when they have not come to this elder before; @param moved other visits that would begin at another time */
  record Choice(Person carer, boolean chosen, boolean usual, LocalTime from, @Nullable HardRule rule, @Nullable UUID otherVisit, int extraMinutes, int newFaces, int minutesOffWish, int notWished,
      double extraCost, int moved) {}

  /** @param choices the chosen first, then possible ones by cost, then those a rule keeps out; @param unserved null where somebody goes or could go */
  record ExplanationView(VisitRow visit, List<Person> carers, @Nullable LocalTime from, List<Choice> choices, DispatchPlanController.@Nullable UnservedLine unserved) {}

  /** As the day stands, or as the draft named by {@code plan} has it. */
  @GetMapping("/api/dispatch/visits/{id}/explanation")
  @Guarded(permission = "dispatch.read", audit = true)
  ExplanationView explanation(@PathVariable UUID id, @RequestParam @Nullable UUID plan) {
    var explained = explain.handle(new VisitId(id), plan, current.get());
    var row = words.rows(explained.provider(), explained.day().day(), List.of(explained.visit()), current.scope()).get(id);
    if (row == null) throw new NotFound();
    var reasons = explained.reasons();
    var unserved = reasons.unserved();
    var names = words.names(Stream.of(reasons.standing().carers().stream(), reasons.choices().stream().map(VisitReasons.Choice::carer),
        unserved == null ? Stream.<org.zhiyang.registry.workforce.CarerId>empty() : unserved.remedies().stream().flatMap(r -> r.carers().stream())).flatMap(s -> s).distinct().toList());
    var choices = reasons.choices().stream().map(c -> new Choice(names.apply(c.carer()), c.chosen(), c.carer().equals(explained.visit().usualCarer()), c.from(), c.rule(),
        c.other() == null ? null : c.other().value(), c.extraMinutes(), c.newFaces(), c.minutesOffWish(), c.notWished(), c.extraCost(), c.moved())).toList();
    return new ExplanationView(row, reasons.standing().carers().stream().map(names).toList(), reasons.standing().from(), choices,
        unserved == null ? null : DispatchPlanController.unserved(unserved, row, names));
  }

  /** @param provider for whom they would work, null: the provider asked about; @param from, to their shift on every day */
  record ExtraCarers(@Nullable UUID provider, @Min(1) @Max(20) int count, @NotNull @Size(max = 10) Set<@NotNull @Size(max = 40) String> skills, @Nullable @Min(1) @Max(5) Integer certificateLevel,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double lng, @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat, @NotNull LocalTime from, @NotNull LocalTime to) {}

  record WhatIfRequest(@Nullable UUID provider, @Nullable String region, @NotNull LocalDate from, @Nullable @Min(1) @Max(7) Integer days, @NotEmpty @Size(max = 10) List<@NotNull @Valid ExtraCarers> extras) {}

  record WhatIfAnswer(SpanFigures without, SpanFigures with) {}

  /** The days of a provider, or of all providers of a county, planned without and with more carers; what no plan may move stays in both, and nothing is kept. */
  @PostMapping("/api/dispatch/what-ifs")
  @Guarded(permission = "dispatch.read")
  WhatIfAnswer whatIf(@Valid @RequestBody WhatIfRequest body) {
    var own = current.get().organizationId();
    var provider = body.provider() != null ? body.provider() : body.region() == null ? own : null;
    var extras = body.extras().stream().map(e -> extra(e, provider)).toList();
    var compared = ask.handle(new AskWhatIf.Command(provider == null ? null : new ProviderId(provider), body.region(), body.from(), Objects.requireNonNullElse(body.days(), 1), extras, current.get()));
    return new WhatIfAnswer(compared.without(), compared.with());
  }

  private static WhatIf.Extra extra(ExtraCarers e, @Nullable UUID asked) {
    var provider = e.provider() == null ? asked : e.provider();
    if (provider == null) throw new InvalidInput("extras.provider", "required");
    if (!e.to().isAfter(e.from())) throw new InvalidInput("extras.to", "before-from");
    return new WhatIf.Extra(new ProviderId(provider), e.count(), e.skills(), e.certificateLevel(), e.lng(), e.lat(), e.from(), e.to());
  }
}
