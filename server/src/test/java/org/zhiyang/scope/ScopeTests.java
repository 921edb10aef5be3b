package org.zhiyang.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.zhiyang.loop.LoopRun;
import org.zhiyang.loop.Person;
import org.zhiyang.loop.Platform;
import org.zhiyang.loop.StepTimes;
import org.zhiyang.scope.Contract.Operation;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.json.JsonMapper;

/** Elders of one county walk the whole loop; then every endpoint of the contract is called as every role from another county. Nothing of the first county may be seen or changed. */
@ZhiyangTest
@DirtiesContext
@TestPropertySource(properties = "zhiyang.demo.elders=1000")
class ScopeTests {
  /** Where the objects lie that a path variable names: the endpoint's first word → ids of the demo county. */
  private static final Map<String, String> OBJECTS = Map.ofEntries(
      Map.entry("accounts", "select id from access.account where region_code like :county"),
      Map.entry("assessments", "select id from assessment.assessment where region_code like :county"),
      Map.entry("call-backs", "select id from hotline.call_back where region_code like :county"),
      Map.entry("carers", "select c.id from workforce.carer c join facility.provider f on f.id = c.provider_id where f.region_code like :county"),
      Map.entry("care-plans", "select id from careplan.plan where region_code like :county"),
      Map.entry("cases", "select id from intake.care_case where region_code like :county"),
      Map.entry("complaints", "select id from complaint.complaint where region_code like :county"),
      Map.entry("dispatch/plans", "select p.id from dispatch.plan p join facility.provider f on f.id = p.provider_id where f.region_code like :county"),
      Map.entry("dispatch/visits", "select id from homecare.visit where region_code like :county"),
      Map.entry("dispatch/assignments", "select id from homecare.visit where region_code like :county"),
      Map.entry("dispatch/weeks", "select id from dispatch.week_run where region_code like :county"),
      Map.entry("dispatch/repairs", "select id from dispatch.repair where region_code like :county"),
      Map.entry("dispatch/changes", "select c.id from dispatch.change c join facility.provider f on f.id = c.provider_id where f.region_code like :county"),
      Map.entry("elders", "select elder_id from intake.care_case where region_code like :county"),
      Map.entry("entitlement-proposals", "select id from eligibility.proposal where region_code like :county"),
      Map.entry("files", "select id from file.stored_file"),
      Map.entry("improvements", "select id from rating.improvement where region_code like :county"),
      Map.entry("listing-proposals", "select id from facility.listing_proposal where region_code like :county"),
      Map.entry("outcome-questionnaires", "select id from outcome.questionnaire where region_code like :county"),
      Map.entry("needs", "select id from intake.need where region_code like :county"),
      Map.entry("orders", "select id from homecare.service_order where region_code like :county"),
      Map.entry("payment-batches", "select id from settlement.batch where region_code like :county"),
      Map.entry("payments", "select p.id from settlement.payment p join settlement.batch b on b.id = p.batch_id where b.region_code like :county"),
      Map.entry("provider-scores", "select id from rating.score where region_code like :county"),
      Map.entry("providers", "select id from facility.provider where region_code like :county"),
      Map.entry("rulings", "select id from policy.ruling where region_code like :county"),
      Map.entry("statements", "select id from settlement.statement where region_code like :county"),
      Map.entry("visits", "select id from homecare.visit where region_code like :county"));
  /** Told to everybody who is signed in, or to the whole city: the directory of providers, the regions, the service list. */
  private static final Set<String> PUBLIC = Set.of("GET /api/providers/{id}", "GET /api/assessments/{id}/verification", "GET /api/regions/{code}", "GET /api/preferences/{key}", "PUT /api/preferences/{key}");
  /** Writes that make something of the caller's own, whatever the other county is. */
  private static final Set<String> OWN = Set.of("POST /api/session", "DELETE /api/session", "PUT /api/session/password", "POST /api/statements", "POST /api/payment-batches", "POST /api/files");

  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @LocalServerPort int port;
  @Value("${zhiyang.data-directory}") Path data;

  private Platform platform;
  private String county;
  private String elsewhere;
  private Person administrator;

  @BeforeEach
  void walkTheLoop() throws IOException {
    platform = new Platform(URI.create("http://localhost:" + port), Duration.ZERO, new StepTimes());
    var accounts = new JsonMapper().readTree(data.resolve("accounts.json").toFile());
    administrator = new Person(platform, "administrator", accounts.path("administrator").path("password").asString());
    var officer = new Person(platform, "county_officer", accounts.path("county_officer").path("password").asString());
    county = officer.session().path("regionCode").asString();
    assertThat(new LoopRun(platform, data.resolve("accounts.json"), 4, line -> {}).walk(4, 4, 3).faults()).isEmpty();
    elsewhere = jdbc.sql("select code from region.region where level = 3 and code <> :county order by code limit 1").param("county", county).query(String.class).single();
    unhappy(officer);
  }

