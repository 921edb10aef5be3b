package org.zhiyang.need.assessment.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The 26 answers of one elder, each the score of an option: 0 to its item's own maximum; in the order of the form. */
public final class AnswerSheet {

  private final SequencedMap<String, Integer> scores;

  private AnswerSheet(SequencedMap<String, Integer> scores) {
    this.scores = Collections.unmodifiableSequencedMap(scores);
  }

  /** A full sheet; throws {@link AssessmentRefusal.InvalidForm} with every fault. */
  public static AnswerSheet of(Instrument instrument, Map<String, ? extends @Nullable Object> answers) {
    var faults = check(instrument, answers, true);
    if (!faults.isEmpty()) {
      throw new AssessmentRefusal.InvalidForm(faults);
    }
    var scores = new LinkedHashMap<String, Integer>();
    for (var item : instrument.items()) {
      scores.put(item.key(), ((Number) answers.get(item.key())).intValue());
    }
    return new AnswerSheet(scores);
  }

  /** The faults of given answers, in the order of the form, unknown keys last; a draft may miss answers. */
  public static List<FormFault> check(
      Instrument instrument, Map<String, ? extends @Nullable Object> answers, boolean complete) {
    var faults = new ArrayList<FormFault>();
    int known = 0;
    for (var item : instrument.items()) {
      if (answers.containsKey(item.key())) {
        known++;
        var code = faultOf(answers.get(item.key()), item.max());
        if (code != null) {
          faults.add(new FormFault(item.key(), item.name(), code, "0 到 " + item.max() + " 的整数"));
        }
      } else if (complete) {
        faults.add(new FormFault(item.key(), item.name(), FormFault.Code.REQUIRED, "0 到 " + item.max() + " 的整数"));
      }
    }
    if (known < answers.size()) {
      answers.keySet().stream().filter(key -> instrument.findItem(key).isEmpty())
          .forEach(key -> faults.add(new FormFault(key, "", FormFault.Code.UNKNOWN, null)));
    }
    return faults;
  }

  private static FormFault.@Nullable Code faultOf(@Nullable Object value, int max) {
    return switch (value) {
      case Integer n -> 0 <= n && n <= max ? null : FormFault.Code.OUT_OF_RANGE;
      case Long n -> 0 <= n && n <= max ? null : FormFault.Code.OUT_OF_RANGE;
      case BigInteger _ -> FormFault.Code.OUT_OF_RANGE;
      case null, default -> FormFault.Code.NOT_INTEGER;
    };
  }

  public int score(String item) {
    return scores.get(item);
  }

  public SequencedMap<String, Integer> scores() {
    return scores;
  }

  /** 0..90, higher is better. */
  public int total() {
    return scores.values().stream().mapToInt(Integer::intValue).sum();
  }
}
