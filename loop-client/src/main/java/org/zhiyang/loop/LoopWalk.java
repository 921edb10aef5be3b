package org.zhiyang.loop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The loop from need to confirmed visit: each step for every walker, then the clock moves on. The month's end is {@link MonthEnd}. */
final class LoopWalk {
  /** Services anybody may give, so that no walker waits for a rare skill. */
  private static final List<String> SERVICES = List.of("COMFORT", "MEAL", "CLEANING", "WALKING_COMPANY");
  /** Of a provider's visits a day; the rest is for the city's own. */
  private static final double SHARE_OF_DAY = 0.5;

  private final Cast cast;
  private final Crowd crowd;
  private final CityClock clock;
  private final AbilityForm form;
  private final List<Walker> walkers = new ArrayList<>();
  private final SplittableRandom random;
  /** First Monday of service. */
  private final LocalDate firstDay;

  LoopWalk(Cast cast, Crowd crowd, CityClock clock, int instances, long seed) {
    this.cast = cast;
    this.crowd = crowd;
    this.clock = clock;
    this.random = new SplittableRandom(seed);
    this.form = new AbilityForm(cast.assessor.get("查评估量表", "/api/instruments/gbt42195-2022"));
    this.firstDay = firstMonday(clock.now().toLocalDate());
    cast(instances);
  }

  /** How far the walkers of a city in the middle of its work have come; each place gets the same number of them. */
  private enum Place { CAPTURED, APPOINTED, IN_PUBLICITY, TO_BE_GRANTED, PLAN_PROPOSED, OFFERED, ACCEPTED, VISITED }

  List<Walker> walkers() {
    return walkers;
  }

  YearMonth month() {
    return YearMonth.from(firstDay);
  }

  /** Ten working days from here lie in one month, and the publicity of the assessments is over before. */
  private static LocalDate firstMonday(LocalDate today) {
    var monday = today.plusDays(9).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    while (!YearMonth.from(monday).equals(YearMonth.from(monday.plusDays(18)))) monday = monday.plusWeeks(1);
    return monday;
  }

  private void cast(int instances) {
    var able = cast.teams.stream().filter(t -> t.services.stream().anyMatch(SERVICES::contains) && !t.carers.isEmpty()).toList();
    if (able.isEmpty()) throw new IllegalStateException("no provider of the county offers any of " + SERVICES);
    for (var i = 0; i < instances; i++) {
      var team = able.get(i % able.size());
      var offered = SERVICES.stream().filter(team.services::contains).toList();
      walkers.add(new Walker(i, team, team.villages.get(i / able.size() % team.villages.size()), offered.get(i / able.size() % offered.size()), 1 + i / able.size() % 5, ""));
    }
  }

  void toConfirmedVisits() {
    crowd.act("需求登记", walkers, this::capture);
    crowd.act("能力评估", walkers, this::assess);
    clock.goTo(clock.now().toLocalDate().plusDays(8), LocalTime.of(8, 0));
    crowd.act("资格认定", walkers, this::decideEligibility);
    crowd.act("照护计划", walkers, this::plan);
    crowd.act("接单", walkers, this::takeOrder);
    for (var day = firstDay; walkers.stream().anyMatch(w -> !w.confirmed); day = day.plusDays(1)) {
      if (day.isAfter(firstDay.plusDays(18))) throw new IllegalStateException(walkers.stream().filter(w -> !w.confirmed).count() + " walkers were not visited in three weeks");
      if (day.getDayOfWeek().getValue() > 5) continue;
      var visited = serve(day, walkers);
      crowd.each(visited, this::endPlan);
    }
  }

