package org.zhiyang.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everybody who acts: the demo accounts of one county, and the accounts the administrator makes for its other providers' dispatchers and the carers who are sent. */
final class Cast {
  private static final int VILLAGES_PER_TEAM = 6;

  private final Platform platform;
  private final JsonNode demo;
  final Person administrator;
  final Person county;
  final Person assessor;
  final Person secondAssessor;
  final Person hotline;
  final Person countyFinance;
  final Person cityFinance;
  final String region;
  final List<Walker.Team> teams;

  /** @param accounts the file the server wrote at its first start: {username: {username, password}} */
  Cast(Platform platform, Path accounts) {
    this.platform = platform;
    try {
      demo = new JsonMapper().readTree(Files.readAllBytes(accounts));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the accounts in " + accounts, e);
    }
    administrator = demo("administrator");
    county = demo("county_officer");
    assessor = demo("assessor");
    secondAssessor = demo("assessor_2");
    hotline = demo("hotline_operator");
    countyFinance = demo("county_finance");
    cityFinance = demo("city_finance");
    region = county.session().path("regionCode").asString();
    teams = teams();
  }

  /** Whom the demo accounts of the elder and the family are about. */
  String demoElder() {
    return demo("elder").session().path("elderIds").path(0).asString();
  }

  private Person demo(String username) {
    var account = demo.path(username);
    return new Person(platform, account.path("username").asString(), account.path("password").asString());
  }

  /** The county's providers that may take orders, each with a dispatcher and the villages nearest to it. */
  private List<Walker.Team> teams() {
    var all = new ArrayList<Walker.Team>();
    for (var p : items(county, "/api/providers?region=" + region)) {
      if (!p.path("listing").asString().equals("NORMAL") || !p.path("regionCode").asString().equals(region)) continue;
      all.add(new Walker.Team(p.path("id").asString(), p.path("name").asString(), p.path("services").valueStream().map(JsonNode::asString).toList(), p.path("visitsPerDay").asInt(),
          p.path("lng").asDouble(), p.path("lat").asDouble()));
    }
    var villages = villages();
    for (var team : all) {
      villages.stream().sorted(Comparator.comparingDouble(v -> v.metersTo(team.lng, team.lat))).limit(VILLAGES_PER_TEAM).forEach(v -> team.villages.add(v.code()));
      hire(team);
    }
    return all;
  }

  /** The demo accounts of the provider, and a new dispatcher where it has none. Carers follow when they are sent ({@link #carer}): a large provider has hundreds. */
  private void hire(Walker.Team team) {
    for (var username : List.of("provider_dispatcher", "provider_dispatcher_2", "carer", "carer_2")) {
      if (!demo.has(username)) continue;
      var person = demo(username);
      if (!person.session().path("organizationId").asString("").equals(team.provider)) continue;
      if (username.startsWith("carer")) team.carers.put(person.session().path("carerId").asString(), person);
      else team.dispatcher = person;
    }
    for (var account : items(administrator, "/api/accounts?status=ACTIVE&organization=" + team.provider)) {
      if (account.path("role").asString().equals("carer")) team.accounts.put(account.path("carerId").asString(), account);
      else if (team.dispatcher == null) team.dispatcher = readmitted(account);
    }
    if (team.dispatcher == null) team.dispatcher = newcomer(administrator.post("建账号", "/api/accounts",
        Map.of("username", "dispatcher-" + team.provider.substring(24), "displayName", team.name + "·调度", "role", "provider_dispatcher", "organizationId", team.provider)));
  }

  /** Somebody who is sent. The first time they get an account, or a new password for the one an earlier run made. */
  Person carer(String provider, String carer) {
    var team = teams.stream().filter(t -> t.provider.equals(provider)).findFirst().orElseThrow();
    return team.carers.computeIfAbsent(carer, c -> {
      var account = team.accounts.get(c);
      if (account != null) return readmitted(account);
      return newcomer(administrator.post("建账号", "/api/accounts/carers", Map.of("organizationId", provider, "carerIds", List.of(c))).required("made").required(0));
    });
  }

  private Person readmitted(JsonNode account) {
    return newcomer(administrator.post("重置密码", "/api/accounts/" + account.path("id").asString() + "/password-reset", Map.of()));
  }

  /** Somebody with a one-time password chooses an own one. */
  private Person newcomer(JsonNode made) {
    var person = new Person(platform, made.required("account").required("username").asString(), made.required("initialPassword").asString());
    person.choosePassword("Zy7-" + UUID.randomUUID());
    return person;
  }

  private record Village(String code, double lng, double lat) {
    /** Good enough to find what is near. */
    double metersTo(double x, double y) {
      return Math.hypot((lng - x) * Math.cos(Math.toRadians(lat)), lat - y) * 111_320;
    }
  }

  private List<Village> villages() {
    var all = new ArrayList<Village>();
    for (var town : county.get("查行政区划", "/api/regions?parent=" + region)) {
      for (var village : county.get("查行政区划", "/api/regions?parent=" + town.path("code").asString())) {
        var center = county.get("查行政区划", "/api/regions/" + village.path("code").asString()).path("center");
        if (center.has("lng")) all.add(new Village(village.path("code").asString(), center.path("lng").asDouble(), center.path("lat").asDouble()));
      }
    }
    return all;
  }

  /** Every item of a paged list. */
  static List<JsonNode> items(Person reader, String path) {
    var all = new ArrayList<JsonNode>();
    for (var page = 1;; page++) {
      var answer = reader.get("查列表", path + "&size=100&page=" + page);
      answer.path("items").forEach(all::add);
      if (all.size() >= answer.path("total").asInt() || answer.path("items").isEmpty()) return all;
    }
  }
}