  /** What the loop does not leave behind by itself. */
  private void unhappy(Person officer) {
    var visit = jdbc.sql("select id, elder_id from homecare.visit where region_code like :county and status = 'CONFIRMED' limit 1").param("county", here()).query((r, n) -> Map.entry(r.getString(1), r.getString(2))).single();
    officer.post("投诉", "/api/complaints", Map.of("elder", visit.getValue(), "visit", visit.getKey(), "kind", "LATE", "words", "晚了一个多小时，没有打招呼"));
    jdbc.sql("""
            insert into dispatch.week_run (id, region_code, from_on, days, fresh, origin, state, planner, seconds_limit, requested_at, requested_by, started_at, ended_at, fault)
            values (gen_random_uuid(), :county, current_date, 7, false, 'BY_HAND', 'FAILED', 'test', 1, now(), gen_random_uuid(), now(), now(), 'test')""").param("county", county).update();
    jdbc.sql("""
            insert into dispatch.repair (id, provider_id, region_code, day, cause, state, extra_minutes, moved, search_millis, made_at, made_by)
            select gen_random_uuid(), v.provider_id, f.region_code, v.day, 'OTHER', 'PROPOSED', 3, 1, 10, now(), v.provider_id
            from homecare.visit v join facility.provider f on f.id = v.provider_id where f.region_code like :county order by v.id limit 1""").param("county", here()).update();
    var provider = jdbc.sql("select id from facility.provider where region_code like :county order by id limit 1").param("county", here()).query(String.class).single();
    officer.post("列名", "/api/providers/" + provider + "/listing-proposals", Map.of("listing", "WATCHED", "reason", "投诉较多，列入关注", "evidence", "投诉记录若干"));
  }

  private String here() {
    return county.substring(0, 6) + "%";
  }

  @Test
  void nobodyFromAnotherCountySeesOrChangesAnything() throws IOException {
    var ids = new HashMap<String, List<String>>();
    OBJECTS.forEach((word, sql) -> ids.put(word, jdbc.sql(sql + " limit 3").param("county", here()).query(String.class).list()));
    var contract = new Contract(LocalDate.now(clock), name -> ofHere(name, ids));
    var faults = new ArrayList<String>();
    var secrets = secrets(ids);
    for (var stranger : strangers().entrySet()) {
      for (var operation : contract.operations()) {
        if (OWN.contains(operation.toString()) || PUBLIC.contains(operation.toString())) continue;
        faults.addAll(operation.path().contains("{") ? named(stranger.getKey(), stranger.getValue(), operation, contract, ids) : unnamed(stranger.getKey(), stranger.getValue(), operation, contract, ids, secrets));
      }
    }
    assertThat(faults).as(String.join("\n", faults)).isEmpty();
  }

  /** Every id of the other county put where the path wants one: never agreed to. */
  private List<String> named(String role, Person stranger, Operation operation, Contract contract, Map<String, List<String>> ids) {
    var word = word(operation.path());
    assertThat(ids).as("ScopeTests.OBJECTS must say where the objects of %s lie", operation).containsKey(word);
    var faults = new ArrayList<String>();
    for (var id : ids.get(word)) {
      var path = operation.path().replaceFirst("\\{[^}]+}", id).replaceAll("/offers/\\{[^}]+}", "/offers/1").replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
      var said = stranger.say(operation.method(), path + query(operation), contract.body(operation));
      if (!Set.of(403, 404).contains(said.status())) faults.add(role + ": " + operation + " answered " + said.status() + " " + abbreviated(said.text()));
    }
    return faults;
  }

  /** A list with and without asking for the other county's things, or an act that names them in its body. */
  private List<String> unnamed(String role, Person stranger, Operation operation, Contract contract, Map<String, List<String>> ids, Set<String> secrets) {
    var faults = new ArrayList<String>();
    if (!operation.method().equals("GET")) {
      var said = stranger.say(operation.method(), operation.path(), contract.body(operation));
      if (said.status() < 300 && !changedNothing(operation, said.text())) faults.add(role + ": " + operation + " answered " + said.status() + " " + abbreviated(said.text()));
      return faults;
    }
    for (var query : queries(operation, ids)) {
      var said = stranger.say("GET", operation.path() + query, null);
      for (var secret : secrets) if (said.status() < 300 && said.text().contains(secret)) faults.add(role + ": " + operation + query + " tells " + secret);
      if (said.status() >= 500) faults.add(role + ": " + operation + query + " answered " + said.status());
    }
    return faults;
  }

  /** Acts on many answer for each one; looking somebody up by identity number finds nobody. */
  private static boolean changedNothing(Operation operation, String answer) {
    return switch (operation.path()) {
      case "/api/entitlement-proposals/decisions" -> answer.contains("\"confirmed\":0") && answer.contains("\"returned\":0");
      default -> false;
    };
  }

