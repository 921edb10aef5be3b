package org.zhiyang.service.homecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.annotation.DirtiesContext;
import org.zhiyang.need.careplan.CarePlanAccepted;
import org.zhiyang.need.careplan.CarePlanEnded;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.registry.facility.FacilityCommands;
import org.zhiyang.registry.facility.Listing;
import org.zhiyang.registry.facility.ProviderId;
import tools.jackson.databind.JsonNode;

/** From an accepted plan to visits in a calendar: orders, offers, what takes visits away again. */
@DirtiesContext
class OrderPathTests extends HomecareSteps {
  @Autowired FacilityCommands facilities;
  @Autowired @Qualifier("homecareExpireOffers") RepeatedJob expireOffers;

  @Test
  void anAcceptedPlanAsksTheWishedProviderFirstAndAnAcceptedOfferMakesTheVisitsOnce() {
    var plan = plan("COMFORT", 1, provider);

    var order = orderOf(plan, "OFFERED");
    tell(new CarePlanAccepted(plan.id(), plan.elder(), plan.careCase(), plan.from(), clock.instant()));
    var seen = api.as("provider_dispatcher").get("/api/orders/" + order);
    var accepted = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", true));

    assertThat(jdbc.sql("select count(*) from homecare.service_order where plan_id = :plan").param("plan", plan.id().value()).query(Long.class).single()).isEqualTo(1);
    assertThat(seen.body().path("candidates").get(0).path("providerId").asString()).isEqualTo(provider.toString());
    assertThat(seen.body().path("candidates").get(0).path("reasons").toString()).contains("老人指定");
    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
    assertThat(visitsOf(order)).hasSize(15);
    run("homecareMakeVisits", today);
    assertThat(visitsOf(order)).hasSize(15);
    assertThat(world.reached.stream().filter(r -> r.careCase().equals(plan.careCase().value())).map(HomecareWorld.Reach::step)).contains(CaseStep.ORDERED, CaseStep.MATCHED);
  }

