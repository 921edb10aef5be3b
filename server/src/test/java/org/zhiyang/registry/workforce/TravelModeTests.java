package org.zhiyang.registry.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** A provider writes down what its carers travel by. */
@ZhiyangTest
class TravelModeTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired WorkforceQueries workforce;
  @Autowired java.time.Clock clock;

  @Test
  void whatIsWrittenDownIsWhatPlansReckonWith() {
    var dispatcher = api.as("provider_dispatcher");
    var carer = carerOf(dispatcher);

    for (var mode : TravelMode.values()) {
      assertThat(dispatcher.put(path(carer), Map.of("mode", mode.name())).status()).isEqualTo(204);
      assertThat(workforce.findCarer(carer, java.time.LocalDate.now(clock)).orElseThrow().travelMode()).isEqualTo(mode);
    }
    assertThat(dispatcher.get("/api/carers?size=100").body().path("items").valueStream().filter(row -> row.path("id").asString().equals(carer.toString())).findFirst().orElseThrow().path("travelMode").asString())
        .isEqualTo("CAR");
    dispatcher.put(path(carer), Map.of("mode", "E_BIKE"));
  }

  @Test
  void onlyTheirOwnProviderAndOnlyWhatThereIs() {
    var dispatcher = api.as("provider_dispatcher");
    var carer = carerOf(dispatcher);

    assertThat(api.as("provider_dispatcher_2").put(path(carer), Map.of("mode", "CAR")).status()).isEqualTo(404);
    assertThat(api.as("county_officer").put(path(carer), Map.of("mode", "CAR")).status()).isEqualTo(403);
    assertThat(dispatcher.put(path(carer), Map.of("mode", "ROCKET")).body().path("errors").path(0).path("field").asString()).isEqualTo("mode");
    assertThat(dispatcher.put(path(carer), Map.of()).problem()).isEqualTo("/problems/web/invalid");
    assertThat(workforce.findCarer(carer, java.time.LocalDate.now(clock)).orElseThrow().travelMode()).isNotEqualTo(TravelMode.CAR);
  }

  private CarerId carerOf(Api.Caller dispatcher) {
    var provider = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    return new CarerId(jdbc.sql("select id from workforce.carer where provider_id = :p and active order by id limit 1").param("p", provider).query(UUID.class).single());
  }

  private static String path(CarerId carer) {
    return "/api/carers/" + carer + "/travel-mode";
  }
}
