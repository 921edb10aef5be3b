package org.zhiyang.oversight.rating;

import java.time.YearMonth;
import java.util.Optional;
import org.zhiyang.registry.facility.ProviderId;

/** The questions other modules may ask about providers' scores. Final scores are public: no scope. */
public interface RatingQueries {
  /** The score of that month once nobody can object any more; empty before: no score, no payment (M254). Never changes once present. */
  Optional<FinalScore> findFinalScore(ProviderId provider, YearMonth month);
}