  @Test
  void visitsAheadTakePlaceWhereTheElderMovedTo() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);
    var officer = api.as("county_officer");
    var elder = officer.get("/api/elders/" + plan.elder().value()).body();
    var begun = todaysVisit(order);
    jdbc.sql("update homecare.visit set status = 'CHECKED_IN' where id = :v").param("v", begun).update();
    var before = placesOf(order);
    var village = jdbc.sql("select code from region.region where code like :county and level = 5 and code <> :now order by code limit 1").param("county", elder.path("regionCode").asString().substring(0, 6) + "%")
        .param("now", elder.path("regionCode").asString()).query(String.class).single();

    var corrected = new HashMap<String, Object>(Map.of("version", elder.path("version").asLong(), "name", elder.path("name").asString(), "regionCode", village, "reason", "搬家"));
    for (var same : List.of("livingSituation", "economicStatus", "hukou")) corrected.put(same, elder.path(same).asString());
    for (var same : List.of("disability", "familyPlanningSpecial")) corrected.put(same, elder.path(same).asBoolean());
    var answer = officer.put("/api/elders/" + plan.elder().value(), corrected);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("position").isObject()).as("nobody knows where in the new village").isFalse();
    var middle = jdbc.sql("select lng || ' ' || lat from region.region where code = :code").param("code", village).query(String.class).single();
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(placesOf(order).entrySet().stream().filter(e -> !e.getKey().equals(begun)).map(Map.Entry::getValue)).hasSize(14).allMatch(middle::equals));
    assertThat(placesOf(order).get(begun)).isEqualTo(before.get(begun));
  }

  private Map<UUID, String> placesOf(UUID order) {
    return jdbc.sql("select id, lng || ' ' || lat from homecare.visit where order_id = :o").param("o", order).query((r, n) -> Map.entry(r.getObject(1, UUID.class), r.getString(2))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void aRefusedOfferGoesToTheNextProviderAndTheRefusalNeedsAReason() {
    var plan = plan("COMFORT", 1, provider);
    var order = orderOf(plan, "OFFERED");

    var withoutReason = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", false));
    var refused = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", false, "reason", "本周人手不足"));
    var again = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", true));

    assertThat(withoutReason.problem()).isEqualTo("/problems/web/invalid");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(again.problem()).isEqualTo("/problems/homecare/offer-closed");
    assertThat(again.body().path("status").asInt()).isEqualTo(409);
    assertThat(again.body().path("state").asString()).isEqualTo("REFUSED");
    assertThat(jdbc.sql("select provider_id from homecare.offer where order_id = :order and status = 'OPEN'").param("order", order).query(UUID.class).list()).doesNotContain(provider);
  }

  @Test
  void anOrderNobodyTakesSaysWhyAndACountyOfficerAssignsItByHand() {
    var plan = plan("MEDICAL_ESCORT", 1, null);
    var order = orderOf(plan, null);
    expireAll(order);

    var unmatched = api.as("county_officer").get("/api/orders/" + order);
    var unmatchedBefore = world.unmatched.contains(order);
    run("homecareWaitingOrders", today.plusMonths(1));
    assertThat(world.reached).as("also where several days are made up for at once, its case hears of each month it waits in")
        .anyMatch(r -> r.step() == CaseStep.ORDERED && r.source().equals(order) && YearMonth.from(today.plusMonths(1)).equals(r.month()));
    assertThat(tasks("county_officer")).contains("order:" + order);
    assertThat(tasks("hotline_operator")).as("who cannot name a provider is not asked to").doesNotContain("order:" + order);
    var town = api.as("village_worker").post("/api/orders/" + order + "/assignment", Map.of("providerId", provider, "reason", "就近安排"));
    var assigned = api.as("county_officer").post("/api/orders/" + order + "/assignment", Map.of("providerId", provider, "reason", "就近安排"));

    assertThat(unmatchedBefore).as("its case was told").isTrue();
    assertThat(world.unmatched).doesNotContain(order);
    assertThat(unmatched.body().path("status").asString()).isEqualTo("UNMATCHED");
    assertThat(unmatched.body().path("unmatchedReason").asString()).contains("可以：");
    assertThat(town.status()).isEqualTo(403);
    assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(200);
    assertThat(status(order)).isEqualTo("ACCEPTED");
  }

  @Test
  void aDefaultedProviderLosesItsOrdersAndTheirReservations() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);
    var visits = visitsOf(order);

    transaction.executeWithoutResult(t -> facilities.changeListing(new ProviderId(provider), Listing.DEFAULTED, today, "虚报服务"));

    await().until(() -> !"ACCEPTED".equals(status(order)));
    assertThat(world.reached).as("its case waits for a provider again").noneMatch(r -> r.step() == CaseStep.MATCHED && r.source().equals(order));
    assertThat(visits).allSatisfy(v -> assertThat(world.reserved).doesNotContainKey(v));
    assertThat(visitStatuses(order)).containsOnly("CANCELLED");
    assertThat(candidates(order)).anySatisfy(c -> {
      assertThat(c.path("providerId").asString()).isEqualTo(provider.toString());
      assertThat(c.path("excluded").toString()).contains("失信");
    });
  }

  @Test
  void anEndedPlanCancelsWhatLiesBehindItsEnd() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);

    tell(new CarePlanEnded(plan.id(), plan.elder(), today.plusDays(3), clock.instant()));

    await().until(() -> visitStatuses(order).contains("CANCELLED"));
    assertThat(jdbc.sql("select count(*) from homecare.visit where order_id = :o and status = 'PLANNED'").param("o", order).query(Long.class).single()).isEqualTo(3);
  }

  @Test
  void anOrderThatEndsBeforeItsFirstDayIsOverWithoutAVisit() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);

    tell(new CarePlanEnded(plan.id(), plan.elder(), today.minusDays(1), clock.instant()));

    await().until(() -> "ENDED".equals(status(order)));
    assertThat(visitStatuses(order)).containsOnly("CANCELLED");
  }

  @Test
  void anElderInHospitalIsNotVisitedAndIsAgainWhenBack() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);
    var elder = plan.elder().value();

    api.as("county_officer").post("/api/elders/" + elder + "/status", Map.of("version", api.as("county_officer").get("/api/elders/" + elder).body().path("version").asLong(), "status", "IN_HOSPITAL", "since", today.toString(), "reason", "住院"));
    await().until(() -> !visitStatuses(order).contains("PLANNED"));
    var home = api.as("county_officer").post("/api/elders/" + elder + "/status", Map.of("version", api.as("county_officer").get("/api/elders/" + elder).body().path("version").asLong(), "status", "LIVING", "since", today.toString(), "reason", "出院回家"));

    assertThat(home.status()).as(home.body().toString()).isEqualTo(200);
    await().until(() -> visitStatuses(order).contains("PLANNED"));
    assertThat(jdbc.sql("select count(*) from homecare.visit where order_id = :o and status = 'PLANNED'").param("o", order).query(Long.class).single()).isEqualTo(15);
  }

  @Test
  void aSingleOrderBeyondTheEntitlementIsRefusedWithWhatIsLeftUnlessTheElderPays() {
    var elder = elder();
    world.openCases.put(elder, UUID.randomUUID());
    var body = new HashMap<String, Object>(Map.of("elderId", elder, "service", "COMFORT", "units", 11, "day", today.plusDays(1).toString(), "windowFrom", "09:00", "windowTo", "11:00", "reason", "家人临时外出"));

    var refused = api.as("county_officer").post("/api/orders", body);
    body.put("elderPays", true);
    var placed = api.as("county_officer").post("/api/orders", body);

    assertThat(refused.problem()).as(refused.status() + " " + refused.body()).isEqualTo("/problems/homecare/beyond-entitlement");
    assertThat(refused.body().path("leftMinutes").asInt()).isEqualTo(600);
    assertThat(refused.body().path("askedMinutes").asInt()).isEqualTo(660);
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
  }

  @Test
  void aProviderOutsideItsAreaIsAssignedOnlyByWhoHasReadThatAndTheRecordSaysSo() {
    var order = orderOf(plan("COMFORT", 1, null), null);
    jdbc.sql("update elder.elder set lng = 119.0 where id = (select elder_id from homecare.service_order where id = :o)").param("o", order).update(); // a long way from everybody
    var county = api.as("county_officer");
    var body = new HashMap<String, Object>(Map.of("providerId", provider, "reason", "老人坚持要这家"));

    var told = county.post("/api/orders/" + order + "/assignment", body);
    body.put("despite", true);
    var meant = county.post("/api/orders/" + order + "/assignment", body);

    assertThat(told.problem()).as(told.body().toString()).isEqualTo("/problems/homecare/provider-excluded");
    assertThat(told.body().path("because").toString()).contains("公里");
    assertThat(meant.status()).as(meant.body().toString()).isEqualTo(200);
    assertThat(jdbc.sql("select reason from homecare.offer where order_id = :o and status = 'ACCEPTED'").param("o", order).query(String.class).single()).startsWith("老人坚持要这家（已知：").contains("公里");
  }

  @Test
  void ordersNobodyHasTakenYetAndThePlansLaterVisitsCountAgainstTheEntitlementToo() {
    var elder = elder();
    world.openCases.put(elder, UUID.randomUUID());
    var county = api.as("county_officer");

    assertThat(county.post("/api/orders", comfort(elder, 6)).status()).isEqualTo(201);
    var second = county.post("/api/orders", comfort(elder, 5));

    assertThat(second.problem()).as(second.body().toString()).isEqualTo("/problems/homecare/beyond-entitlement");
    assertThat(second.body().path("leftMinutes").asInt()).as("as the balance says").isEqualTo(600);
    assertThat(second.body().path("promisedMinutes").asInt()).isEqualTo(360);
    assertThat(second.body().path("freeMinutes").asInt()).isEqualTo(240);
    assertThat(county.post("/api/orders", comfort(elder, 4)).status()).isEqualTo(201);
    assertThat(county.post("/api/orders", comfort(elder, 1)).problem()).isEqualTo("/problems/homecare/beyond-entitlement");
  }

  @Test
  void theSameHelpIsOrderedTwiceOnlyByWhoKnowsOfTheFirst() {
    var elder = elder();
    world.openCases.put(elder, UUID.randomUUID());
    var county = api.as("county_officer");
    var body = new HashMap<String, Object>(comfort(elder, 1));
    body.remove("again");

    var first = county.post("/api/orders", body);
    var second = county.post("/api/orders", body);
    var afternoon = new HashMap<>(body);
    afternoon.putAll(Map.of("windowFrom", "11:00", "windowTo", "11:10"));
    var apart = county.post("/api/orders", afternoon);
    body.put("again", true);
    var meant = county.post("/api/orders", body);

    assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
    assertThat(second.problem()).as(second.status() + " " + second.body()).isEqualTo("/problems/homecare/already-ordered");
    assertThat(second.body().path("orderId").asString()).isEqualTo(first.body().path("id").asString());
    assertThat(apart.status()).as("another time of day; a window says when the visit may begin, so it may be short").isEqualTo(201);
    assertThat(meant.status()).as(meant.body().toString()).isEqualTo(201);
  }

  @Test
  void aSingleOrderThatCannotComeToPassIsRefused() {
    var elder = elder();
    world.openCases.put(elder, UUID.randomUUID());
    var county = api.as("county_officer");
    var body = new HashMap<String, Object>(comfort(elder, 1));
    body.put("elderPays", true);

    body.put("day", today.plusDays(60).toString());
    var lastDay = county.post("/api/orders", body);
    body.put("day", today.plusDays(61).toString());
    var tooFar = county.post("/api/orders", body);
    body.putAll(Map.of("day", today.toString(), "windowFrom", "00:00", "windowTo", "00:01"));
    var over = county.post("/api/orders", body);
    county.post("/api/elders/" + elder + "/status", Map.of("version", api.as("county_officer").get("/api/elders/" + elder).body().path("version").asLong(), "status", "IN_HOSPITAL", "since", today.toString(), "reason", "住院"));
    body.put("day", today.plusDays(2).toString());
    var away = county.post("/api/orders", body);
    var offer = county.get("/api/order-services?elder=" + elder + "&day=" + today.plusDays(2));

    assertThat(lastDay.status()).as(lastDay.body().toString()).isEqualTo(201);
    assertThat(tooFar.body().path("errors").toString()).contains("day", "too-late", today.plusDays(60).toString());
    assertThat(over.body().path("errors").toString()).contains("windowTo", "over");
    assertThat(away.problem()).as(away.status() + " " + away.body()).isEqualTo("/problems/homecare/elder-away");
    assertThat(away.body().path("state").asString()).isEqualTo("IN_HOSPITAL");
    assertThat(offer.body().path("away").asString()).isEqualTo("IN_HOSPITAL");
  }

  private Map<String, Object> comfort(UUID elder, int units) {
    return Map.of("again", true, "elderId", elder, "service", "COMFORT", "units", units, "day", today.plusDays(1).toString(), "windowFrom", "09:00", "windowTo", "11:00", "reason", "家人临时外出");
  }

  private void expireAll(UUID order) {
    await().until(() -> {
      jdbc.sql("update homecare.offer set expires_at = offered_at where order_id = :o and status = 'OPEN'").param("o", order).update();
      expireOffers.run();
      return status(order).equals("UNMATCHED");
    });
  }

  private List<UUID> visitsOf(UUID order) {
    return jdbc.sql("select id from homecare.visit where order_id = :o and not replaced order by day").param("o", order).query(UUID.class).list();
  }

  private List<String> visitStatuses(UUID order) {
    return jdbc.sql("select status from homecare.visit where order_id = :o").param("o", order).query(String.class).list();
  }

  private List<JsonNode> candidates(UUID order) {
    return api.as("county_officer").get("/api/orders/" + order).body().path("candidates").valueStream().toList();
  }
}
