package org.zhiyang.insight.indicator;

import static org.zhiyang.insight.indicator.CountSource.when;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is counted, by the view it is counted from. */
final class CountSources {
  private CountSources() {}

  static final List<String> LEVELS = List.of("INTACT", "MILD", "MODERATE", "SEVERE", "COMPLETE");
  static final List<String> LIVING = List.of("ALONE", "EMPTY_NEST", "WITH_SPOUSE", "WITH_CHILDREN", "WITH_OTHERS", "IN_CARE_HOME");
  static final List<String> ECONOMY = List.of("TEKUN", "DIBAO", "DIBAO_EDGE", "ORDINARY");
  static final List<String> STEPS = List.of("NEED", "ASSESSED", "ELIGIBLE", "PLANNED", "ORDERED", "MATCHED", "DISPATCHED", "VISITED", "VERIFIED", "EVALUATED", "SETTLED", "PAID", "FELT");

  private static final String AT_WORK = "(left_on is null or left_on > :today)";

  static final List<CountSource> ALL = List.of(
      new CountSource("elder", "elder.v_elder_fact", Duration.ofMinutes(3), elders()),
      new CountSource("provider", "facility.v_provider_fact", Duration.ofMinutes(3), Map.of("provider.total", "count(*)", "provider.watched", when("listing <> 'NORMAL'"))),
      new CountSource("facility", "facility.v_facility_fact", Duration.ofMinutes(3), Map.of("facility.community", when("kind <> 'CARE_HOME'"), "facility.home", when("kind = 'CARE_HOME'"),
          "facility.beds", "coalesce(sum(beds) filter (where kind = 'CARE_HOME'), 0)", "facility.beds_taken", "coalesce(sum(beds_taken) filter (where kind = 'CARE_HOME'), 0)")),
      new CountSource("carer", "workforce.v_carer_fact", Duration.ofMinutes(3), Map.of("carer.total", when(AT_WORK), "carer.certified", when(AT_WORK + " and certified @> :today::date"))),
      new CountSource("case", "intake.v_case_fact", Duration.ofSeconds(30), cases()),
      new CountSource("visit", "homecare.v_visit_fact", Duration.ofSeconds(30), visits()));

  /** A level counts as long as it is valid; the loss of ability it found does not end with the paper, so {@code elder.loss} is the last one known, as is the list it leads to. */
  private static Map<String, String> elders() {
    var counts = new LinkedHashMap<String, String>();
    counts.put("elder.total", "count(*)");
    counts.put("elder.aged_80", when("birth_on <= :bornBy80"));
    counts.put("elder.aged_100", when("birth_on <= :bornBy100"));
    counts.put("elder.loss", when("ability_level in ('MODERATE', 'SEVERE', 'COMPLETE')"));
    counts.put("elder.assessed", when("ability_level is not null and ability_valid_until >= :today"));
    for (var level : LEVELS) counts.put("level." + level, when("ability_level = '" + level + "' and ability_valid_until >= :today"));
    for (var living : LIVING) counts.put("living." + living, when("living_situation = '" + living + "'"));
    for (var economy : ECONOMY) counts.put("economy." + economy, when("economic_status = '" + economy + "'"));
    for (var i = 0; i < CountSource.BANDS.size(); i++) {
      var band = CountSource.BANDS.get(i);
      var born = "birth_on <= :bornBy" + band + (i + 1 < CountSource.BANDS.size() ? " and birth_on > :bornBy" + CountSource.BANDS.get(i + 1) : "");
      counts.put("age.MALE." + band, when("sex = 'MALE' and " + born));
      counts.put("age.FEMALE." + band, when("sex = 'FEMALE' and " + born));
    }
    return counts;
  }

  private static Map<String, String> cases() {
    var counts = new LinkedHashMap<String, String>();
    counts.put("case.open", when("closed_at is null"));
    counts.put("case.overdue", when("closed_at is null and due_on < :today"));
    counts.put("case.new_month", when("opened_at >= :monthStart::timestamp at time zone 'Asia/Shanghai'"));
    for (var step : STEPS) counts.put("case.step." + step, when("closed_at is null and step = '" + step + "'"));
    return counts;
  }

  /** Planned for today without the cancelled; done means checked out or further; abnormal ones wait for a person. */
  private static Map<String, String> visits() {
    var counts = new LinkedHashMap<String, String>();
    counts.put("visit.today", when("day = :today and status <> 'CANCELLED'"));
    counts.put("visit.today_done", when("day = :today and status in ('CHECKED_OUT', 'NORMAL', 'ABNORMAL', 'CONFIRMED', 'REJECTED')"));
    counts.put("visit.month_done", when("day >= :monthStart and day <= :today and status in ('CHECKED_OUT', 'NORMAL', 'ABNORMAL', 'CONFIRMED', 'REJECTED')"));
    counts.put("visit.month_missed", when("day >= :monthStart and day <= :today and status = 'MISSED'"));
    counts.put("visit.abnormal", when("status = 'ABNORMAL'"));
    counts.put("visit.month_public_fen", "coalesce(sum(public_fen) filter (where day >= :monthStart and day <= :today and status = 'CONFIRMED'), 0)");
    counts.put("visit.month_elder_fen", "coalesce(sum(elder_fen) filter (where day >= :monthStart and day <= :today and status = 'CONFIRMED'), 0)");
    return counts;
  }
}
