package org.zhiyang.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.Api.Answer;
import org.zhiyang.testing.ZhiyangTest;

/** The default list (M278): reason, evidence and a second person to get on it, and to get off it. */
@ZhiyangTest
class ListingTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;

  private UUID provider;

  @BeforeEach
  void aProviderOfItsOwn() {
    var region = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    provider = UUID.randomUUID();
    jdbc.sql("""
            insert into facility.provider (id, name, credit_code, region_code, lng, lat, services, visits_per_day, synthetic)
            values (:id, '列名试验服务社', :code, :region, 120.1, 30.8, array['MEAL'], 10, true)""").param("id", provider)
        .param("code", SocialCreditCode.synthetic("52", (int) (System.nanoTime() % 90_000_000)).value()).param("region", region).update();
  }

  @Test
  void aSecondPersonDecidesAndOnlyThenTheListingChanges() {
    var proposed = propose("DEFAULTED");

    var waiting = api.as("county_officer").get("/api/providers/" + provider).body().path("listing").asString();
    var bySelf = api.as("county_officer").post("/api/listing-proposals/" + proposed.body().path("id").asString() + "/decision", Map.of("approved", true, "words", "同意列入"));
    var byOther = api.as("city_officer").post("/api/listing-proposals/" + proposed.body().path("id").asString() + "/decision", Map.of("approved", true, "words", "材料属实，同意列入"));
    var again = api.as("city_officer").post("/api/listing-proposals/" + proposed.body().path("id").asString() + "/decision", Map.of("approved", false, "words", "再想想看"));

    assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
    assertThat(waiting).isEqualTo("NORMAL");
    assertThat(bySelf.problem()).isEqualTo("/problems/facility/same-person");
    assertThat(byOther.body().path("listing").asString()).isEqualTo("DEFAULTED");
    assertThat(again.problem()).isEqualTo("/problems/facility/already-decided");
    assertThat(api.as("city_officer").get("/api/listing-proposals?provider=" + provider).body().path("items").get(0).path("evidence").asString()).contains("SM00000001");
  }

  @Test
  void aProviderIsTakenOffTheListTheSameWay() {
    jdbc.sql("update facility.provider set listing = 'DEFAULTED' where id = :id").param("id", provider).update();
    var proposed = propose("NORMAL");

    var decided = api.as("city_officer").post("/api/listing-proposals/" + proposed.body().path("id").asString() + "/decision", Map.of("approved", true, "words", "整改到位，移出名单"));

    assertThat(decided.body().path("listing").asString()).isEqualTo("NORMAL");
  }

  @Test
  void aRefusedProposalChangesNothingAndAnotherMayFollow() {
    var first = propose("WATCHED");
    var tooMany = propose("DEFAULTED");
    var refused = api.as("city_officer").post("/api/listing-proposals/" + first.body().path("id").asString() + "/decision", Map.of("approved", false, "words", "依据不足，退回"));
    var second = propose("WATCHED");

    assertThat(tooMany.problem()).isEqualTo("/problems/facility/proposal-open");
    assertThat(refused.body().path("listing").asString()).isEqualTo("NORMAL");
    assertThat(second.status()).isEqualTo(201);
  }

  @Test
  void withoutEvidenceOrForTheSameListingNothingIsProposed() {
    var withoutEvidence = api.as("county_officer").post("/api/providers/" + provider + "/listing-proposals", Map.of("listing", "DEFAULTED", "reason", "虚报工单"));

    assertThat(withoutEvidence.body().path("errors").toString()).contains("evidence");
    assertThat(propose("NORMAL").problem()).isEqualTo("/problems/facility/same-listing");
  }

  @Test
  void onlyOfficersOfTheProvidersAreaProposeAndSee() {
    jdbc.sql("update facility.provider set region_code = '330599001001' where id = :id").param("id", provider).update();

    assertThat(propose("DEFAULTED").status()).isEqualTo(404);
    assertThat(api.as("provider_dispatcher").get("/api/listing-proposals").status()).isEqualTo(403);
    assertThat(api.as("town_officer").post("/api/providers/" + provider + "/listing-proposals", Map.of()).status()).isEqualTo(403);
  }

  private Answer propose(String listing) {
    return api.as("county_officer").post("/api/providers/" + provider + "/listing-proposals", Map.of("listing", listing, "reason", "多次虚报上门", "evidence", "核验记录 SM00000001、SM00000002"));
  }
}
