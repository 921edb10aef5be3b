package org.zhiyang.service.homecare.usecase;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.service.homecare.domain.FrequencyCaps;
import org.zhiyang.service.homecare.domain.MatchingWeights;
import org.zhiyang.service.homecare.domain.VerificationFigures;

/** The figures home care uses, each of a service day in an area, as far as known today. */
@Component
public class HomecareParameters {
  static final Parameter<Integer> RADIUS = Parameter.of("verification-check-in-radius", Integer.class, "meters");
  static final Parameter<Integer> ACCURACY_CAP = Parameter.of("verification-gps-accuracy-cap", Integer.class, "meters");
  static final Parameter<BigDecimal> DURATION_SHARE = Parameter.of("verification-minimum-duration-share", BigDecimal.class, "share");
  static final Parameter<Integer> PUNCTUALITY = Parameter.of("verification-punctuality-tolerance", Integer.class, "minutes");
  static final Parameter<Integer> SAME_CARER_GAP = Parameter.of("verification-same-carer-gap", Integer.class, "minutes");
  static final Parameter<Integer> IMPOSSIBLE_SPEED = Parameter.of("verification-impossible-speed", Integer.class, "km_per_hour");
  static final Parameter<FrequencyCaps> FREQUENCY = Parameter.of("verification-frequency-cap", FrequencyCaps.class, "visits_per_day");
  static final Parameter<Integer> BACKFILL = Parameter.of("verification-backfill-after", Integer.class, "hours");
  static final Parameter<Integer> BATCH_COUNT = Parameter.of("verification-batch-sign-off-count", Integer.class, "visits");
  static final Parameter<Integer> BATCH_WINDOW = Parameter.of("verification-batch-sign-off-window", Integer.class, "minutes");
  static final Parameter<BigDecimal> RANDOM_SHARE = Parameter.of("call-back-random-share", BigDecimal.class, "share");
  static final Parameter<Integer> HORIZON = Parameter.of("order-horizon-days", Integer.class, "days");
  static final Parameter<Integer> SINGLE_AHEAD = Parameter.of("single-order-days-ahead", Integer.class, "days");
  static final Parameter<Integer> OFFER_EXPIRY = Parameter.of("offer-expiry-minutes", Integer.class, "minutes");
  static final Parameter<Integer> URGENT_OFFER_EXPIRY = Parameter.of("urgent-offer-expiry-minutes", Integer.class, "minutes");
  static final Parameter<Integer> URGENT_TARGET = Parameter.of("urgent-response-target", Integer.class, "minutes");
  static final Parameter<Integer> MAXIMUM_DISTANCE = Parameter.of("matching-maximum-distance", Integer.class, "km");
  static final Parameter<MatchingWeights> WEIGHTS = Parameter.of("matching-weights", MatchingWeights.class, "points");
  static final Parameter<Integer> PASSING_SCORE = Parameter.of("provider-score-passing", Integer.class, "points");
  static final Parameter<Integer> LOW_RATING = Parameter.of("low-rating-threshold", Integer.class, "stars");

  private final Parameters parameters;
  private final Clock clock;

  HomecareParameters(Parameters parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  <T> DatedValue<T> get(Parameter<T> parameter, String region, LocalDate day) {
    var today = LocalDate.now(clock);
    return parameters.get(parameter, region, day, today);
  }

  public VerificationFigures verification(String region, LocalDate day) {
    return new VerificationFigures(get(RADIUS, region, day), get(ACCURACY_CAP, region, day), get(DURATION_SHARE, region, day), get(PUNCTUALITY, region, day), get(SAME_CARER_GAP, region, day),
        get(IMPOSSIBLE_SPEED, region, day), get(FREQUENCY, region, day), get(BACKFILL, region, day), get(BATCH_COUNT, region, day), get(BATCH_WINDOW, region, day));
  }

  /** Declares the figures, so that the platform checks them when it starts. */
  @Configuration(proxyBeanMethods = false)
  static class Declared {
    @Bean Parameter<Integer> homecareRadius() { return RADIUS; }

    @Bean Parameter<Integer> homecareAccuracyCap() { return ACCURACY_CAP; }

    @Bean Parameter<BigDecimal> homecareDurationShare() { return DURATION_SHARE; }

    @Bean Parameter<Integer> homecarePunctuality() { return PUNCTUALITY; }

    @Bean Parameter<Integer> homecareSameCarerGap() { return SAME_CARER_GAP; }

    @Bean Parameter<Integer> homecareImpossibleSpeed() { return IMPOSSIBLE_SPEED; }

    @Bean Parameter<FrequencyCaps> homecareFrequency() { return FREQUENCY; }

    @Bean Parameter<Integer> homecareBackfill() { return BACKFILL; }

    @Bean Parameter<Integer> homecareBatchCount() { return BATCH_COUNT; }

    @Bean Parameter<Integer> homecareBatchWindow() { return BATCH_WINDOW; }

    @Bean Parameter<BigDecimal> homecareRandomShare() { return RANDOM_SHARE; }

    @Bean Parameter<Integer> homecareHorizon() { return HORIZON; }

    @Bean Parameter<Integer> homecareSingleAhead() { return SINGLE_AHEAD; }

    @Bean Parameter<Integer> homecareOfferExpiry() { return OFFER_EXPIRY; }

    @Bean Parameter<Integer> homecareUrgentOfferExpiry() { return URGENT_OFFER_EXPIRY; }

    @Bean Parameter<Integer> homecareUrgentTarget() { return URGENT_TARGET; }
    @Bean Parameter<Integer> homecareMaximumDistance() { return MAXIMUM_DISTANCE; }

    @Bean Parameter<MatchingWeights> homecareWeights() { return WEIGHTS; }

    @Bean Parameter<Integer> homecarePassingScore() { return PASSING_SCORE; }

    @Bean Parameter<Integer> homecareLowRating() { return LOW_RATING; }
  }
}
