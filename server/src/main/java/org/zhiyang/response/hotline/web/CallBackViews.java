package org.zhiyang.response.hotline.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.household.FamilyMember;
import org.zhiyang.registry.household.HouseholdQueries;
import org.zhiyang.response.hotline.domain.Attempt;
import org.zhiyang.response.hotline.domain.CallBack;
import org.zhiyang.response.hotline.domain.Script;
import org.zhiyang.response.hotline.view.CallBackList;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitStatus;

/** Puts together what the desk sees of one call-back: the person, the visit with its proof, what the rules found in plain words, the script. */
@Component
class CallBackViews {
  private final ElderQueries elders;
  private final HouseholdQueries households;
  private final HomecareQueries homecare;
  private final Names names;
  private final Script script;
  private final Clock clock;

  CallBackViews(ElderQueries elders, HouseholdQueries households, HomecareQueries homecare, Names names, Script script, Clock clock) {
    this.elders = elders;
    this.households = households;
    this.homecare = homecare;
    this.names = names;
    this.script = script;
    this.clock = clock;
  }

  record Flag(VisitFlag key, String name, String meaning, String ask) {}

  record Person(UUID id, String name, String sex, int age, String regionName, @Nullable String level, String status, List<FamilyMember> family) {}

  record Visit(UUID id, String service, String serviceName, String unit, LocalDate day, @Nullable OffsetDateTime plannedFrom, @Nullable OffsetDateTime checkedInAt,
      @Nullable OffsetDateTime checkedOutAt, int unitsPlanned, BigDecimal unitsDone, VisitStatus status, List<String> carers, String provider, @Nullable UUID rating) {}

  record Finding(String result, String resultName, Map<String, String> answers, @Nullable String note, @Nullable String by, OffsetDateTime at) {}

  record Decision(boolean confirmed, @Nullable String reason, @Nullable String by, OffsetDateTime at) {}

  record Call(OffsetDateTime at, String by, String outcome, String outcomeName, @Nullable String answeredBy, @Nullable String note, @Nullable OffsetDateTime nextTryAt) {}

  record ScriptView(String opening, String closing, List<Script.Question> questions) {}

  /** @param mine the reader has taken it; the claim is null when nobody has */
  record Detail(CallBackRow callBack, boolean mine, Person elder, Visit visit, List<Flag> flags, ScriptView script, List<Call> calls, @Nullable Finding finding, @Nullable Decision decision) {}

  /** One line of the list. {@code claimedUntil} is system time. */
  record CallBackRow(UUID id, String number, UUID visitId, UUID elderId, String elderName, UUID providerId, String providerName, String regionCode, String regionName, LocalDate serviceDay,
      boolean normal, List<String> flags, List<String> flagNames, String status, String statusName, OffsetDateTime openedAt, LocalDate dueOn, boolean overdue, @Nullable OffsetDateTime nextTryAt,
      @Nullable String claimedName, @Nullable OffsetDateTime claimedUntil, boolean mine, int attempts, @Nullable String result, @Nullable String resultName, @Nullable Boolean confirmed) {}

  List<CallBackRow> rows(List<CallBackList.Row> rows, Actor reader) {
    var people = elders.list(rows.stream().map(r -> new ElderId(r.elderId())).distinct().toList());
    var providers = names.providers(rows.stream().map(r -> new ProviderId(r.providerId())).distinct().toList());
    var today = LocalDate.now(clock);
    return rows.stream().map(r -> {
      var elder = people.get(new ElderId(r.elderId()));
      return new CallBackRow(r.id(), "HF%08d".formatted(r.number()), r.visitId(), r.elderId(), elder == null ? "" : elder.name(), r.providerId(),
          providers.getOrDefault(new ProviderId(r.providerId()), ""), r.regionCode(), names.region(r.regionCode()), r.serviceDay(), r.normal(), r.flags(),
          r.flags().stream().map(f -> VisitFlag.valueOf(f).chinese()).toList(), r.status().name(), r.status().chinese(), business(r.openedAt()), r.dueOn(),
          r.confirmed() == null && r.dueOn().isBefore(today), moment(r.nextTryAt()), r.claimedName(), moment(r.claimedUntil()), reader.accountId().equals(r.claimedBy()), r.attempts(),
          r.result() == null ? null : r.result().name(), r.result() == null ? null : r.result().chinese(), r.confirmed());
    }).toList();
  }

  Detail detail(CallBackList.Row row, CallBack callBack, Actor reader) {
    var facts = callBack.facts();
    var elder = elders.find(new ElderId(facts.elder()), reader.scope()).orElseThrow(NotFound::new);
    var visit = homecare.findVisit(facts.visit(), reader.scope()).orElseThrow(NotFound::new);
    var line = rows(List.of(row), reader).getFirst();
    var flags = Stream.of(VisitFlag.values()).filter(facts.flags()::contains).map(f -> {
      var words = script.flags().get(f);
      return new Flag(f, f.chinese(), words == null ? "" : words.meaning(), words == null ? "" : words.ask());
    }).toList();
    var found = callBack.finding();
    var decided = callBack.decision();
    return new Detail(line, line.mine(),
        new Person(elder.id().value(), elder.name(), elder.sex().name(), elder.ageOn(LocalDate.now(clock)), names.region(elder.regionCode()), elder.levelOn(LocalDate.now(clock)), elder.status().name(),
            households.familyOf(elder.id())),
        visit(visit), flags, new ScriptView(script.opening(), script.closing(), script.questionsFor(facts.flags())), callBack.earlier().stream().map(CallBackViews::call).toList(),
        found == null ? null : new Finding(found.result().name(), found.result().chinese(), script.inWords(found.answers()), found.note(), found.byName(), business(found.at())),
        decided == null ? null : new Decision(decided.confirmed(), decided.reason(), decided.byName(), business(decided.at())));
  }

  private Visit visit(VisitFacts v) {
    var item = names.service(v.service(), v.regionCode(), v.day());
    return new Visit(v.id().value(), v.service(), item.name(), item.unit(), v.day(), moment(v.plannedFrom()), moment(v.checkedInAt()), moment(v.checkedOutAt()), v.unitsPlanned(), v.unitsDone(),
        v.status(), names.carers(v.carers()), names.providers(List.of(v.provider())).getOrDefault(v.provider(), ""), v.rating());
  }

  private static Call call(Attempt a) {
    return new Call(business(a.at()), a.byName(), a.outcome().name(), a.outcome().chinese(), a.answeredBy() == null ? null : a.answeredBy().name(), a.note(), moment(a.nextTryAt()));
  }

  private static OffsetDateTime business(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
    return moment == null ? null : business(moment);
  }
}
