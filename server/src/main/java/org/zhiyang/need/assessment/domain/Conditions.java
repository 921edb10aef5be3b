package org.zhiyang.need.assessment.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances that change a level (table C.4): coma (A.5.11), dementia or another mental disorder (A.4.1), and how many
 * care risk events there were in the last 30 days (A.2.14; 0 or more).
 */
public record Conditions(boolean coma, boolean dementiaOrMentalDisorder, int riskEvents30d) {

  public static final String COMA = "coma";
  public static final String DEMENTIA = "dementia_or_mental_disorder";
  public static final String RISK_EVENTS = "risk_events_30d";

  /** All keys in the order of the instrument. */
  public static final List<String> KEYS = List.of(COMA, DEMENTIA, RISK_EVENTS);

  private static final BigInteger MANY = BigInteger.valueOf(Integer.MAX_VALUE);

  public Conditions {
    if (riskEvents30d < 0) {
      throw new IllegalArgumentException("risk events are counted from 0");
    }
  }

  /** From keys and values as given; throws {@link AssessmentRefusal.InvalidForm} with every fault. All three are required. */
  public static Conditions of(Instrument instrument, Map<String, ? extends @Nullable Object> given) {
    var faults = check(instrument, given);
    if (!faults.isEmpty()) {
      throw new AssessmentRefusal.InvalidForm(faults);
    }
    var events = new BigInteger(String.valueOf(given.get(RISK_EVENTS))).min(MANY).intValueExact();
    return new Conditions((Boolean) given.get(COMA), (Boolean) given.get(DEMENTIA), events);
  }

  /** The faults of given conditions, in the order of the instrument, unknown keys last. */
  public static List<FormFault> check(Instrument instrument, Map<String, ? extends @Nullable Object> given) {
    var faults = new ArrayList<FormFault>();
    for (var key : KEYS) {
      boolean counted = key.equals(RISK_EVENTS);
      var allowed = counted ? "大于等于 0 的整数" : "true 或 false";
      var code = !given.containsKey(key) ? FormFault.Code.REQUIRED
          : counted ? faultOfCount(given.get(key))
          : given.get(key) instanceof Boolean ? null : FormFault.Code.NOT_BOOLEAN;
      if (code != null) {
        faults.add(new FormFault(key, instrument.change(key).name(), code, allowed));
      }
    }
    given.keySet().stream().filter(key -> !KEYS.contains(key))
        .forEach(key -> faults.add(new FormFault(key, "", FormFault.Code.UNKNOWN, null)));
    return faults;
  }

  private static FormFault.@Nullable Code faultOfCount(@Nullable Object value) {
    return switch (value) {
      case Integer n -> n >= 0 ? null : FormFault.Code.OUT_OF_RANGE;
      case Long n -> n >= 0 ? null : FormFault.Code.OUT_OF_RANGE;
      case BigInteger n -> n.signum() >= 0 ? null : FormFault.Code.OUT_OF_RANGE;
      case null, default -> FormFault.Code.NOT_INTEGER;
    };
  }
}