  /** A city in the middle of its work: walkers stand at every step up to a first week of visits, whose plans go on. The demo elder is among the visited. */
  void toEveryStep(String demoElder) {
    var first = walkers.get(Place.VISITED.ordinal() % walkers.size());
    walkers.set(walkers.indexOf(first), new Walker(first.number, first.team, first.village, first.service, first.weekday, demoElder));
    var early = at(Place.TO_BE_GRANTED);
    crowd.act("需求登记", early, this::capture);
    crowd.act("能力评估", early, this::assess);
    clock.goTo(clock.now().toLocalDate().plusDays(8), LocalTime.of(8, 0));
    crowd.act("资格认定", at(Place.PLAN_PROPOSED), this::decideEligibility);
    crowd.act("照护计划", at(Place.PLAN_PROPOSED), this::proposePlan);
    crowd.act("确认计划", at(Place.OFFERED), this::acceptPlan);
    crowd.act("接单", at(Place.ACCEPTED), this::takeOrder);
    for (var day = firstDay; day.isBefore(firstDay.plusDays(5)); day = day.plusDays(1)) serve(day, at(Place.VISITED));
    var late = walkers.stream().filter(w -> place(w).compareTo(Place.TO_BE_GRANTED) < 0).toList();
    crowd.act("需求登记", late, this::capture);
    crowd.act("评估预约", late.stream().filter(w -> place(w) != Place.CAPTURED).toList(), this::appoint);
    crowd.act("能力评估", late.stream().filter(w -> place(w) == Place.IN_PUBLICITY).toList(), this::carryOutAssessment);
  }

  private static Place place(Walker w) {
    return Place.values()[w.number % Place.values().length];
  }

  /** Who comes at least as far as this. */
  private List<Walker> at(Place least) {
    return walkers.stream().filter(w -> place(w).compareTo(least) >= 0).toList();
  }

  private void capture(Walker w) {
    var need = new LinkedHashMap<String, Object>(Map.of("services", List.of(w.service), "urgency", "SOON", "contact", "VISIT", "askedBy", "ELDER", "supplement", !w.known.isEmpty()));
    if (w.known.isEmpty()) need.put("elder", newElder().form(w.village));
    else need.put("elderId", w.known);
    JsonNode answer;
    try {
      answer = cast.county.post("需求登记", "/api/needs", need);
    } catch (Refused e) {
      // The numbers that were never issued are few: in a large city another made-up elder may have the drawn one.
      if (!e.problem().endsWith("/already-registered")) throw e;
      capture(w);
      return;
    }
    w.elder = answer.path("elderId").asString();
    w.careCase = answer.path("caseId").asString();
  }

  private SyntheticElder newElder() {
    synchronized (random) {
      return SyntheticElder.draw(random, firstDay);
    }
  }

  /** Who is in the register with a level still in force is not assessed again. */
  private void assess(Walker w) {
    if (!w.known.isEmpty() && levelHolds(w)) return;
    appoint(w);
    carryOutAssessment(w);
  }

  private boolean levelHolds(Walker w) {
    var until = cast.county.get("查老人", "/api/elders/" + w.elder).path("levelValidUntil").asString("");
    return !until.isEmpty() && !LocalDate.parse(until).isBefore(clock.now().toLocalDate());
  }

  private void appoint(Walker w) {
    w.assessment = Waiting.until("the request of an assessment", Waiting.NEWS, () -> first(cast.county.get("查评估单", "/api/assessments?status=REQUESTED&elder=" + w.elder))).path("id").asString();
    cast.county.put("评估预约", "/api/assessments/" + w.assessment + "/appointment",
        Map.of("firstAssessor", id(cast.assessor), "secondAssessor", id(cast.secondAssessor), "plannedAt", clock.now().plusHours(2).toString(), "place", "老人家中"));
  }

  private void carryOutAssessment(Walker w) {
    var path = "/api/assessments/" + w.assessment;
    cast.assessor.post("评估开始", path + "/start", Map.of("place", "老人家中"));
    w.digest = cast.assessor.put("填写评估表", path + "/draft", Map.of("basedOn", 0, "answers", form.answers(40 + w.number % 10), "tables", form.tables())).path("contentDigest").asString();
    sign(w, cast.assessor, false);
    sign(w, cast.secondAssessor, false);
    sign(w, cast.assessor, true);
    cast.assessor.post("评估完成", path + "/completion", Map.of());
  }

  private void sign(Walker w, Person by, boolean asInformant) {
    by.post("评估签字", "/api/assessments/" + w.assessment + "/signatures", Map.of("asInformant", asInformant, "name", "虚拟签名", "contentDigest", w.digest, "image", "M1 1L20 20"));
  }

