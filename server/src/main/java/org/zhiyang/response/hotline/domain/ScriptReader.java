package org.zhiyang.response.hotline.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.service.homecare.VisitFlag;
import tools.jackson.databind.JsonNode;

/** Reads the operator's script from the profile; a mistake stops the start and names the entry. */
public final class ScriptReader {
  private static final String FILE = "call-back-script.yaml";

  private ScriptReader() {}

  public static Script read(ProfileFiles files) {
    var root = files.yaml(FILE);
    var questions = new ArrayList<Script.Question>();
    var options = new HashMap<String, Set<String>>();
    for (var node : root.path("questions")) {
      var question = question(node);
      if (options.containsKey(question.key())) throw broken("question " + question.key() + " stands there twice");
      for (var unless : question.unless()) {
        var parts = unless.split("=", 2);
        if (parts.length != 2 || !options.getOrDefault(parts[0], Set.of()).contains(parts[1])) throw broken("question " + question.key() + ": unless \"" + unless + "\" names no earlier answer");
      }
      var keys = new HashSet<String>();
      question.options().forEach(o -> keys.add(o.key()));
      options.put(question.key(), keys);
      questions.add(question);
    }
    if (questions.isEmpty()) throw broken("no questions");
    var flags = new EnumMap<VisitFlag, Script.FlagWords>(VisitFlag.class);
    for (var flag : VisitFlag.values()) {
      var node = root.path("flags").path(flag.name());
      flags.put(flag, new Script.FlagWords(text(node, "meaning", flag.name()), text(node, "ask", flag.name())));
    }
    return new Script(text(root, "opening", "script"), text(root, "closing", "script"), List.copyOf(questions), Map.copyOf(flags));
  }

  private static Script.Question question(JsonNode node) {
    var key = text(node, "key", "question");
    var kind = constant(Script.Kind.class, text(node, "kind", key), key);
    var options = new ArrayList<Script.Option>();
    for (var option : node.path("options")) {
      var means = option.path("means").asString("");
      options.add(new Script.Option(text(option, "key", key), text(option, "text", key), means.isEmpty() ? null : constant(CallBackResult.class, means, key)));
    }
    if ((kind == Script.Kind.CHOICE) == options.isEmpty()) throw broken("question " + key + ": a CHOICE has options, no other kind has");
    var flags = EnumSet.noneOf(VisitFlag.class);
    node.path("flags").forEach(f -> flags.add(constant(VisitFlag.class, f.asString(), key)));
    var unless = new ArrayList<String>();
    node.path("unless").forEach(u -> unless.add(u.asString()));
    return new Script.Question(key, text(node, "text", key), kind, List.copyOf(options), node.path("required").asBoolean(false), Set.copyOf(flags), List.copyOf(unless));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String where) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw broken(where + ": \"" + name + "\" is none of " + List.of(type.getEnumConstants()));
    }
  }

  private static String text(JsonNode node, String field, String where) {
    var text = node.path(field).asString("");
    if (text.isBlank()) throw broken(where + ": " + field + " is missing");
    return text;
  }

  private static BrokenProfile broken(String what) {
    return new BrokenProfile(FILE, what);
  }
}
