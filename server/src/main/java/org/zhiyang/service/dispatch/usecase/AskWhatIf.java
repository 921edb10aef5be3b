package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Problems;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.dispatch.domain.CareSearch;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.domain.WhatIf;

/** What some more carers would change for a provider or a county. Both plans leave what no plan may move (locked, begun, told for a frozen day) and are made anew otherwise; nothing of them is kept. */
@Component
public class AskWhatIf {
  private final PlanningDays days;
  private final WhatIf whatIf;
  private final EligibilityQueries eligibility;
  private final Parameters parameters;
  private final Clock clock;

  AskWhatIf(PlanningDays days, CareSearch search, EligibilityQueries eligibility, Parameters parameters, Clock clock) {
    this.days = days;
    this.whatIf = new WhatIf(search);
    this.eligibility = eligibility;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** @param provider whose days, null: all providers of the county {@code region}; an extra carer works for {@code provider}, or for the one it names */
  public record Command(@Nullable ProviderId provider, @Nullable String region, LocalDate from, int days, List<WhatIf.Extra> extras, Actor by) {}

  public WhatIf.Compared handle(Command command) {
    days.requireAhead("from", command.from());
    var today = LocalDate.now(clock);
    var to = command.from().plusDays(command.days());
    var provider = command.provider();
    var providers = provider == null ? days.providersOf(days.county(command.region(), command.by().scope()), command.from(), to) : List.of(days.provider(provider, command.by().scope()));
    if (command.extras().stream().anyMatch(extra -> providers.stream().noneMatch(p -> p.id().equals(extra.provider())))) throw new InvalidInput("extras", "provider-unknown");
    var span = span(providers, command.from(), to);
    if (span.stream().allMatch(day -> day.visits().isEmpty())) throw new DispatchRefusal.NothingToPlan(command.from());
    requireKnownSkills(command, providers, span);
    var most = parameters.get(WeekParameters.SEARCH, providers.getFirst().regionCode(), command.from(), today).value().whatIf();
    var visits = span.stream().mapToInt(day -> day.visits().size()).sum();
    return whatIf.compare(span, command.extras(), Duration.ofSeconds(Math.min(most, 1 + visits / RunWeeks.VISITS_A_SECOND)));
  }

  private List<PlanningDay> span(List<Provider> providers, LocalDate from, LocalDate to) {
    var all = new ArrayList<PlanningDay>();
    for (var provider : providers) for (var day = from; day.isBefore(to); day = day.plusDays(1)) all.add(days.of(provider, day, days.isFrozen(provider.regionCode(), day)));
    return all;
  }

  /** A skill no service asks for and none of the carers has is a mistake: the answer would say that more people change nothing. */
  private void requireKnownSkills(Command command, List<Provider> providers, List<PlanningDay> span) {
    var known = span.stream().flatMap(day -> day.carers().stream()).flatMap(carer -> carer.skills().stream()).collect(Collectors.toCollection(HashSet::new));
    providers.stream().map(Provider::regionCode).distinct().flatMap(region -> eligibility.serviceList(region, command.from()).stream()).flatMap(item -> Stream.ofNullable(item.requiredSkill())).forEach(known::add);
    var unknown = command.extras().stream().flatMap(extra -> extra.skills().stream()).filter(skill -> !known.contains(skill)).distinct().sorted().toList();
    if (!unknown.isEmpty()) throw new InvalidInput(List.of(new Problems.FieldError("extras.skills", "skill-unknown", Map.of("skills", unknown))));
  }
}
