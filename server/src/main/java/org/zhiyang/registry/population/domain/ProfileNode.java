package org.zhiyang.registry.population.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.zhiyang.platform.city.BrokenProfile;
import tools.jackson.databind.JsonNode;

/** A place in population.yaml that says where it is when something is missing. */
record ProfileNode(String file, String path, JsonNode node) {

  ProfileNode at(String key) {
    var child = node.path(key);
    if (child.isMissingNode() || child.isNull()) {
      throw new BrokenProfile(file, "\"" + path + key + "\" is missing");
    }
    return new ProfileNode(file, path + key + ".", child);
  }

  double number(String key) {
    var number = at(key).node;
    if (!number.isNumber() || number.asDouble() < 0) {
      throw new BrokenProfile(file, "\"" + path + key + "\" must be a number of at least 0");
    }
    return number.asDouble();
  }

  /** A percentage as a share 0..1. */
  double share(String key) {
    var percent = number(key);
    if (percent > 100) {
      throw new BrokenProfile(file, "\"" + path + key + "\" must be a percentage of at most 100");
    }
    return percent / 100;
  }

  String text(String key) {
    return at(key).node.asString();
  }

  double[] numbers(String key) {
    return at(key).node.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  double[] shares(String key, int length) {
    var shares = java.util.Arrays.stream(numbers(key)).map(percent -> percent / 100).toArray();
    if (shares.length != length) {
      throw new BrokenProfile(file, "\"" + path + key + "\" must have " + length + " entries");
    }
    return shares;
  }

  /** Key to number, in the file's order. */
  Map<String, Double> table(String key) {
    var table = new LinkedHashMap<String, Double>();
    at(key).node.forEachEntry((name, value) -> table.put(name, value.asDouble()));
    return table;
  }

  <E extends Enum<E>> Shares<E> choice(String key, Class<E> type) {
    var shares = new LinkedHashMap<E, Double>();
    table(key).forEach((name, value) -> {
      try {
        shares.put(Enum.valueOf(type, name), value);
      } catch (IllegalArgumentException e) {
        throw new BrokenProfile(file, "\"" + path + key + "\" has the unknown entry " + name, e);
      }
    });
    return new Shares<>(shares);
  }

  /** Entries of a list by their key {@code from}; the entry that holds for a number is the floor entry. */
  NavigableMap<Integer, ProfileNode> bands(String key) {
    var bands = new TreeMap<Integer, ProfileNode>();
    at(key).node.valueStream().forEach(entry -> {
      var band = new ProfileNode(file, path + key + "[].", entry);
      bands.put((int) band.number("from"), band);
    });
    if (bands.isEmpty()) {
      throw new BrokenProfile(file, "\"" + path + key + "\" has no entries");
    }
    return bands;
  }
}
