package org.zhiyang.oversight.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.zhiyang.registry.facility.ProviderId;

/** A provider's month after the objection period: what a payment is computed from.
 *
 *  @param id the score's id
 *  @param score 0..100, two decimals, higher is better
 *  @param performancePass whether the score reaches the passing mark of the profile on the day it was computed
 *  @param ruling the stored ruling with facts, weights and explanation
 *  @param finalOn the day it became final */
public record FinalScore(UUID id, ProviderId provider, YearMonth month, BigDecimal score, boolean performancePass, UUID ruling, LocalDate finalOn) {}
