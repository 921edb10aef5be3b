package org.zhiyang.insight.indicator;

import static java.util.Arrays.asList;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.region.RegionCode;

/** Puts counts into the cockpit's bands: each figure with its unit, its age and the way to its records. A source without counts leaves its figures out. */
final class Cockpit {
  private final String region;
  private final Map<String, Long> counts;
  private final Map<String, Long> atDayStart;
  private final Map<String, OffsetDateTime> asOf;
  private final LocalDate today;

  Cockpit(String region, Map<String, Long> counts, Map<String, Long> atDayStart, Map<String, OffsetDateTime> asOf, LocalDate today) {
    this.region = region;
    this.counts = counts;
    this.atDayStart = atDayStart;
    this.asOf = asOf;
    this.today = today;
  }

  /** @param of the whole a share is taken of, for 数字/总数; @param change since the start of the business day; @param path where the records are, with filters */
  record Figure(String key, String label, long value, String unit, @Nullable Long of, @Nullable Long change, OffsetDateTime asOf, @Nullable String path) {}

  record Band(String key, List<Figure> figures) {}

  List<Band> bands() {
    var bands = new ArrayList<Band>();
    add(bands, "people", asList(
        figure("elder", "elder.total", "在册老人", "人", null, elders("")),
        figure("elder", "elder.aged_80", "80 岁以上", "人", "elder.total", elders("tag=AGED_80_PLUS")),
        figure("elder", "elder.aged_100", "百岁老人", "人", "elder.total", elders("tag=CENTENARIAN")),
        figure("elder", "living.ALONE", "独居", "人", "elder.total", elders("tag=LIVING_ALONE")),
        figure("elder", "elder.loss", "中度以上失能", "人", "elder.total", elders("tag=ABILITY_LOSS")),
        figure("elder", "elder.assessed", "有有效等级", "人", "elder.total", elders("level=VALID"))));
    add(bands, "service", asList(
        figure("case", "case.open", "在办服务案例", "件", null, "/console/service/loop?region=" + region),
        figure("case", "case.overdue", "超过时限", "件", "case.open", cases("&overdue=true")),
        figure("case", "case.new_month", "本月新开案例", "件", null, cases("&status=ALL&openedFrom=" + today.withDayOfMonth(1))),
        figure("visit", "visit.today_done", "今天已上门", "次", "visit.today", visits(today, "&done=true")),
        figure("visit", "visit.month_missed", "本月没人上门", "次", null, visits(today.withDayOfMonth(1), "&status=MISSED")),
        figure("visit", "visit.abnormal", "异常待定", "次", null, "/console/service/visits?region=" + region + "&status=ABNORMAL"),
        figure(countyWide("carer"), "carer.certified", "持证护理员", "人", "carer.total", "/console/registry/carers?certified=true&region=" + region),
        figure(countyWide("provider"), "provider.total", "居家服务商", "家", null, "/console/registry/facilities?region=" + region),
        figure("facility", "facility.community", "社区养老设施", "处", null, "/console/registry/facilities?tab=facilities&community=true&region=" + region),
        figure("facility", "facility.beds_taken", "机构入住床位", "张", "facility.beds", "/console/registry/facilities?tab=facilities&kind=CARE_HOME&region=" + region)));
    add(bands, "money", asList(
        figure("visit", "visit.month_public_fen", "本月已核实服务·财政承担", "分", null, visits(today.withDayOfMonth(1), "&status=CONFIRMED")),
        figure("visit", "visit.month_elder_fen", "本月已核实服务·个人承担", "分", null, visits(today.withDayOfMonth(1), "&status=CONFIRMED"))));
    return bands;
  }

  /** Providers and carers work for a whole county: a town has none of its own, which is not a figure of nought. */
  private String countyWide(String source) {
    return new RegionCode(region).level() <= 3 ? source : "";
  }

  private String elders(String filter) {
    return "/console/registry/elders?region=" + region + (filter.isEmpty() ? "" : "&" + filter);
  }

  private String cases(String filter) {
    return "/console/service/cases?region=" + region + filter;
  }

  /** Of the days from {@code from} to today, as the figures count them. */
  private String visits(LocalDate from, String filter) {
    return "/console/service/visits?region=" + region + "&from=" + from + "&to=" + today + filter;
  }

  /** Null when nothing of this kind is counted in the city at all. */
  private @Nullable Figure figure(String source, String key, String label, String unit, @Nullable String of, @Nullable String path) {
    var at = asOf.get(source);
    if (at == null) return null;
    var value = counts.getOrDefault(key, 0L);
    var before = atDayStart.get(key);
    return new Figure(key, label, value, unit, of == null ? null : counts.getOrDefault(of, 0L), before == null ? null : value - before, at, path);
  }

  private static void add(List<Band> bands, String key, List<@Nullable Figure> figures) {
    var there = new ArrayList<Figure>();
    for (var figure : figures) if (figure != null) there.add(figure);
    if (!there.isEmpty()) bands.add(new Band(key, List.copyOf(there)));
  }

  record AgeBand(int from, long male, long female) {}

  List<AgeBand> pyramid() {
    return CountSource.BANDS.stream().map(band -> new AgeBand(band, counts.getOrDefault("age.MALE." + band, 0L), counts.getOrDefault("age.FEMALE." + band, 0L))).toList();
  }

  record Share(String key, long value) {}

  List<Share> shares(String prefix, List<String> keys) {
    return keys.stream().map(key -> new Share(key, counts.getOrDefault(prefix + "." + key, 0L))).toList();
  }
}
