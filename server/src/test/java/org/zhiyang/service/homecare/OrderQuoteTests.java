package org.zhiyang.service.homecare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** What whoever places a single order is told before. */
@DirtiesContext
class OrderQuoteTests extends HomecareSteps {
  @Test
  void listsTheServicesThatArePlannedAndSaysWhetherThereIsACase() {
    var elder = elder();
    var without = api.as("hotline_operator").get("/api/order-services?elder=" + elder + "&day=" + today);
    world.openCases.put(elder, UUID.randomUUID());

    var with = api.as("hotline_operator").get("/api/order-services?elder=" + elder + "&day=" + today);

    assertThat(without.body().path("openCase").asBoolean()).isFalse();
    assertThat(with.body().path("openCase").asBoolean()).isTrue();
    assertThat(with.body().path("services").valueStream().map(s -> s.path("code").asString())).contains("MEAL", "COMFORT").doesNotContain("URGENT");
  }

  @Test
  void saysWhoWouldPayAndWhatIsLeftAndReservesNothing() {
    var elder = elder();

    var within = quote(elder, "COMFORT", 10);
    var beyond = quote(elder, "COMFORT", 11);
    var meal = quote(elder, "MEAL", 2);

    assertThat(within.path("elderFen").asLong()).isZero();
    assertThat(beyond.path("askedMinutes").asInt()).isEqualTo(660);
    assertThat(beyond.path("leftMinutes").asInt()).isEqualTo(600);
    assertThat(beyond.path("elderFen").asLong()).isPositive();
    assertThat(beyond.path("publicFen").asLong() + beyond.path("voucherFen").asLong() + beyond.path("elderFen").asLong()).isEqualTo(beyond.path("priceFen").asLong());
    assertThat(meal.path("askedMinutes").asInt()).as("a meal takes no minutes").isZero();
    assertThat(world.reserved.keySet()).as("other tests' visits may be made meanwhile").noneMatch(visit -> jdbc.sql("select elder_id from homecare.visit where id = :id").param("id", visit).query(UUID.class).optional().equals(Optional.of(elder)));
  }

  @Test
  void promisesNothingToAPlanForDaysOnWhichTheElderIsInHospital() {
    var plan = plan("COMFORT", 1, provider);
    accepted(plan);
    var elder = plan.elder().value();
    var day = today.plusMonths(1).withDayOfMonth(20); // beyond the days for which visits are made
    var before = quoteOn(elder, day);

    api.as("county_officer").post("/api/elders/" + elder + "/status", Map.of("version", api.as("county_officer").get("/api/elders/" + elder).body().path("version").asLong(), "status", "IN_HOSPITAL", "since", today.toString(), "reason", "住院"));
    var inHospital = quoteOn(elder, day);

    assertThat(before.path("leftMinutes").asInt()).as("as the balance says").isEqualTo(600);
    assertThat(before.path("promisedMinutes").asInt()).as("the plan's days ahead").isPositive();
    assertThat(inHospital.path("leftMinutes").asInt()).isEqualTo(600);
    assertThat(inHospital.path("promisedMinutes").asInt()).isZero();
    assertThat(inHospital.path("elderFen").asLong()).isZero();
  }

  @Test
  void refusesADayThatIsPastAndUrgentHelpAtTheirFields() {
    var elder = elder();

    var past = api.as("county_officer").get("/api/order-quotes?elder=" + elder + "&service=COMFORT&units=1&day=" + today.minusDays(1));
    var urgent = api.as("county_officer").get("/api/order-quotes?elder=" + elder + "&service=URGENT&units=1&day=" + today);
    var tooMany = api.as("county_officer").get("/api/order-quotes?elder=" + elder + "&service=COMFORT&units=25&day=" + today);

    assertThat(past.body().path("errors").toString()).contains("day", "past");
    assertThat(urgent.body().path("errors").toString()).contains("service", "urgent");
    assertThat(tooMany.status()).isEqualTo(400);
    var tooLong = api.as("county_officer").get("/api/order-quotes?elder=" + elder + "&service=COMFORT&units=13&day=" + today);
    assertThat(tooLong.body().path("errors").toString()).contains("units", "too-long", "12");
  }

  @Test
  void isForThoseWhoMayOrderForThisElderOnly() {
    var elder = elder();

    assertThat(api.as("village_worker").get("/api/order-quotes?elder=" + elder + "&service=COMFORT&units=1&day=" + today).status()).isEqualTo(403);
    assertThat(api.as("county_officer").get("/api/order-quotes?elder=" + UUID.randomUUID() + "&service=COMFORT&units=1&day=" + today).status()).isEqualTo(404);
  }

  private tools.jackson.databind.JsonNode quoteOn(UUID elder, java.time.LocalDate day) {
    return api.as("hotline_operator").get("/api/order-quotes?elder=" + elder + "&service=COMFORT&units=1&day=" + day).body();
  }

  private tools.jackson.databind.JsonNode quote(UUID elder, String service, int units) {
    var answer = api.as("hotline_operator").get("/api/order-quotes?elder=" + elder + "&service=" + service + "&units=" + units + "&day=" + today);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }
}
