package org.zhiyang.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhiyang.scope.Contract.Operation;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** Every body of the contract is sent with each thing missing that it says is required, and with each day far off. Whoever may call is told which field it is; nothing is looked up, and nothing breaks. */
@ZhiyangTest
class IncompleteBodiesTests {
  /** Between them they may do everything. */
  private static final List<String> PEOPLE = List.of("county_officer", "provider_dispatcher", "carer", "town_officer", "hotline_operator", "village_worker", "assessor", "county_finance", "city_finance",
      "city_officer", "administrator", "family");

  @Autowired Api api;
  @Autowired Clock clock;

  @Test
  void aBodyWithoutSomethingRequiredIsToldWhatIsMissing() throws IOException {
    var contract = new Contract(LocalDate.now(clock), name -> null);
    var faults = new ArrayList<String>();

    for (var operation : contract.operations()) {
      for (var gap : Gap.of(operation, contract)) faultOf(operation, gap.where(), path(operation, operation.needed()), gap.body()).ifPresent(faults::add);
    }

    assertThat(faults).as(String.join("\n", faults)).isEmpty();
  }

  @Test
  void anAddressWithoutARequiredParameterIsToldWhichOne() throws IOException {
    var contract = new Contract(LocalDate.now(clock), name -> null);
    var faults = new ArrayList<String>();

    for (var operation : contract.operations()) {
      for (var missing : operation.needed().keySet()) {
        var others = new LinkedHashMap<>(operation.needed());
        others.remove(missing);
        faultOf(operation, missing, path(operation, others), contract.body(operation)).ifPresent(faults::add);
      }
    }

    assertThat(faults).as(String.join("\n", faults)).isEmpty();
  }

  @Test
  void aDayNobodyCanHaveMeantIsToldWhereItStands() throws IOException {
    var contract = new Contract(LocalDate.now(clock), name -> null);
    var faults = new ArrayList<String>();

    for (var operation : contract.operations()) {
      for (var far : Gap.farDays(operation, contract)) faultOf(operation, far.where(), path(operation, operation.needed()), far.body()).ifPresent(faults::add);
      for (var day : operation.days().entrySet()) {
        var query = new LinkedHashMap<>(operation.needed());
        query.put(day.getKey(), day.getValue());
        faultOf(operation, day.getKey(), path(operation, query), contract.body(operation)).ifPresent(faults::add);
      }
    }

    assertThat(faults).as(String.join("\n", faults)).isEmpty();
  }

  /** A refusal names the field. */
  private Optional<String> faultOf(Operation operation, String missing, String path, @Nullable Object body) {
    var said = ask(operation, path, body);
    var names = said.body().path("errors").valueStream().anyMatch(error -> anyElement(error.path("field").asString("")).equals(anyElement(missing)));
    if (said.status() == 400 && names) return Optional.empty();
    return Optional.of(operation + " without " + missing + " answered " + said.status() + " " + said.body());
  }

  /** Elements of a set have no number: {@code skills[]}. */
  private static String anyElement(String field) {
    return field.replaceAll("\\[\\d+]", "[]");
  }

  private Api.Answer ask(Operation operation, String path, @Nullable Object body) {
    var said = send(PEOPLE.getFirst(), operation, path, body);
    for (var who : PEOPLE.subList(1, PEOPLE.size())) {
      if (said.status() != 403) break;
      said = send(who, operation, path, body);
    }
    return said;
  }

  private Api.Answer send(String who, Operation operation, String path, @Nullable Object body) {
    return operation.path().equals("/api/session") ? api.asNobody().call(operation.method(), path, body) : api.as(who).call(operation.method(), path, body);
  }

  private static String path(Operation operation, Map<String, String> query) {
    var path = operation.path();
    for (var variable : operation.variables().entrySet()) path = path.replace("{" + variable.getKey() + "}", variable.getValue());
    return query.isEmpty() ? path : path + "?" + query.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
  }
}
