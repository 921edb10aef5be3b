package org.zhiyang.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhiyang.scope.Contract.Operation;
import tools.jackson.databind.JsonNode;

/** A body that passes the contract but for one thing: a required field left out, a list that holds nothing but a null, or a day of a year nobody can have meant.
 *
 *  @param where the field as a problem names it: {@code events[0].items[0].state} */
record Gap(String where, Object body) {
  /** Every gap a body of this operation can have, at any depth, also within what need not be sent at all. */
  static List<Gap> of(Operation operation, Contract contract) {
    var gaps = new ArrayList<Gap>();
    if (operation.body() != null) within("", operation.body(), contract, body -> body, gaps);
    return gaps;
  }

  /** Every body of this operation with one of its days, at any depth, so far away that neither calendar nor database holds it. */
  static List<Gap> farDays(Operation operation, Contract contract) {
    var far = new ArrayList<Gap>();
    if (operation.body() != null) daysWithin("", operation.body(), contract, body -> body, far);
    return far;
  }

  private static void daysWithin(String path, JsonNode reference, Contract contract, Function<@Nullable Object, Object> wrap, List<Gap> far) {
    var schema = contract.resolved(reference);
    var day = Contract.farDay(schema);
    if (day != null) far.add(new Gap(path, wrap.apply(day)));
    if (schema.path("type").asString("").equals("array")) daysWithin(path + "[0]", schema.path("items"), contract, item -> wrap.apply(List.of(item)), far);
    for (var property : schema.path("properties").properties()) {
      var name = property.getKey();
      daysWithin(path.isEmpty() ? name : path + "." + name, property.getValue(), contract, inner -> wrap.apply(with(name, inner, contract, reference)), far);
    }
  }

  /** @param wrap puts what stands here into the whole body */
  private static void within(String path, JsonNode reference, Contract contract, Function<@Nullable Object, Object> wrap, List<Gap> gaps) {
    var schema = contract.resolved(reference);
    if (schema.path("type").asString("").equals("array")) {
      var none = new ArrayList<@Nullable Object>();
      none.add(null);
      gaps.add(new Gap(path + "[0]", wrap.apply(none)));
      within(path + "[0]", schema.path("items"), contract, item -> wrap.apply(List.of(item)), gaps);
    }
    for (var property : schema.path("properties").properties()) {
      var name = property.getKey();
      var here = path.isEmpty() ? name : path + "." + name;
      if (isRequired(schema, name)) gaps.add(new Gap(here, wrap.apply(without(name, contract, reference))));
      within(here, property.getValue(), contract, inner -> wrap.apply(with(name, inner, contract, reference)), gaps);
    }
  }

  private static boolean isRequired(JsonNode schema, String name) {
    return schema.path("required").valueStream().anyMatch(r -> r.asString().equals(name));
  }

  private static Map<String, Object> without(String name, Contract contract, JsonNode reference) {
    var object = whole(contract, reference);
    object.remove(name);
    return object;
  }

  private static Map<String, Object> with(String name, Object value, Contract contract, JsonNode reference) {
    var object = whole(contract, reference);
    object.put(name, value);
    return object;
  }

  private static Map<String, Object> whole(Contract contract, JsonNode reference) {
    var object = new LinkedHashMap<String, Object>();
    if (contract.example("", reference) instanceof Map<?, ?> example) example.forEach((key, value) -> object.put(String.valueOf(key), value));
    return object;
  }
}