  /** Who has the same entitlement already needs no decision. */
  private void decideEligibility(Walker w) {
    if (!w.known.isEmpty() && Waiting.until("an answer of the rules", Waiting.NEWS, () -> answered(w))) return;
    var proposal = Waiting.until("the proposal of an entitlement", Waiting.NEWS, () -> first(cast.county.get("查资格建议", "/api/entitlement-proposals?status=PROPOSED&elder=" + w.elder)));
    var decided = cast.county.post("资格认定", "/api/entitlement-proposals/decisions", Map.of("ids", List.of(proposal.path("id").asString()), "decision", "CONFIRM", "reason", "核对无误"));
    if (decided.path("confirmed").asInt() != 1) throw new IllegalStateException("not confirmed: " + decided);
  }

  /** Whether the case of somebody known is granted already; empty as long as the rules have not answered. */
  private Optional<Boolean> answered(Walker w) {
    var done = cast.county.get("查案件", "/api/cases/" + w.careCase).path("careCase").path("done").valueStream().anyMatch(s -> s.asString().equals("ELIGIBLE"));
    if (done) return Optional.of(true);
    return first(cast.county.get("查资格建议", "/api/entitlement-proposals?status=PROPOSED&elder=" + w.elder)).map(p -> false);
  }

  private void plan(Walker w) {
    proposePlan(w);
    acceptPlan(w);
  }

  private void proposePlan(Walker w) {
    var item = Map.of("service", w.service, "weekdays", List.of(w.weekday), "units", 1, "windowFrom", "08:00", "windowTo", "17:30", "wishedProvider", w.team.provider);
    keepPlan(w, cast.county.post("编制计划", "/api/care-plans", Map.of("elderId", w.elder, "fromOn", firstDay.toString(), "items", List.of(item))));
    keepPlan(w, cast.county.post("提交计划", "/api/care-plans/" + w.plan + "/proposal", Map.of("version", w.planVersion, "ownShareAccepted", true)));
  }

  private void acceptPlan(Walker w) {
    keepPlan(w, cast.county.post("确认计划", "/api/care-plans/" + w.plan + "/acceptance", Map.of("version", w.planVersion, "how", "PHONE", "note", "电话告知，老人同意")));
  }

  private static void keepPlan(Walker w, JsonNode answer) {
    w.plan = answer.path("plan").path("id").asString();
    w.planVersion = answer.path("plan").path("version").asLong();
  }

  /** The provider that is asked takes the order. */
  private void takeOrder(Walker w) {
    w.order = Waiting.until("the order of a plan", Waiting.NEWS, () -> first(cast.county.get("查工单", "/api/orders?elder=" + w.elder))).path("id").asString();
    var offer = Waiting.until("an offer", Waiting.NEWS, () -> {
      var order = cast.county.get("查工单详情", "/api/orders/" + w.order);
      if (order.required("status").asString().equals("UNMATCHED")) throw new IllegalStateException("nobody can take an order: " + order.path("unmatchedReason").asString());
      return order.path("offers").valueStream().filter(o -> o.path("status").asString().equals("OPEN")).findFirst();
    });
    var team = cast.teams.stream().filter(t -> t.provider.equals(offer.path("providerId").asString())).findFirst().orElseThrow();
    team.dispatcher().post("接单", "/api/orders/" + w.order + "/offers/" + offer.path("n").asInt() + "/answer", Map.of("accept", true));
  }

  /** One day: planned and published in the morning, served over the day, verified in the night, called back in the next morning. Answers who was visited. */
  private List<Walker> serve(LocalDate day, List<Walker> who) {
    var due = who.stream().filter(w -> !w.confirmed && w.weekday == day.getDayOfWeek().getValue()).toList();
    if (due.isEmpty()) return due;
    clock.goTo(day, LocalTime.of(6, 0));
    crowd.act("派单（服务商）", cast.teams, team -> publish(team, day));
    clock.goTo(day, LocalTime.of(19, 0));
    var elders = new ConcurrentHashMap<String, Walker>();
    due.forEach(w -> elders.put(w.elder, w));
    var sent = ConcurrentHashMap.<Person>newKeySet();
    crowd.each(due, w -> sent.addAll(sentTo(w, day)));
    crowd.act("上门服务", sent, carer -> visit(carer, day, elders), () -> (int) due.stream().filter(w -> w.visit != null).count());
    clock.goTo(day.plusDays(1), LocalTime.of(6, 0));
    crowd.act("核验与回访", due, this::confirm);
    return due.stream().filter(w -> w.confirmed).toList();
  }

