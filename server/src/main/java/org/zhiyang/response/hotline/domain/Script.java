package org.zhiyang.response.hotline.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.service.homecare.VisitFlag;

/** What the operator asks, in order, and what each finding of the rules means in plain words; a file of the city profile ({@code call-back-script.yaml}).
 *
 *  @param opening, closing sentences to say first and last */
public record Script(String opening, String closing, List<Question> questions, Map<VisitFlag, FlagWords> flags) {
  /** How a question is answered: by one of the options, by a time of day ({@code HH:mm}), by a number of minutes, or freely. */
  public enum Kind { CHOICE, TIME, MINUTES, TEXT }

  /** @param flags asked only when the visit has one of these; empty = always
   *  @param unless answers (question=option) after which this one makes no sense, e.g. {@code came=NO} */
  public record Question(String key, String text, Kind kind, List<Option> options, boolean required, Set<VisitFlag> flags, List<String> unless) {}

  /** @param means what this answer says about the service; null = nothing */
  public record Option(String key, String text, @Nullable CallBackResult means) {}

  /** @param meaning what the rule saw; @param ask what to find out */
  public record FlagWords(String meaning, String ask) {}

  /** A question that needs correcting: {@code code} required, unknown-option, pattern or unknown-question. */
  public record Fault(String question, String code) {}

  /** The questions for a visit with these findings. */
  public List<Question> questionsFor(Set<VisitFlag> found) {
    return questions.stream().filter(q -> q.flags().isEmpty() || q.flags().stream().anyMatch(found::contains)).toList();
  }

  /** All that is wrong with the answers, in the script's order; empty when they may be kept. */
  public List<Fault> check(Set<VisitFlag> found, Map<String, String> answers) {
    var faults = new ArrayList<Fault>();
    var asked = questionsFor(found);
    for (var question : asked) {
      var answer = answers.get(question.key());
      if (answer == null || answer.isBlank()) {
        if (question.required() && question.unless().stream().noneMatch(u -> holds(u, answers))) faults.add(new Fault(question.key(), "required"));
      } else if (!fits(question, answer)) {
        faults.add(new Fault(question.key(), question.kind() == Kind.CHOICE ? "unknown-option" : "pattern"));
      }
    }
    var known = asked.stream().map(Question::key).collect(Collectors.toSet());
    answers.keySet().stream().filter(key -> !known.contains(key)).sorted().forEach(key -> faults.add(new Fault(key, "unknown-question")));
    return faults;
  }

  private static boolean holds(String condition, Map<String, String> answers) {
    var parts = condition.split("=", 2);
    return parts.length == 2 && parts[1].equals(answers.get(parts[0]));
  }

  private static boolean fits(Question question, String answer) {
    return switch (question.kind()) {
      case CHOICE -> question.options().stream().anyMatch(o -> o.key().equals(answer));
      case TIME -> answer.matches("([01]\\d|2[0-3]):[0-5]\\d");
      case MINUTES -> answer.matches("\\d{1,3}");
      case TEXT -> answer.length() <= 500;
    };
  }

  /** What the answers say: not done if one of them says so, else partly, else done. */
  public CallBackResult proposal(Set<VisitFlag> found, Map<String, String> answers) {
    var meanings = new HashSet<CallBackResult>();
    for (var question : questionsFor(found)) {
      question.options().stream().filter(o -> o.key().equals(answers.get(question.key())) && o.means() != null).forEach(o -> meanings.add(o.means()));
    }
    if (meanings.contains(CallBackResult.NOT_DONE)) return CallBackResult.NOT_DONE;
    return meanings.contains(CallBackResult.PARTLY) ? CallBackResult.PARTLY : CallBackResult.CONFIRMED_SERVICE;
  }

  /** Questions and answers in the script's words, for the officer. */
  public Map<String, String> inWords(Map<String, String> answers) {
    var words = new LinkedHashMap<String, String>();
    for (var question : questions) {
      var answer = answers.get(question.key());
      if (answer == null || answer.isBlank()) continue;
      words.put(question.text(), question.options().stream().filter(o -> o.key().equals(answer)).map(Option::text).findFirst().orElse(question.kind() == Kind.MINUTES ? answer + " 分钟" : answer));
    }
    return words;
  }
}
