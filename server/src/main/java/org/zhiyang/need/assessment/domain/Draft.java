package org.zhiyang.need.assessment.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form while it is being filled, saved as a whole (a tablet may be offline in between).
 *
 * @param version counts the saves, 0 before the first
 * @param answers item key → score, possibly not all
 * @param tables table key → fields, possibly not all
 */
public record Draft(
    long version,
    Map<String, Object> answers,
    Map<String, Object> tables,
    @Nullable Instant savedAt,
    @Nullable UUID savedBy) {

  public static final Draft EMPTY = new Draft(0, Map.of(), Map.of(), null, null);

  /** What is wrong with what is there so far; with {@code complete} also what is missing. */
  public List<FormFault> faults(Instrument instrument, boolean complete) {
    var faults = new ArrayList<>(AnswerSheet.check(instrument, answers, complete));
    faults.addAll(InfoTables.check(instrument, tables, complete));
    return faults;
  }
}
