package org.zhiyang.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

@ZhiyangTest
class AccountAdministrationTests {
  private static final String CHOSEN = "blue-kettle-7";

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Roles roles;
  @Autowired AccountAdministration administration;

  @AfterEach
  void letTheCarersGo() {
    jdbc.sql("update access.account set carer_id = null, active = false where carer_id is not null and username not in ('carer', 'carer_2')").update();
  }

  @Test
  void aCarerSignsInWithTheOneTimePasswordAndWorksAfterChangingIt() {
    var carer = carerWithoutAccount();

    var made = made(Map.of("username", name(), "role", "carer", "carerId", carer));
    var username = made.path("account").path("username").asString();
    var first = api.signedIn(username, made.path("initialPassword").asString());
    var session = first.get("/api/session");
    var blocked = first.get("/api/visits");
    var changed = first.put("/api/session/password", Map.of("current", made.path("initialPassword").asString(), "next", CHOSEN));
    var afterwards = first.get("/api/session");

    assertThat(made.path("account").path("organizationId").asString()).isEqualTo(providerOf(carer).toString());
    assertThat(made.path("account").path("displayName").asString()).isEqualTo(jdbc.sql("select name from workforce.carer where id = :id").param("id", carer).query(String.class).single());
    assertThat(session.body().path("mustChangePassword").asBoolean()).isTrue();
    assertThat(blocked.status()).isEqualTo(403);
    assertThat(blocked.problem()).isEqualTo("/problems/access/password-change-required");
    assertThat(changed.body().path("mustChangePassword").asBoolean()).isFalse();
    assertThat(changed.body().path("carerId").asString()).isEqualTo(carer.toString());
    assertThat(afterwards.body().path("mustChangePassword").asBoolean()).isFalse();
    assertThat(first.get("/api/elders").status()).isEqualTo(200);
    assertThat(api.signedIn(username, CHOSEN).get("/api/session").status()).isEqualTo(200);
  }

  @Test
  void everyWayIntoThePlatformIsShutUntilTheOneTimePasswordIsChanged() {
    var made = made(Map.of("username", name(), "role", "administrator", "displayName", "备用管理员"));

    var caller = api.signedIn(made.path("account").path("username").asString(), made.path("initialPassword").asString());

    assertThat(List.of("/api/accounts", "/api/audit", "/api/roles", "/api/preferences/size", "/api/regions")).allSatisfy(path ->
        assertThat(caller.get(path).problem()).isEqualTo("/problems/access/password-change-required"));
    assertThat(caller.post("/api/clock/forward", Map.of("duration", "PT1S")).problem()).isEqualTo("/problems/access/password-change-required");
  }

