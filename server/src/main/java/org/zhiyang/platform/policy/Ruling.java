package org.zhiyang.platform.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A decision with all that led to it, also when it is a "no". A pure policy returns it; the use case stores it with the
 * thing decided ({@link RulingStore}).
 *
 * @param rule code of the rule, for example {@code assessment.ability-grading}
 * @param version raised when the meaning of the rule changes; old rulings keep theirs
 * @param facts what was looked at, in the order it was looked at; values are strings, numbers, booleans, lists or maps
 * @param parameters the figures used, with their dates
 * @param sources the documents the rule itself is written from
 * @param explanation sentences in Chinese for the elder and the staff, in reading order
 */
public record Ruling<T>(
    T outcome,
    String rule,
    int version,
    SequencedMap<String, Object> facts,
    List<DatedValue<?>> parameters,
    List<Source> sources,
    List<String> explanation) {

  public Ruling {
    facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
    parameters = List.copyOf(parameters);
    sources = List.copyOf(sources);
    explanation = List.copyOf(explanation);
  }

  /** Starts the trace of a decision: {@code Ruling.by("x", 1).fact("age", 81).because("年满80周岁。").decide(outcome)}. */
  public static Trace by(String rule, int version) {
    return new Trace(rule, version);
  }

  /** The trace while a policy works; not for other threads, not kept. */
  public static final class Trace {
    private final String rule;
    private final int version;
    private final SequencedMap<String, Object> facts = new LinkedHashMap<>();
    private final List<DatedValue<?>> parameters = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<String> explanation = new ArrayList<>();

    private Trace(String rule, int version) {
      this.rule = rule;
      this.version = version;
    }

    public Trace fact(String name, Object value) {
      facts.put(name, value);
      return this;
    }

    public Trace parameter(DatedValue<?> value) {
      parameters.add(value);
      return this;
    }

    public Trace source(Source source) {
      sources.add(source);
      return this;
    }

    public Trace because(String sentence) {
      explanation.add(sentence);
      return this;
    }

    public <T> Ruling<T> decide(T outcome) {
      return new Ruling<>(outcome, rule, version, facts, parameters, sources, explanation);
    }
  }
}
