package org.zhiyang.insight.indicator;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One kind of record that is counted by region: a view its owner publishes, and what is counted in it. A source whose view is not there has no figures.
 *
 *  @param view has a column {@code region_code}
 *  @param every how old the counts may become
 *  @param counts key → SQL aggregate over the view's rows; may name {@code :today} and the days of {@link #days} */
record CountSource(String name, String view, Duration every, Map<String, String> counts) {

  /** All counts of one source, for each village and every region above it, as (region_code, key, n). */
  String sql() {
    var aggregates = counts.entrySet().stream().map(c -> c.getValue() + " as \"" + c.getKey() + "\"").collect(Collectors.joining(",\n  "));
    var unpivoted = counts.keySet().stream().map(key -> "('" + key + "', v.\"" + key + "\"::bigint)").collect(Collectors.joining(", "));
    return """
        with place as (select region_code,
          %s
          from %s group by region_code)
        select r.region_code, k.key, sum(k.n)::bigint as n
        from place v
        cross join lateral (values %s) k(key, n)
        cross join lateral (select distinct code from unnest(array[left(v.region_code, 4) || '00000000', left(v.region_code, 6) || '000000', left(v.region_code, 9) || '000', v.region_code]) code) r(region_code)
        group by r.region_code, k.key""".formatted(aggregates, view, unpivoted);
  }

  /** The days counts compare with. Ages are full years: whoever was born on or before {@code bornBy80} is 80 or more today. */
  static Map<String, LocalDate> days(LocalDate today) {
    var days = new java.util.HashMap<String, LocalDate>();
    for (var age = 60; age <= 100; age += 5) days.put("bornBy" + age, today.minusYears(age));
    days.put("today", today);
    days.put("tomorrow", today.plusDays(1));
    days.put("monthStart", today.withDayOfMonth(1));
    return days;
  }

  static String when(String condition) {
    return "count(*) filter (where " + condition + ")";
  }

  /** Age bands of the pyramid: from 60 in steps of five, the last open. */
  static final List<Integer> BANDS = List.of(60, 65, 70, 75, 80, 85, 90, 95, 100);
}
