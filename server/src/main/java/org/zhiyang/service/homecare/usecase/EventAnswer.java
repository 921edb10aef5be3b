package org.zhiyang.service.homecare.usecase;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one event of a phone.
 *
 *  @param why set when REFUSED
 *  @param notice something the carer should know although the event is kept, in Chinese; null when nothing */
public record EventAnswer(UUID id, State state, @Nullable Why why, @Nullable String notice) {
  /** STORED now, stored ALREADY (sent again), or REFUSED. */
  public enum State { STORED, ALREADY, REFUSED }

  /** @param code stable; {@code sentence} Chinese, says what to do
   *  @param again true when the same event may be sent again once what is missing has been sent; false when it never will be taken
   *  @param missing fields of proof still to be given */
  public record Why(String code, String sentence, boolean again, List<Missing> missing) {}

  public record Missing(String field, String label) {}

  static EventAnswer stored(UUID id, @Nullable String notice) {
    return new EventAnswer(id, State.STORED, null, notice);
  }

  static EventAnswer already(UUID id) {
    return new EventAnswer(id, State.ALREADY, null, null);
  }

  static EventAnswer refused(UUID id, String code, String sentence, boolean again) {
    return new EventAnswer(id, State.REFUSED, new Why(code, sentence, again, List.of()), null);
  }

  static EventAnswer lacking(UUID id, String code, String sentence, List<Missing> missing) {
    return new EventAnswer(id, State.REFUSED, new Why(code, sentence, true, missing), null);
  }
}