  @Test
  void theOneTimePasswordIsNeverStoredAndShownOnceOnly() {
    var key = UUID.randomUUID();
    var body = Map.of("username", name(), "role", "administrator", "displayName", "只看一次");

    var first = admin().post("/api/accounts", body, key).body();
    var again = admin().post("/api/accounts", body, key).body();
    var password = first.path("initialPassword").asString();
    var kept = jdbc.sql("select convert_from(body, 'UTF8') from web.idempotent_answer where key = :key").param("key", key).query(String.class).single();
    var hash = jdbc.sql("select password_hash from access.account where id = :id").param("id", id(first)).query(String.class).single();
    var trail = jdbc.sql("select count(*) from access.audit where detail like :password").param("password", "%" + password + "%").query(Long.class).single();

    assertThat(password).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
    assertThat(again.path("account").path("id")).isEqualTo(first.path("account").path("id"));
    assertThat(again.path("initialPassword").isNull()).isTrue();
    assertThat(kept).doesNotContain(password).contains(id(first).toString());
    assertThat(hash).startsWith("$2").doesNotContain(password);
    assertThat(trail).isZero();
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      village_worker, VILLAGE, 201,
      village_worker, TOWN, 422, /problems/access/wrong-region
      town_officer, TOWN, 201,
      town_officer, VILLAGE, 422, /problems/access/wrong-region
      county_officer, COUNTY, 201,
      county_officer, CITY, 422, /problems/access/wrong-region
      city_officer, CITY, 201,
      hotline_operator, COUNTY, 201,
      city_finance, COUNTY, 422, /problems/access/wrong-region
      town_officer, ELSEWHERE, 422, /problems/access/wrong-region
      town_officer, NONE, 400, /problems/web/invalid
      nobody, TOWN, 400, /problems/web/invalid""")
  void aRoleWorksAtItsOwnLevelOfRegions(String role, String place, int status, String problem) {
    var body = new HashMap<String, Object>(Map.of("username", name(), "role", role, "displayName", "测试员"));
    var code = region(place);
    if (code != null) body.put("regionCode", code);

    var answer = admin().post("/api/accounts", body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  private String region(String place) {
    var village = jdbc.sql("select region_code from access.account where username = 'village_worker'").query(String.class).single();
    return switch (place) {
      case "VILLAGE" -> village;
      case "TOWN" -> village.substring(0, 9) + "000";
      case "COUNTY" -> village.substring(0, 6) + "000000";
      case "CITY" -> village.substring(0, 4) + "00000000";
      case "ELSEWHERE" -> "110101001000";
      default -> null;
    };
  }

  @Test
  void aNameIsTakenWhateverItsCase() {
    var answer = admin().post("/api/accounts", Map.of("username", "Town_Officer", "role", "administrator", "displayName", "重名"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("/problems/access/name-taken");
  }

  @ParameterizedTest
  @CsvSource({"ab", "has space", "名字", "-dash", "a@b"})
  void aNameIsOfLettersDigitsAndFewSigns(String username) {
    var answer = admin().post("/api/accounts", Map.of("username", username, "role", "administrator", "displayName", "名字"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("username");
  }

  @Test
  void oneCarerHasOneAccountAlsoWhenItIsClosed() {
    var carer = carerWithoutAccount();
    var account = made(Map.of("username", name(), "role", "carer", "carerId", carer)).path("account");
    admin().post("/api/accounts/" + account.path("id").asString() + "/deactivation", Map.of("reason", "离职"));

    var second = admin().post("/api/accounts", Map.of("username", name(), "role", "carer", "carerId", carer));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.problem()).isEqualTo("/problems/access/has-account");
  }

  @ParameterizedTest
  @CsvSource({"carer, carerId", "provider_dispatcher, organizationId", "assessor, assessorId", "elder, elderId"})
  void whoIsNotInTheRegisterGetsNoAccount(String role, String field) {
    var unknown = admin().post("/api/accounts", Map.of("username", name(), "role", role, "displayName", "无此人", field, UUID.randomUUID()));
    var missing = admin().post("/api/accounts", Map.of("username", name(), "role", role, "displayName", "无此人"));

    assertThat(unknown.problem()).isEqualTo("/problems/access/unknown-holder");
    assertThat(missing.body().path("errors").get(0).path("field").asString()).isEqualTo(field);
  }

  @Test
  void anElderAndTheirProxySeeThatElderAndNobodyElse() {
    var tie = jdbc.sql("""
            select t.elder_id, t.member_id, e.number from household.tie t join elder.elder e on e.id = t.elder_id
            where t.proxy and e.status = 'LIVING' and not exists (select from access.account_elder a where a.elder_id = t.elder_id) limit 1""")
        .query((r, n) -> new String[] {r.getString(1), r.getString(2), r.getString(3)}).single();

    var found = admin().get("/api/accounts/holders?kind=ELDER&q=" + tie[2]).body();
    var byName = admin().get("/api/accounts/holders?kind=ELDER&q=").body();
    var proxies = admin().get("/api/accounts/holders?kind=PROXY&within=" + tie[0]).body();
    var elder = made(Map.of("username", name(), "role", "elder", "elderId", tie[0]));
    var family = made(Map.of("username", name(), "role", "family", "elderId", tie[0], "memberId", tie[1]));
    var seen = changed(family).get("/api/elders").body();
    var stranger = admin().post("/api/accounts", Map.of("username", name(), "role", "family", "elderId", UUID.randomUUID(), "memberId", tie[1]));

    assertThat(found.get(0).path("id").asString()).isEqualTo(tie[0]);
    assertThat(byName.size()).isZero();
    assertThat(proxies.toString()).contains(tie[1]);
    assertThat(elder.path("account").path("elderIds").get(0).asString()).isEqualTo(tie[0]);
    assertThat(seen.path("items").toString()).contains(tie[0]);
    assertThat(seen.path("total").asInt()).isEqualTo(family.path("account").path("elderIds").size());
    assertThat(stranger.problem()).isEqualTo("/problems/access/unknown-holder");
  }

  @Test
  void whoIsNoProxyAnyMoreSeesTheElderNoMoreEvenWhileSignedIn() {
    var tie = jdbc.sql("""
            select t.elder_id, t.member_id from household.tie t join elder.elder e on e.id = t.elder_id
            where t.proxy and e.status = 'LIVING' and e.region_code like :county || '%'
              and t.member_id in (select member_id from household.tie where proxy group by 1 having count(*) = 1)
              and not exists (select from access.account_elder a where a.elder_id = t.elder_id) limit 1""")
        .param("county", api.as("county_officer").get("/api/session").body().path("regionCode").asString().substring(0, 6)).query((r, n) -> new String[] {r.getString(1), r.getString(2)}).single();
    var family = changed(made(Map.of("username", name(), "role", "family", "elderId", tie[0], "memberId", tie[1])));
    var member = "/api/elders/" + tie[0] + "/household/members/" + tie[1];

    var before = family.get("/api/elders/" + tie[0]);
    var ended = api.as("county_officer").put(member, child(false));
    var after = family.get("/api/elders/" + tie[0]);
    var given = api.as("county_officer").put(member, child(true));
    var again = family.get("/api/elders/" + tie[0]);
    var removed = api.as("county_officer").delete(member);
    var atLast = family.get("/api/elders/" + tie[0]);

    assertThat(Stream.of(before, ended, after, given, again, removed, atLast).map(Api.Answer::status)).containsExactly(200, 200, 404, 200, 200, 204, 404);
  }

  private static Map<String, Object> child(boolean proxy) {
    return Map.of("relation", "CHILD", "livesTogether", false, "emergencyContact", true, "proxy", proxy);
  }

  @Test
  void anAssessorsAccountIsTheOneThatSignsTheirAssessments() {
    var assessor = jdbc.sql("select id from workforce.assessor where active and account_id is null limit 1").query(UUID.class).single();

    var account = made(Map.of("username", name(), "role", "assessor", "assessorId", assessor)).path("account");
    var again = admin().post("/api/accounts", Map.of("username", name(), "role", "assessor", "assessorId", assessor));

    assertThat(jdbc.sql("select account_id from workforce.assessor where id = :id").param("id", assessor).query(UUID.class).single()).isEqualTo(UUID.fromString(account.path("id").asString()));
    assertThat(account.path("regionCode").asString()).endsWith("000000");
    assertThat(again.problem()).isEqualTo("/problems/access/has-account");
  }

  @Test
  void aClosedAccountIsOutAtOnceAndSaysSoOnlyToWhoKnowsThePassword() {
    var made = made(Map.of("username", name(), "role", "carer", "carerId", carerWithoutAccount()));
    var username = made.path("account").path("username").asString();
    var caller = changed(made);

    var closed = admin().post("/api/accounts/" + id(made) + "/deactivation", Map.of("reason", "离职"));
    var out = caller.get("/api/session");
    var again = api.asNobody().post("/api/session", Map.of("username", username, "password", CHOSEN));
    var guess = api.asNobody().post("/api/session", Map.of("username", username, "password", "wrong"));
    var twice = admin().post("/api/accounts/" + id(made) + "/deactivation", Map.of("reason", "离职"));
    var reset = admin().post("/api/accounts/" + id(made) + "/password-reset", Map.of());
    var opened = admin().post("/api/accounts/" + id(made) + "/activation", Map.of());

    assertThat(closed.body().path("status").asString()).isEqualTo("CLOSED");
    assertThat(closed.body().path("closedReason").asString()).isEqualTo("离职");
    assertThat(out.status()).isEqualTo(401);
    assertThat(again.problem()).isEqualTo("/problems/access/account-closed");
    assertThat(guess.problem()).isEqualTo("/problems/access/wrong-credentials");
    assertThat(twice.problem()).isEqualTo("/problems/access/account-closed");
    assertThat(reset.problem()).isEqualTo("/problems/access/account-closed");
    assertThat(opened.body().path("status").asString()).isEqualTo("ACTIVE");
    assertThat(caller.get("/api/session").status()).isEqualTo(401);
    assertThat(api.signedIn(username, CHOSEN).get("/api/session").status()).isEqualTo(200);
  }

  @Test
  void aResetEndsSessionsUnlocksAndAsksForANewPassword() {
    var made = made(Map.of("username", name(), "role", "carer", "carerId", carerWithoutAccount()));
    var username = made.path("account").path("username").asString();
    var caller = changed(made);
    for (var i = 0; i < 5; i++) api.asNobody().post("/api/session", Map.of("username", username, "password", "wrong"));
    var locked = admin().get("/api/accounts?status=LOCKED&q=" + username).body();

    var reset = admin().post("/api/accounts/" + id(made) + "/password-reset", Map.of());
    var out = caller.get("/api/session");
    var old = api.asNobody().post("/api/session", Map.of("username", username, "password", CHOSEN));
    var fresh = api.signedIn(username, reset.body().path("initialPassword").asString());

    assertThat(locked.path("total").asInt()).isEqualTo(1);
    assertThat(out.status()).isEqualTo(401);
    assertThat(old.status()).isEqualTo(401);
    assertThat(fresh.get("/api/session").body().path("mustChangePassword").asBoolean()).isTrue();
  }

  @Test
  void aOneTimePasswordIsNoLongerGoodAfterItsDays() {
    var made = made(Map.of("username", name(), "role", "administrator", "displayName", "迟到"));
    jdbc.sql("update access.account set initial_password_until = now() - interval '1 minute' where id = :id").param("id", id(made)).update();

    var late = api.asNobody().post("/api/session", Map.of("username", made.path("account").path("username").asString(), "password", made.path("initialPassword").asString()));

    assertThat(late.status()).isEqualTo(401);
    assertThat(late.problem()).isEqualTo("/problems/access/one-time-password-expired");
  }

  @Test
  void aChangedPasswordEndsTheOtherSessionsOnly() {
    var made = made(Map.of("username", name(), "role", "administrator", "displayName", "两处登录"));
    var username = made.path("account").path("username").asString();
    var here = changed(made);
    var there = api.signedIn(username, CHOSEN);

    here.put("/api/session/password", Map.of("current", CHOSEN, "next", "green-kettle-8"));

    assertThat(here.get("/api/session").status()).isEqualTo(200);
    assertThat(there.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void wrongTriesAtTheCurrentPasswordCountAndLock() {
    var made = made(Map.of("username", name(), "role", "administrator", "displayName", "试错"));
    var caller = changed(made);
    var wrong = Map.of("current", "not-this-one", "next", "green-kettle-8");

    var first = caller.put("/api/session/password", wrong);
    for (var i = 0; i < 4; i++) caller.put("/api/session/password", wrong);
    var locked = caller.put("/api/session/password", wrong);

    assertThat(first.status()).isEqualTo(422);
    assertThat(first.body().path("attemptsLeft").asInt()).isEqualTo(4);
    assertThat(locked.status()).isEqualTo(423);
  }

  @Test
  void aWeakNewPasswordIsRefusedWithTheReason() {
    var made = made(Map.of("username", name(), "role", "administrator", "displayName", "弱密码"));
    var initial = made.path("initialPassword").asString();
    var caller = api.signedIn(made.path("account").path("username").asString(), initial);

    var weak = caller.put("/api/session/password", Map.of("current", initial, "next", "Password2026!"));
    var same = caller.put("/api/session/password", Map.of("current", initial, "next", initial));

    assertThat(weak.body().path("errors").get(0).path("code").asString()).isEqualTo("common");
    assertThat(same.body().path("errors").get(0).path("code").asString()).isEqualTo("same");
  }

  @Test
  void nobodyClosesOrResetsThemselves() {
    var self = admin().get("/api/session").body().path("accountId").asString();

    assertThat(admin().post("/api/accounts/" + self + "/deactivation", Map.of("reason", "试试")).problem()).isEqualTo("/problems/access/not-yourself");
    assertThat(admin().post("/api/accounts/" + self + "/password-reset", Map.of()).problem()).isEqualTo("/problems/access/not-yourself");
  }

  @Test
  void theLastAdministratorStaysAlsoWhenTwoCloseEachOther() {
    var first = id(made(Map.of("username", name(), "role", "administrator", "displayName", "第一位")));
    var second = id(made(Map.of("username", name(), "role", "administrator", "displayName", "第二位")));
    var others = jdbc.sql("select id from access.account where role = 'administrator' and active and id not in (:both)").param("both", List.of(first, second)).query(UUID.class).list();
    jdbc.sql("update access.account set active = false where id in (:others)").param("others", others).update();

    try {
      administration.close(administrator(first), second, "先到");

      assertThatThrownBy(() -> administration.close(administrator(second), first, "后到")).isInstanceOf(AccountRefusal.LastAdministrator.class);
    } finally {
      jdbc.sql("update access.account set active = true where id in (:others)").param("others", others).update();
    }
  }

  private Actor administrator(UUID account) {
    return new Actor(account, "管理员", roles.get("administrator"), null, null, null, Set.of());
  }

  @Test
  void aFormFilledFromAnOlderVersionIsRefused() {
    var account = made(Map.of("username", name(), "role", "town_officer", "displayName", "张三", "regionCode", region("TOWN"))).path("account");
    var change = Map.of("version", account.path("version").asLong(), "displayName", "李四", "regionCode", region("TOWN"));

    var first = admin().put("/api/accounts/" + account.path("id").asString(), change);
    var stale = admin().put("/api/accounts/" + account.path("id").asString(), change);
    var wrongPlace = admin().put("/api/accounts/" + account.path("id").asString(), Map.of("version", first.body().path("version").asLong(), "displayName", "李四", "regionCode", region("CITY")));

    assertThat(first.body().path("displayName").asString()).isEqualTo("李四");
    assertThat(stale.problem()).isEqualTo("/problems/web/stale");
    assertThat(wrongPlace.problem()).isEqualTo("/problems/access/wrong-region");
  }

  @Test
  void aProviderMakesAccountsForItsOwnCarersOnly() {
    var dispatcher = api.as("provider_dispatcher");
    var own = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    var mine = jdbc.sql("select id from workforce.carer where provider_id = :p and active and id not in (select carer_id from access.account where carer_id is not null) limit 1").param("p", own).query(UUID.class).single();
    var other = jdbc.sql("select id from workforce.carer where provider_id <> :p and active and id not in (select carer_id from access.account where carer_id is not null) limit 1").param("p", own).query(UUID.class).single();

    var made = dispatcher.post("/api/accounts", Map.of("username", name(), "role", "carer", "carerId", mine));
    var foreign = dispatcher.post("/api/accounts", Map.of("username", name(), "role", "carer", "carerId", other));
    var higher = dispatcher.post("/api/accounts", Map.of("username", name(), "role", "administrator", "displayName", "升级"));
    var bulk = dispatcher.post("/api/accounts/carers", Map.of("organizationId", providerOf(other)));
    var holders = dispatcher.get("/api/accounts/holders?kind=CARER&within=" + providerOf(other)).body();

    assertThat(made.status()).isEqualTo(201);
    assertThat(foreign.problem()).isEqualTo("/problems/access/unknown-holder");
    assertThat(higher.problem()).isEqualTo("/problems/access/role-not-allowed");
    assertThat(bulk.problem()).isEqualTo("/problems/access/unknown-holder");
    assertThat(holders.valueStream().map(h -> providerOf(UUID.fromString(h.path("id").asString())))).allMatch(own::equals);
    assertThat(dispatcher.get("/api/accounts/roles").body().valueStream().map(r -> r.path("key").asString())).containsExactly("carer");
  }

  @Test
  void aProviderSeesAndTouchesAccountsOfItsOwnCarersOnly() {
    var dispatcher = api.as("provider_dispatcher");
    var own = dispatcher.get("/api/session").body().path("organizationId").asString();
    var carer = jdbc.sql("select id from workforce.carer where provider_id <> :p and active and id not in (select carer_id from access.account where carer_id is not null) limit 1").param("p", UUID.fromString(own)).query(UUID.class).single();
    var foreign = id(made(Map.of("username", name(), "role", "carer", "carerId", carer)));

    var list = dispatcher.get("/api/accounts?size=200").body();

    assertThat(list.path("total").asInt()).isGreaterThan(0);
    assertThat(list.path("items").valueStream()).allSatisfy(a -> {
      assertThat(a.path("role").asString()).isEqualTo("carer");
      assertThat(a.path("organizationId").asString()).isEqualTo(own);
    });
    assertThat(dispatcher.get("/api/accounts/" + foreign).status()).isEqualTo(404);
    assertThat(dispatcher.post("/api/accounts/" + foreign + "/password-reset", Map.of()).status()).isEqualTo(404);
    assertThat(dispatcher.post("/api/accounts/" + foreign + "/deactivation", Map.of("reason", "不是我们的")).status()).isEqualTo(404);
    assertThat(dispatcher.put("/api/accounts/" + foreign, Map.of("version", 0, "displayName", "改名")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"village_worker", "county_officer", "city_officer", "carer", "family"})
  void whoAdministersNothingIsRefused(String role) {
    var caller = api.as(role);

    assertThat(caller.post("/api/accounts", Map.of("username", name(), "role", "administrator", "displayName", "越权")).problem()).isEqualTo("/problems/access/forbidden");
    assertThat(caller.get("/api/accounts").problem()).isEqualTo("/problems/access/forbidden");
  }

  @Test
  void allCarersOfAProviderGetAccountsAtOnceAndASecondCallLeavesThemAlone() {
    var provider = jdbc.sql("select provider_id from workforce.carer where active and id not in (select carer_id from access.account where carer_id is not null) group by 1 order by count(*) limit 1").query(UUID.class).single();

    var first = admin().post("/api/accounts/carers", Map.of("organizationId", provider)).body();
    var second = admin().post("/api/accounts/carers", Map.of("organizationId", provider)).body();
    var one = first.path("made").get(0);

    assertThat(first.path("made").size()).isGreaterThan(0);
    assertThat(first.path("left").asInt()).isZero();
    assertThat(new TreeSet<>(first.path("made").valueStream().map(m -> m.path("initialPassword").asString()).toList())).hasSize(first.path("made").size());
    assertThat(second.path("made").size()).isZero();
    assertThat(second.path("hadAccount").size()).isGreaterThanOrEqualTo(first.path("made").size());
    assertThat(api.signedIn(one.path("account").path("username").asString(), one.path("initialPassword").asString()).get("/api/session").status()).isEqualTo(200);
  }

  @Test
  void theTrailSaysWhoMadeAndClosedWhom() {
    var made = made(Map.of("username", name(), "role", "administrator", "displayName", "留痕"));
    admin().post("/api/accounts/" + id(made) + "/deactivation", Map.of("reason", "试用结束"));

    var details = jdbc.sql("select detail from access.audit where subject_id = :id and detail is not null order by id").param("id", id(made)).query(String.class).list();

    assertThat(details).containsExactly("新建账号：系统管理员", "停用：试用结束");
  }

  @Test
  void everyRoleHasAnAdministrator() {
    var administered = new TreeSet<String>();
    roles.list().forEach(role -> administered.addAll(role.administers()));

    assertThat(administered).containsExactlyInAnyOrderElementsOf(Set.copyOf(roles.list().stream().map(Role::key).toList()));
  }

  private Api.Caller admin() {
    return api.as("administrator");
  }

  private JsonNode made(Map<String, ?> body) {
    var answer = admin().post("/api/accounts", body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body();
  }

  /** The new account after its holder chose {@link #CHOSEN}. */
  private Api.Caller changed(JsonNode made) {
    var initial = made.path("initialPassword").asString();
    var caller = api.signedIn(made.path("account").path("username").asString(), initial);
    assertThat(caller.put("/api/session/password", Map.of("current", initial, "next", CHOSEN)).status()).isEqualTo(200);
    return caller;
  }

  private UUID carerWithoutAccount() {
    return jdbc.sql("select id from workforce.carer where active and id not in (select carer_id from access.account where carer_id is not null) order by id limit 1").query(UUID.class).single();
  }

  private UUID providerOf(UUID carer) {
    return jdbc.sql("select provider_id from workforce.carer where id = :id").param("id", carer).query(UUID.class).single();
  }

  private static UUID id(JsonNode made) {
    return UUID.fromString(made.path("account").path("id").asString());
  }

  private static String name() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }
}
