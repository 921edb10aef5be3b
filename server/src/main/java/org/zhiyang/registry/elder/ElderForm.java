package org.zhiyang.registry.elder;

import java.util.Locale;
import org.zhiyang.platform.web.InvalidInput;

/** Turns what was typed into values, or says which field needs correcting. */
final class ElderForm {
  private ElderForm() {}

  /** The identity number, or the refusal {@code idNumber: id-number-<flaw>}. */
  static GbIdNumber idNumber(String typed) {
    var flaw = GbIdNumber.flawIn(typed);
    if (flaw.isPresent()) throw new InvalidInput("idNumber", "id-number-" + flaw.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return new GbIdNumber(typed);
  }
}
