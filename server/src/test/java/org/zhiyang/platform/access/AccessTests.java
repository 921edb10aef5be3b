package org.zhiyang.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

@ZhiyangTest
class AccessTests {
  @Autowired Api api;
  @Autowired Roles roles;
  @Autowired org.springframework.security.crypto.password.PasswordEncoder passwords;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  /** Else an unknown name would be told from a known one by the time the answer takes. */
  @Test
  void comparingWithNobodysPasswordTakesAsLongAsWithARealOne() {
    assertThat(new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder().upgradeEncoding(SessionController.NOBODYS_HASH)).isFalse();
    assertThat(SessionController.NOBODYS_HASH.substring(0, 7)).isEqualTo(passwords.encode("any").substring(0, 7));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      330500000000, 330500000000, 330600000000
      330502000000, 330502000000, 330503000000
      330502001000, 330502001000, 330502002000
      330502001005, 330502001005, 330502001006
      430476000000, 430476000000, 430477000000""")
  void aRegionReachesItselfAndEverythingBelow(String code, String from, String to) {
    assertThat(Scope.Region.below(code)).isEqualTo(new Scope.Region(from, to));
  }

  @Test
  void nobodySeesAnythingWithoutSigningIn() {
    assertThat(api.asNobody().get("/api/elders").problem()).isEqualTo("/problems/access/signed-out");
    assertThat(api.asNobody().get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void aWrongPasswordSaysHowManyTriesAreLeftAndTheFifthLocks() {
    var before = api.as("hotline_operator").get("/api/session").status();
    // An account of its own: other tests sign in as the demo accounts.
    api.as("administrator").post("/api/accounts", Map.of("username", "to-be-locked", "role", "administrator", "displayName", "锁定试验"));
    var wrong = Map.of("username", "to-be-locked", "password", "wrong");

    var first = api.asNobody().post("/api/session", wrong);
    for (var i = 0; i < 4; i++) api.asNobody().post("/api/session", wrong);
    var locked = api.asNobody().post("/api/session", wrong);

    assertThat(before).isEqualTo(200);
    assertThat(first.problem()).isEqualTo("/problems/access/wrong-credentials");
    assertThat(first.body().path("attemptsLeft").asInt()).isEqualTo(4);
    assertThat(locked.status()).isEqualTo(423);
  }

  @ParameterizedTest
  @ValueSource(strings = {"administrator", "carer", "elder"})
  void whoMayNotListAccountsIsToldWhichRightIsMissing(String role) {
    var answer = api.as(role).get("/api/accounts");

    if (role.equals("administrator")) assertThat(answer.status()).isEqualTo(200);
    else assertThat(answer.body().path("permission").asString()).isEqualTo("account.read");
  }

  @Test
  void everyPermissionAnEndpointAsksForIsGrantedToSomeRole() {
    var granted = roles.list().stream().flatMap(role -> role.permissions().stream()).collect(Collectors.toSet());
    granted.add(Guarded.SIGNED_IN);

    var asked = new TreeSet<String>();
    requestMappingHandlerMapping.getHandlerMethods().values().forEach(method -> {
      var guard = method.getMethodAnnotation(Guarded.class);
      if (guard != null) asked.add(guard.permission());
    });

    assertThat(granted).containsAll(asked);
  }

  @Test
  void aRepeatedWriteGetsTheFirstAnswerAndChangesNothing() {
    var key = UUID.randomUUID();
    var worker = api.as("administrator");

    var first = worker.post("/api/clock/forward", Map.of("duration", "PT1S"), key);
    var again = worker.post("/api/clock/forward", Map.of("duration", "PT1S"), key);
    var other = worker.post("/api/clock/forward", Map.of("duration", "PT2S"), key);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(other.problem()).isEqualTo("/problems/web/idempotency-key-reused");
  }
}
