package org.zhiyang.need.eligibility.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.eligibility.domain.Benefit;

/** A rule as its file writes it; see profiles/README.md. */
record RuleFile(String code, int version, String name, Benefit benefit, SourceLine source, boolean verified, @Nullable String verifiedBy, @Nullable String verifiedOn,
    String condition, Gives gives, String yes, String no, List<Gap> gaps) {

  record SourceLine(String kind, @Nullable String number, @Nullable String title, @Nullable String article, @Nullable String reason, @Nullable String note) {}

  /** Integer expressions; what is left out is 0. */
  record Gives(@Nullable String minutesPerMonth, @Nullable String voucherCapFen, @Nullable String voucherRatePermille) {}

  /** A condition that has to hold, and the sentence that tells what to do while it does not. */
  record Gap(String unless, String say) {}
}
