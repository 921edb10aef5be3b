package org.zhiyang.service.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.policy.ParameterLoader;
import org.zhiyang.platform.policy.ParameterSource;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.service.dispatch.VisitsOfTests;
import org.zhiyang.service.dispatch.domain.CareSearch;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.dispatch.store.WeekRuns;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** Weeks in a city that publishes by itself: {@code dispatch-publish-days} reaches to the Monday of the week each test has of its own. */
@ZhiyangTest
class PublishAheadTests {
  private static int weeksTaken = 500;

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired ProfileFiles profile;
  @Autowired RunWeeks everyday;
  @Autowired PlanWeek planWeek;
  @Autowired WeekRuns runs;
  @Autowired PlanningDays days;
  @Autowired DayPlans plans;
  @Autowired Drafts drafts;
  @Autowired PublishPlan publish;
  @Autowired CareSearch search;
  @Autowired TransactionTemplate transaction;

  private VisitsOfTests visits;
  private Api.Caller dispatcher;
  private UUID provider;
  private String county;
  private LocalDate monday;
  private LocalDate tuesday;

  @BeforeEach
  void aWeekOfItsOwn() {
    visits = new VisitsOfTests(jdbc, api);
    dispatcher = api.as("provider_dispatcher");
    provider = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    county = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    monday = LocalDate.now(clock).with(DayOfWeek.MONDAY).plusWeeks(++weeksTaken);
    tuesday = monday.plusDays(1);
    visits.onlyTwoOnDuty(provider, monday);
    visits.onlyTwoOnDuty(provider, tuesday);
  }

  @Test
  void theNightPublishesDraftsOfTheDaysTheProfileNamesAndLeavesLaterOnesToPeople() {
    var soon = visits.cleaning(provider, monday, "09:00", "10:00");
    var later = visits.cleaning(provider, tuesday, "09:00", "10:00");

    plan(StoredPlan.Origin.NIGHTLY);

    assertThat(status(soon)).isEqualTo("ASSIGNED");
    assertThat(plansOf(monday)).containsExactly("PUBLISHED");
    assertThat(status(later)).isEqualTo("PLANNED");
    assertThat(plansOf(tuesday)).containsExactly("DRAFT");
    assertThat(dispatcher.get("/api/dispatch/day?day=" + monday).body().path("changes")).singleElement().satisfies(change -> assertThat(change.path("kind").asString()).isEqualTo("PUBLICATION"));
  }

  @Test
  void whatThePlatformPublishedIsTakenBackLikeAnyOtherPublication() {
    var visit = visits.cleaning(provider, monday, "09:00", "10:00");
    plan(StoredPlan.Origin.NIGHTLY);
    var change = dispatcher.get("/api/dispatch/day?day=" + monday).body().path("changes").get(0).path("id").asString();

    assertThat(dispatcher.post("/api/dispatch/changes/" + change + "/reversal", Map.of()).status()).isEqualTo(200);

    assertThat(status(visit)).isEqualTo("PLANNED");
  }

  @Test
  void aWeekAPersonAskedForIsNotPublishedByItself() {
    var visit = visits.cleaning(provider, monday, "09:00", "10:00");

    plan(StoredPlan.Origin.BY_HAND);

    assertThat(status(visit)).isEqualTo("PLANNED");
    assertThat(plansOf(monday)).containsExactly("DRAFT");
  }

  @Test
  void aDayADispatcherIsAtStaysTheirs() {
    var visit = visits.cleaning(provider, monday, "09:00", "10:00");
    dispatcher.post("/api/dispatch/plans", Map.of("day", monday));

    plan(StoredPlan.Origin.NIGHTLY);

    assertThat(status(visit)).isEqualTo("PLANNED");
    assertThat(plansOf(monday)).containsExactly("DRAFT");
  }

  @Test
  void aDraftThatCannotBeCarriedOutAnyMoreWaitsForAPerson() {
    visits.cleaning(provider, monday, "09:00", "10:00");
    jdbc.sql("create or replace function dispatch.gone() returns trigger language plpgsql as $$ begin update homecare.visit set status = 'CANCELLED' where provider_id = new.provider_id and day = new.day; return new; end $$").update();
    jdbc.sql("create trigger gone after insert on dispatch.plan for each row when (new.day = '" + monday + "') execute function dispatch.gone()").update();

    try {
      plan(StoredPlan.Origin.NIGHTLY);
    } finally {
      jdbc.sql("drop trigger gone on dispatch.plan").update();
    }

    assertThat(plansOf(monday)).containsExactly("DRAFT");
    assertThat(jdbc.sql("select state from dispatch.week_run where from_on = :d").param("d", monday).query(String.class).single()).isEqualTo("DONE");
  }

  /** The server's own job is kept out meanwhile: it publishes nothing. */
  private void plan(StoredPlan.Origin origin) {
    var keep = new KeepWeek(drafts, plans, publish, publishingUntil(monday), transaction, clock);
    synchronized (everyday) {
      jdbc.sql("update dispatch.week_run set state = 'FAILED', started_at = now(), ended_at = now(), fault = 'left by another test' where state in ('WAITING', 'RUNNING')").update();
      assertThat(planWeek.ask(new PlanWeek.Command(county, monday, 2, false, origin, Actor.PLATFORM))).isPresent();
      new RunWeeks(runs, days, plans, search, keep, clock).run();
    }
  }

  private Parameters publishingUntil(LocalDate last) {
    var ahead = ChronoUnit.DAYS.between(LocalDate.now(clock), last);
    return new ParameterLoader(() -> profile.all("parameters", ".yaml").stream().map(file -> new ParameterSource.File(file.path(),
        file.path().endsWith("dispatch-publish-days.yaml") ? file.text().replace("value: 0", "value: " + ahead).getBytes(StandardCharsets.UTF_8) : file.content())).toList()).load(false);
  }

  private String status(UUID visit) {
    return jdbc.sql("select status from homecare.visit where id = :v").param("v", visit).query(String.class).single();
  }

  private List<String> plansOf(LocalDate day) {
    return dispatcher.get("/api/dispatch/plans?day=" + day).body().valueStream().map(plan -> plan.path("status").asString()).toList();
  }
}
