package org.zhiyang.oversight.rating.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.zhiyang.oversight.complaint.FoundedComplaint;
import org.zhiyang.response.hotline.CallBackOutcome;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitStatus;

/** What a provider's month is judged by.
 *
 *  @param visits all visits whose service day lies in the month
 *  @param callBacks those that count for the month, see {@link #monthOf}
 *  @param complaints decided from the 3rd of the month to before the 3rd of the next, so that none is lost between two months and none counts twice
 *  @param stars ratings of the month's visits, 1..5 */
public record MonthEvidence(List<VisitFacts> visits, List<CallBackOutcome> callBacks, List<FoundedComplaint> complaints, List<Integer> stars) {

  /** The day of the next month on which a month is scored, and from which what is decided late counts for the next one. */
  public static final int SCORING_DAY = 3;

  /** The month a call-back counts for: that of its visit, as long as it was decided before that month is scored. A published score changes by an accepted objection only, so
   *  what is decided later counts for the month it was decided in (from its 3rd day to before the 3rd of the next). None is lost and none counts twice. Of a visit on
   *  2 December: decided 2 December or 2 January, December; decided 3 January, January. */
  public static YearMonth monthOf(CallBackOutcome callBack) {
    var served = YearMonth.from(callBack.serviceDay());
    var decided = YearMonth.from(callBack.decidedOn().minusDays(SCORING_DAY - 1));
    return decided.isAfter(served) ? decided : served;
  }

  /** Counts every part, in the order of {@link Part}.
   *
   *  <p>Punctuality: of the visits that were begun and not rejected, those without the finding LATE_OR_EARLY. Completion: of all visits but the cancelled, those that were
   *  checked out and not rejected (what a person has yet to decide counts as done; found untrue after the scoring, it counts in the call-backs of the month of that decision).
   *  Call-backs: of those decided, those that confirmed the visit. Complaints: of the visits done, those left after taking away {@code complaintVisits} for each founded
   *  complaint, never below 0; without visits but with a complaint 0 of 1. Satisfaction: stars above one, of the four above one that each rating could give. */
  public List<CountedPart> count(int complaintVisits) {
    var done = visits.stream().filter(MonthEvidence::isDone).toList();
    return List.of(countPunctuality(), countCompletion(), countCallBacks(), countComplaints(done.size(), complaints.stream().map(FoundedComplaint::complaint).toList(), complaintVisits), countSatisfaction());
  }

  private static boolean isDone(VisitFacts v) {
    return switch (v.status()) {
      case CHECKED_OUT, NORMAL, CONFIRMED -> true;
      case ABNORMAL -> v.checkedOutAt() != null;
      case PLANNED, ASSIGNED, CHECKED_IN, REJECTED, CANCELLED, MISSED -> false;
    };
  }

  private CountedPart countPunctuality() {
    var begun = visits.stream().filter(v -> v.checkedInAt() != null && v.status() != VisitStatus.REJECTED && v.status() != VisitStatus.CANCELLED).toList();
    return split(Part.PUNCTUALITY, begun, v -> !v.flags().contains(VisitFlag.LATE_OR_EARLY));
  }

  private CountedPart countCompletion() {
    return split(Part.COMPLETION, visits.stream().filter(v -> v.status() != VisitStatus.CANCELLED).toList(), MonthEvidence::isDone);
  }

  private static CountedPart split(Part part, List<VisitFacts> visits, java.util.function.Predicate<VisitFacts> good) {
    var met = new ArrayList<UUID>();
    var unmet = new ArrayList<UUID>();
    visits.stream().sorted(Comparator.comparing(VisitFacts::day).thenComparing(v -> v.id().value())).forEach(v -> (good.test(v) ? met : unmet).add(v.id().value()));
    return CountedPart.of(part, met, unmet);
  }

  private CountedPart countCallBacks() {
    return CountedPart.of(Part.VERIFIED_CALL_BACKS, callBacks.stream().filter(CallBackOutcome::confirmed).map(c -> c.visit().value()).toList(),
        callBacks.stream().filter(c -> !c.confirmed()).map(c -> c.visit().value()).toList());
  }

  static CountedPart countComplaints(int done, List<UUID> founded, int complaintVisits) {
    var denominator = done == 0 && !founded.isEmpty() ? 1 : done;
    var numerator = (int) Math.max(0, done - (long) complaintVisits * founded.size());
    return new CountedPart(Part.COMPLAINTS, numerator, denominator, List.of(), founded);
  }

  private CountedPart countSatisfaction() {
    var rated = visits.stream().filter(v -> v.rating() != null).map(v -> v.id().value()).toList();
    return new CountedPart(Part.SATISFACTION, stars.stream().mapToInt(s -> s - 1).sum(), 4 * stars.size(), rated, List.of());
  }
}
