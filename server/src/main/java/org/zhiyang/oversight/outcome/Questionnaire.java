package org.zhiyang.oversight.outcome;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.city.ProfileFiles;

/** The questions of the profile, read and checked at start; a mistake stops the start and names the question. */
@Component
class Questionnaire {
  private static final String FILE = "outcome-questionnaire.yaml";

  private final int version;
  private final String opening;
  private final List<Question> questions;

  Questionnaire(ProfileFiles files) {
    var root = files.yaml(FILE);
    version = root.path("version").asInt(0);
    opening = root.path("opening").asString("");
    if (version < 1 || opening.isBlank()) throw new BrokenProfile(FILE, "version (1 or more) and opening are missing");
    var read = new ArrayList<Question>();
    var keys = new HashSet<String>();
    for (var node : root.path("questions")) {
      var key = node.path("key").asString("");
      if (key.isBlank() || !keys.add(key)) throw new BrokenProfile(FILE, "question \"" + key + "\" has no key or stands there twice");
      var options = new ArrayList<Option>();
      for (var option : node.path("options")) {
        if (!option.path("key").isString() || !option.path("text").isString() || !option.path("points").isIntegralNumber() || option.path("points").asInt() < 0)
          throw new BrokenProfile(FILE, "question " + key + ": an option needs key, text and points of 0 or more");
        options.add(new Option(option.path("key").asString(), option.path("text").asString(), option.path("points").asInt()));
      }
      var question = new Question(key, node.path("text").asString(""), node.path("required").asBoolean(false), List.copyOf(options));
      if (question.text().isBlank() || question.most() == 0) throw new BrokenProfile(FILE, "question " + key + ": text is missing, or no option gives points");
      read.add(question);
    }
    if (read.stream().noneMatch(Question::required)) throw new BrokenProfile(FILE, "at least one question is required");
    questions = List.copyOf(read);
  }

  record Option(String key, String text, int points) {}

  /** One choice among its options. */
  record Question(String key, String text, boolean required, List<Option> options) {
    int most() {
      return options.stream().mapToInt(Option::points).max().orElse(0);
    }

    Option option(String wanted) {
      return options.stream().filter(o -> o.key().equals(wanted)).findFirst().orElseThrow(() -> new IllegalArgumentException(wanted));
    }

    boolean has(String wanted) {
      return options.stream().anyMatch(o -> o.key().equals(wanted));
    }
  }

  int version() {
    return version;
  }

  String opening() {
    return opening;
  }

  List<Question> questions() {
    return questions;
  }
}