  private List<String> queries(Operation operation, Map<String, List<String>> ids) {
    var all = new ArrayList<String>();
    var usual = query(operation);
    all.add(usual);
    for (var name : operation.queries()) {
      var value = ofHere(name, ids);
      if (value != null) all.add((usual.isEmpty() ? "?" : usual + "&") + name + "=" + value);
    }
    return all;
  }

  private static String query(Operation operation) {
    var parts = new LinkedHashMap<>(operation.needed());
    if (operation.queries().contains("size")) parts.put("size", "100");
    return parts.isEmpty() ? "" : "?" + String.join("&", parts.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).toList());
  }

  /** A thing of the other county for a field or parameter of this name. */
  private @Nullable Object ofHere(String name, Map<String, List<String>> ids) {
    return switch (name) {
      case "elder", "elderId" -> ids.get("elders").getFirst();
      case "provider", "providerId", "organizationId", "organization", "wishedProvider" -> ids.get("providers").getFirst();
      case "visit", "visitId" -> ids.get("visits").getFirst();
      case "ids" -> ids.get("entitlement-proposals").getFirst();
      case "how" -> "PHONE";
      case "note" -> "电话告知，老人同意";
      case "answeredBy" -> "ELDER";
      case "service" -> "COMFORT";
      case "windowFrom" -> "09:00";
      case "windowTo" -> "10:00";
      case "carer" -> ids.get("carers").getFirst();
      case "skills" -> "BATHING";
      case "case" -> ids.get("cases").getFirst();
      case "order" -> ids.get("orders").getFirst();
      case "region", "regionCode", "parent" -> county;
      default -> null;
    };
  }

  private Set<String> secrets(Map<String, List<String>> ids) {
    var secrets = new TreeSet<String>();
    ids.forEach((word, some) -> {
      assertThat(some).as("the walk left something for /api/%s", word).isNotEmpty();
      if (!word.equals("providers")) secrets.addAll(some);
    });
    return secrets;
  }

  private static String word(String path) {
    var parts = path.substring("/api/".length()).split("/");
    return parts[0].equals("dispatch") ? parts[0] + "/" + parts[1] : parts[0];
  }

  private static String abbreviated(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  /** One person of every role that has a place, all of them in the other county; the city's own people see the whole city and are no strangers. */
  private Map<String, Person> strangers() {
    var all = new LinkedHashMap<String, Person>();
    var there = elsewhere.substring(0, 6) + "%";
    var town = one("select code from region.region where level = 4 and code like :there order by code limit 1", there);
    var village = one("select code from region.region where level = 5 and code like :there order by code limit 1", there);
    var provider = one("select id from facility.provider where region_code like :there order by id limit 1", there);
    var carer = one("select c.id from workforce.carer c join facility.provider p on p.id = c.provider_id where p.region_code like :there order by c.id limit 1", there);
    var assessor = one("select id from workforce.assessor where region_code like :there order by id limit 1", there);
    var proxy = jdbc.sql("select t.elder_id::text, m.id::text from household.member m join household.tie t on t.member_id = m.id join elder.elder e on e.id = t.elder_id where t.proxy and e.region_code like :there limit 1")
        .param("there", there).query((r, n) -> List.of(r.getString(1), r.getString(2))).single();
    all.put("village_worker", hired(Map.of("role", "village_worker", "displayName", "外村", "regionCode", village)));
    all.put("town_officer", hired(Map.of("role", "town_officer", "displayName", "外镇", "regionCode", town)));
    all.put("county_officer", hired(Map.of("role", "county_officer", "displayName", "外县", "regionCode", elsewhere)));
    all.put("county_finance", hired(Map.of("role", "county_finance", "displayName", "外县财务", "regionCode", elsewhere)));
    all.put("hotline_operator", hired(Map.of("role", "hotline_operator", "displayName", "外县坐席", "regionCode", elsewhere)));
    all.put("provider_dispatcher", hired(Map.of("role", "provider_dispatcher", "displayName", "外县服务商", "organizationId", provider)));
    all.put("carer", hired(Map.of("role", "carer", "carerId", carer)));
    all.put("assessor", hired(Map.of("role", "assessor", "assessorId", assessor)));
    all.put("elder", hired(Map.of("role", "elder", "elderId", proxy.getFirst())));
    all.put("family", hired(Map.of("role", "family", "elderId", proxy.getFirst(), "memberId", proxy.getLast())));
    return all;
  }

  private String one(String sql, String there) {
    return jdbc.sql(sql).param("there", there).query(String.class).single();
  }

  private Person hired(Map<String, Object> wanted) {
    var account = new HashMap<>(wanted);
    account.put("username", "elsewhere-" + wanted.get("role"));
    var made = administrator.post("建账号", "/api/accounts", account);
    var person = new Person(platform, made.path("account").path("username").asString(), made.path("initialPassword").asString());
    person.choosePassword("Zy7-" + UUID.randomUUID());
    return person;
  }
}