  /** A day without visits has no plan. */
  private void publish(Walker.Team team, LocalDate day) {
    try {
      var plan = team.dispatcher().post("排班", "/api/dispatch/plans", Map.of("day", day.toString(), "fresh", false));
      if (plan.path("planned").asInt() > 0) team.dispatcher().post("发布排班", "/api/dispatch/plans/" + plan.path("id").asString() + "/publication", Map.of());
    } catch (Refused nothing) {
      if (!nothing.problem().endsWith("/nothing-to-plan")) throw nothing;
    }
  }

  private List<Person> sentTo(Walker w, LocalDate day) {
    var sent = new ArrayList<Person>();
    for (var visit : cast.county.get("查上门记录", "/api/visits?elder=" + w.elder + "&day=" + day).path("items")) {
      for (var carer : visit.path("carers")) sent.add(cast.carer(visit.path("provider").path("id").asString(), carer.path("id").asString()));
    }
    return sent;
  }

  private void visit(Person carer, LocalDate day, Map<String, Walker> elders) {
    for (var visit : carer.get("取当日任务", "/api/my/visits?from=" + day + "&to=" + day).path("visits")) {
      var walker = elders.get(visit.path("elder").path("id").asString());
      if (walker == null || !visit.path("status").asString().equals("ASSIGNED") && !visit.path("status").asString().equals("CHECKED_IN")) continue;
      new CarerVisit(carer, visit, !walker.unlocated()).carryOut();
      walker.visit = visit.path("id").asString();
    }
  }

  /** The night confirmed the visit, or drew it for a call-back, which the desk makes. A visit nobody came to comes again next week. */
  private void confirm(Walker w) {
    if (w.visit == null) return;
    var status = Waiting.until("the verification of a visit", Waiting.NEWS, () -> {
      var now = cast.county.get("查上门记录", "/api/visits/" + w.visit).required("visit").required("status").asString();
      return Set.of("CHECKED_OUT", "CHECKED_IN").contains(now) ? Optional.<String>empty() : Optional.of(now);
    });
    if (!status.equals("CONFIRMED")) callBack(w);
    w.confirmed = true;
  }

  private void endPlan(Walker w) {
    cast.county.post("结束计划", "/api/care-plans/" + w.plan + "/end", Map.of("version", cast.county.get("查计划", "/api/care-plans/" + w.plan).path("plan").path("version").asLong(), "toOn",
        clock.now().toLocalDate().toString(), "reason", "老人不再需要"));
  }

  private void callBack(Walker w) {
    var task = Waiting.until("a call-back", Waiting.NEWS, () -> first(cast.hotline.get("查回访", "/api/call-backs?status=OPEN&elder=" + w.elder)));
    var path = "/api/call-backs/" + task.path("id").asString();
    var asked = cast.hotline.post("领取回访", path + "/claim", Map.of());
    cast.hotline.post("记录通话", path + "/attempts", Map.of("outcome", "REACHED", "answeredBy", "ELDER"));
    cast.hotline.post("回访结论", path + "/result", Map.of("result", "CONFIRMED_SERVICE", "answers", answers(asked)));
  }

  /** What an elder says who was served as agreed: the first option that says nothing against it. */
  private static Map<String, String> answers(JsonNode callBack) {
    var answers = new LinkedHashMap<String, String>();
    for (var question : callBack.path("script").path("questions")) {
      if (!question.path("required").asBoolean() || question.path("options").isEmpty()) continue;
      var good = question.path("options").valueStream().filter(o -> o.path("means").isNull() || o.path("means").isMissingNode()).findFirst().orElseThrow();
      answers.put(question.path("key").asString(), good.path("key").asString());
    }
    return answers;
  }

  private static String id(Person person) {
    return person.session().path("accountId").asString();
  }

  static Optional<JsonNode> first(JsonNode page) {
    return page.path("items").valueStream().findFirst();
  }
}
