package org.zhiyang.need.assessment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.assessment.AbilityLevel;

/**
 * The assessment form of GB/T 42195-2022 as the profile holds it: 26 items of table B in 4 dimensions, each 0 to its own
 * maximum (at most 4), total 0..90, higher is better; level bands of C.3, level changes of C.4, fields of tables A.2 to A.5.
 */
public record Instrument(
    String standard,
    String name,
    LocalDate published,
    LocalDate effective,
    LocalDate recorded,
    DocumentSource source,
    boolean verified,
    @Nullable String verifiedBy,
    @Nullable LocalDate verifiedOn,
    int maxTotal,
    List<Dimension> dimensions,
    List<Item> items,
    List<LevelBand> levels,
    List<LevelChange> levelChanges,
    List<Table> tables,
    List<Note> notes) {

  /** Where the instrument comes from. */
  public record DocumentSource(String number, String title, String article) {}

  /** First-level indicator; {@code max} is the sum of its items' maxima. */
  public record Dimension(String key, String code, String name, int items, int max) {}

  /** Second-level indicator: one question, answered with the score of one option. */
  public record Item(
      String key, String code, String dimension, String name, @Nullable String definition, int max, List<Option> options) {}

  /** One answer to an item; options stand from the best score down to 0. */
  public record Option(int score, String label) {}

  /** Totals {@code min} to {@code max}, both included, are of this level before level changes. */
  public record LevelBand(AbilityLevel level, int number, String name, int min, int max) {}

  /** A circumstance that sets the level or makes it more severe; {@code atLeast} is the count from which a counted one holds. */
  public record LevelChange(
      String key, String name, String reads, String when, Effect effect, int amount, @Nullable Integer atLeast) {}

  /** What a level change does with the level. */
  public enum Effect { SET, RAISE }

  /** One of the tables A.2 to A.5. */
  public record Table(String key, String code, String name, List<Field> fields) {}

  /** What a field of a table holds; CHOICES is a list of labels, COUNTS 0..3 for each event, ROWS a list of maps. */
  public enum Kind { TEXT, DATE, NUMBER, CHOICE, CHOICES, COUNTS, ROWS }

  /** One field of a table; {@code none} is the option that excludes the others, {@code keptBy} the module that stores it. */
  public record Field(
      String key,
      @Nullable String code,
      String name,
      Kind kind,
      @Nullable Boolean required,
      @Nullable Boolean allowEmpty,
      @Nullable String keptBy,
      @Nullable String unit,
      @Nullable Integer min,
      @Nullable Integer max,
      @Nullable List<String> options,
      @Nullable String none,
      @Nullable Map<String, String> icd,
      @Nullable List<Event> events,
      @Nullable List<String> counts,
      @Nullable List<String> columns,
      @Nullable String triggers,
      @Nullable List<String> triggeredBy) {

    /** Whether this field is stored with the assessment and must be filled before signing. */
    public boolean isRequired() {
      return Boolean.TRUE.equals(required);
    }

    public boolean isStoredHere() {
      return keptBy == null;
    }
  }

  /** One kind of risk event of A.2.14. */
  public record Event(String key, String name) {}

  /** A place where the transcriptions read differ, and what was chosen. */
  public record Note(String at, String choice, String because) {}

  public Optional<Item> findItem(String key) {
    return items.stream().filter(item -> item.key().equals(key)).findFirst();
  }

  public LevelChange change(String key) {
    return levelChanges.stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
  }

  /** The level of a total before level changes. */
  public AbilityLevel levelOf(int total) {
    return levels.stream().filter(b -> b.min() <= total && total <= b.max()).findFirst().orElseThrow().level();
  }
}
