package org.zhiyang.service.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.dispatch.VisitsOfTests;
import org.zhiyang.service.dispatch.domain.CareSearch;
import org.zhiyang.service.dispatch.domain.SpanFigures;
import org.zhiyang.service.dispatch.domain.WhatIf;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** What more carers would change on a day that runs, asked by a clock of its own. One visit was told for six hours after its window; two more are open at one and the same time. */
@ZhiyangTest
class WhatIfOfAFrozenDayTests {
  private static int weeksTaken = 700;

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired HomecareQueries homecare;
  @Autowired WorkforceQueries workforce;
  @Autowired FacilityQueries facilities;
  @Autowired EligibilityQueries eligibility;
  @Autowired Parameters parameters;
  @Autowired Ways ways;
  @Autowired CareSearch search;

  private UUID provider;
  private LocalDate day;
  private UUID told;

  @BeforeEach
  void aDayOfItsOwn() {
    var visits = new VisitsOfTests(jdbc, api);
    provider = UUID.fromString(api.as("provider_dispatcher").get("/api/session").body().path("organizationId").asString());
    day = LocalDate.now(clock).with(DayOfWeek.FRIDAY).plusWeeks(++weeksTaken);
    var two = visits.onlyTwoOnDuty(provider, day);
    told = visits.cleaning(provider, day, "09:00", "10:00");
    for (int n = 0; n < 3; n++) visits.cleaning(provider, day, "16:00", "16:10");
    var from = day.atTime(16, 0).atZone(BusinessClock.ZONE).toOffsetDateTime();
    jdbc.sql("update homecare.visit set status = 'ASSIGNED', planned_from = :from, planned_to = :from + interval '1 hour' where id = :v").param("v", told).param("from", from).update();
    jdbc.sql("insert into homecare.visit_carer (visit_id, carer_id, place) values (:v, :c, 0)").param("v", told).param("c", two.getFirst()).update();
  }

  @Test
  void bothPlansOfADayThatRunsLeaveWhatWasTold() {
    var compared = asked(day, LocalTime.of(8, 0));

    assertThat(compared.without()).extracting(SpanFigures::minutesAfterWindow, SpanFigures::unserved).as("one of the two carers is told to be elsewhere").containsExactly(360, 2);
    assertThat(compared.with()).extracting(SpanFigures::minutesAfterWindow, SpanFigures::unserved).containsExactly(360, 0);
  }

  @Test
  void tomorrowIsLeftAsItWasToldFromTheHourOfFreezingOn() {
    assertThat(asked(day.minusDays(1), LocalTime.of(20, 0)).without().minutesAfterWindow()).isEqualTo(360);
    assertThat(asked(day.minusDays(1), LocalTime.of(8, 0)).without()).extracting(SpanFigures::minutesAfterWindow, SpanFigures::unserved).as("planned anew").containsExactly(0, 1);
  }

  /** What has begun stays, whether or not it began as it was told. */
  @Test
  void whatHasBegunStaysOnADayPlannedAnewToo() {
    jdbc.sql("update homecare.visit set status = 'CHECKED_IN', checked_in_at = planned_from where id = :v").param("v", told).update();

    assertThat(asked(day.minusDays(1), LocalTime.of(8, 0)).without().minutesAfterWindow()).isEqualTo(360);
  }

  private WhatIf.Compared asked(LocalDate today, LocalTime at) {
    var then = Clock.fixed(today.atTime(at).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE);
    var ask = new AskWhatIf(new PlanningDays(homecare, workforce, facilities, parameters, ways, then), search, eligibility, parameters, then);
    var place = jdbc.sql("select lng, lat from facility.provider where id = :p").param("p", provider).query((r, n) -> new double[] {r.getDouble(1), r.getDouble(2)}).single();
    var extra = new WhatIf.Extra(new ProviderId(provider), 2, Set.of("BATHING"), 5, place[0], place[1], LocalTime.of(8, 0), LocalTime.of(17, 30));
    return ask.handle(new AskWhatIf.Command(new ProviderId(provider), null, day, 1, List.of(extra), Actor.PLATFORM));
  }
}
